import type { PaperKind, SlipLanguages } from '#shared/contract'

/** `own`: the language the paper has of itself, that of the letter or of the answer. */
export type PaperLanguage = 'own' | SlipLanguages

/** What is chosen for a paper before it is printed. `stickers`: how many on the paper itself. */
export interface PaperChoice {
  size: string
  language: PaperLanguage
  stickers: number
}

/** A paper that is offered: what it is, which one, and where it lies for a choice (`null`: something it needs is missing). */
export interface OfferedPaper {
  kind: Exclude<PaperKind, 'slip' | 'test'>
  /** Which one, as people call it. */
  title: string
  entryId?: number | undefined
  /** The first is the usual one; none: it has but one size. */
  sizes: readonly PaperSize[]
  languages: readonly PaperLanguage[]
  stickers?: boolean
  address(choice: PaperChoice): string | null
}

/** Sizes of papers by their names in the addresses. */
export type PaperSize = 'a5' | 'a4' | 'c5' | 'dl' | 'c4' | '70x37' | '105x48' | '58x30' | 'sheet'
/** Most stickers on one paper. */
export const MOST_STICKERS = 20

const OF_LETTER: readonly PaperLanguage[] = ['own', 'kk', 'ru', 'both']
const OF_OFFICE: readonly PaperLanguage[] = ['both', 'kk', 'ru']

/** An address with its query; what is empty is left out. */
function withQuery(path: string, query: Record<string, string | number>): string {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])),
  )
  return asked.size === 0 ? path : `${path}?${asked.toString()}`
}

const languageOf = ({ language }: PaperChoice): string => (language === 'own' ? '' : language)

/** The registration-control card of an entry. */
export function cardPaper(id: number, number: string): OfferedPaper {
  return {
    ...{ kind: 'card', title: number, entryId: id, sizes: ['a5', 'a4'], languages: OF_LETTER },
    address: (choice) => withQuery(`/files/papers/card/${id}.pdf`, { size: choice.size, language: languageOf(choice) }),
  }
}

/** To whom something goes: the applicant of an entry, or the addressee of an outgoing letter. */
export interface Addressed {
  of: 'entry' | 'letter'
  id: number
  number: string
  /** The entry whose history tells of it. */
  entryId: number
}

/** An envelope. */
export function envelopePaper({ of, id, number, entryId }: Addressed): OfferedPaper {
  return {
    ...{ kind: 'envelope', title: number, entryId, sizes: ['c5', 'dl', 'c4'], languages: OF_LETTER },
    address: (choice) => withQuery(`/files/papers/envelope/${choice.size}/${of}-${id}.pdf`, { language: languageOf(choice) }),
  }
}

/** An address label. */
export function labelPaper({ of, id, number, entryId }: Addressed): OfferedPaper {
  return {
    ...{ kind: 'label', title: number, entryId, sizes: ['70x37', '105x48'], languages: OF_LETTER },
    address: (choice) => withQuery(`/files/papers/label/${of}-${id}.pdf`, { size: choice.size, language: languageOf(choice) }),
  }
}

/** Stickers with the number of an entry. */
export function stickerPaper(id: number, number: string): OfferedPaper {
  return {
    ...{ kind: 'sticker', title: number, entryId: id, sizes: ['58x30', 'sheet'], languages: OF_LETTER, stickers: true },
    address: (choice) => {
      const query = { size: choice.size, copies: choice.stickers, language: languageOf(choice) }
      return withQuery(`/files/papers/sticker/${id}.pdf`, query)
    },
  }
}

/** The inventory of an envelope with an outgoing letter. */
export function inventoryPaper({ id, number, entryId }: Addressed): OfferedPaper {
  return {
    ...{ kind: 'inventory', title: number, entryId, sizes: [], languages: OF_LETTER },
    address: (choice) => withQuery(`/files/papers/inventory/${id}.pdf`, { language: languageOf(choice) }),
  }
}

/** The register of handed-over documents of some days; `title`: the days, as people write them. */
export function handedOverPaper({ from, to }: { from: string; to: string }, title: string): OfferedPaper {
  return {
    ...{ kind: 'handedOver', title, sizes: [], languages: OF_OFFICE },
    address: (choice) => withQuery('/files/papers/handed-over.pdf', { from, to, language: languageOf(choice) }),
  }
}

/** The control list of a department or of all (`null`), with terms up to a day or all of them (empty). */
export function controlListPaper(asked: { department: number | null; until: string }, title: string): OfferedPaper {
  const query = { department: asked.department ?? '', until: asked.until }
  return {
    ...{ kind: 'controlList', title, sizes: [], languages: OF_OFFICE },
    address: (choice) => withQuery('/files/papers/control-list.pdf', { ...query, language: languageOf(choice) }),
  }
}

/** The certificate of numbering of a year. */
export function numberingPaper(year: number): OfferedPaper {
  return {
    ...{ kind: 'numbering', title: String(year), sizes: [], languages: OF_OFFICE },
    address: (choice) => withQuery(`/files/papers/numbering/${year}.pdf`, { language: languageOf(choice) }),
  }
}

/** The sheet of a closed day. */
export function closingPaper(id: number, title: string): OfferedPaper {
  return {
    ...{ kind: 'closing', title, sizes: [], languages: OF_OFFICE },
    address: (choice) => withQuery(`/files/closings/${id}.pdf`, { languages: languageOf(choice) }),
  }
}
