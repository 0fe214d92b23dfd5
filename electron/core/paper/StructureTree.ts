import { asObject, newObject, pdfText, type PdfkitDocument, type PdfkitObject } from './pdfkit'
import type { Tag } from './tags'

type Kid = number | object

interface Part {
  ref: PdfkitObject
  tag: Tag
  parent: PdfkitObject
  page: PdfkitObject
  kids: Kid[]
  /** The last page that anything of it stands on. */
  lastPage: number
}

/** ISO 32000-1, 7.9.7. */
interface NumberTree {
  add(key: number, value: PdfkitObject): void
}

/**
 * The structure of a tagged file (ISO 32000-1, 14.7, 14.8): one tree of parts below one `Document`, in the order in which their texts are drawn. pdfkit's own elements keep every part
 * until the end of the file; here a part is written as soon as a page has gone by without it.
 */
export class StructureTree {
  readonly #tree: PdfkitObject
  readonly #root: PdfkitObject
  readonly #parents: NumberTree
  readonly #top: PdfkitObject[] = []
  readonly #open = new Map<Tag, Part>()
  #page: { ref: PdfkitObject; owners: PdfkitObject[] } | null = null
  #pages = 0

  constructor(private readonly document: PdfkitDocument) {
    document.initMarkings({ tagged: true })
    this.#tree = asObject(document.getStructTreeRoot())
    this.#root = newObject(document, { Type: 'StructElem', S: 'Document', P: this.#tree })
    this.#tree.data['K'] = [this.#root]
    this.#parents = this.#tree.data['ParentTree'] as NumberTree
  }

  /** Begins the content of a part on the page that is being drawn; `endContent` closes it. `path` leads to the part from outside inwards. */
  beginContent(path: readonly Tag[]): void {
    const page = (this.#page ??= this.#newPage())
    const part = this.#partAt(path, page.ref)
    const mark = page.owners.push(part.ref) - 1
    part.kids.push(part.page === page.ref ? mark : { Type: 'MCR', Pg: page.ref, MCID: mark })
    this.document.addContent(`/${part.tag.role} <</MCID ${mark}>> BDC`)
  }

  /** Begins what nobody reads aloud; `endContent` closes it. */
  beginArtifact(): void {
    this.document.addContent('/Artifact BMC')
  }

  endContent(): void {
    this.document.addContent('EMC')
  }

  /** Closes the page: writes what it holds, and the parts that were not on it. */
  endPage(): void {
    if (this.#page) {
      const owners = newObject(this.document, this.#page.owners)
      this.#parents.add(this.#pages, owners)
      release(owners)
      this.#page = null
    }
    for (const part of this.#open.values()) if (part.lastPage < this.#pages) this.#write(part)
    this.#pages++
  }

  /** Writes the rest. Before the document ends. */
  end(): void {
    for (const part of this.#open.values()) this.#write(part)
    this.#root.data['K'] = this.#top
    this.#root.end()
    this.#tree.data['ParentTreeNextKey'] = this.#pages
  }

  #newPage(): { ref: PdfkitObject; owners: PdfkitObject[] } {
    const ref = asObject(this.document.page.dictionary)
    Object.assign(ref.data, { StructParents: this.#pages, Tabs: 'S' })
    return { ref, owners: [] }
  }

  #partAt(path: readonly Tag[], page: PdfkitObject): Part {
    let part: Part | null = null
    for (const tag of path) {
      let next = this.#open.get(tag)
      if (!next) {
        const parent: PdfkitObject = part?.ref ?? this.#root
        next = { ref: newObject(this.document, {}), tag, parent, page, kids: [], lastPage: this.#pages }
        if (part) part.kids.push(next.ref)
        else this.#top.push(next.ref)
        this.#open.set(tag, next)
      }
      next.lastPage = this.#pages
      part = next
    }
    if (!part) throw new Error('content of no part')
    return part
  }

  #write({ ref, tag, parent, page, kids }: Part): void {
    const { role, language, alt, scope } = tag
    Object.assign(ref.data, {
      ...{ Type: 'StructElem', S: role, P: parent, Pg: page, K: kids },
      ...(language && { Lang: pdfText(language) }),
      ...(alt && { Alt: pdfText(alt) }),
      ...(scope && { A: { O: 'Table', Scope: scope } }),
    })
    release(ref)
    this.#open.delete(tag)
  }
}

/** Writes an object; what remains of it is its number. */
function release(ref: PdfkitObject): void {
  ref.end()
  ref.data = {}
}
