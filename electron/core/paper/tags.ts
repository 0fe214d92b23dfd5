/** What a part of a paper is to a program that reads it aloud (ISO 32000-1, 14.8.4). */
export type Role =
  'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Span'

/** One part of a paper. The same object is the same part, also on the next page; another object is another part. */
export interface Tag {
  role: Role
  /** The language of its texts (BCP 47) where it is not the paper's. */
  language?: string | undefined
  /** What a figure says in words. */
  alt?: string | undefined
  /** What a head of a table (`TH`) stands over. */
  scope?: 'Row' | 'Column' | undefined
}

/** A part by its role alone, or with more said about it. */
export type TagLike = Role | Tag

/** The part that a role or a tag stands for; a role alone is a new part each time. */
export function tagOf(tag: TagLike): Tag {
  return typeof tag === 'string' ? { role: tag } : tag
}
