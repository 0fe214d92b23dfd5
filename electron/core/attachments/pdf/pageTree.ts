import { PDFArray, type PDFDict, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import type { PdfDocument } from './PdfDocument'
import { PdfFault } from './PdfFault'

/** Deepest page tree that is followed, and the most of its nodes. */
const DEEPEST = 64
const MOST_NODES = 200_000

const KIDS = PDFName.of('Kids')
const COUNT = PDFName.of('Count')

/** A page and what it takes over from the nodes above it (ISO 32000-1 §7.7.3.4). */
export interface FoundPage {
  ref: PDFRef
  dict: PDFDict
  /** Its own entry, or the nearest above it. */
  inherited(key: string): PDFObject | undefined
}

/** The root of the page tree. Errors: `PdfFault` when there is none. */
function pagesOf(document: PdfDocument): PDFObject | undefined {
  const catalog = document.dict(document.trailer('Root'))
  if (!catalog) throw new PdfFault('no catalog')
  return catalog.get(PDFName.of('Pages'))
}

/** Pages that the root of the tree states; `null` when it states none. Errors: `PdfFault`. */
export function statedPages(document: PdfDocument): number | null {
  const root = document.dict(pagesOf(document))
  const count = document.resolve(root?.get(COUNT))
  return count instanceof PDFNumber && Number.isSafeInteger(count.asNumber()) && count.asNumber() > 0 ? count.asNumber() : null
}

/** The n-th page (from 1); `null` when there are fewer. Errors: `PdfFault` when the tree is broken on the way to it. */
export function findPage(document: PdfDocument, page: number): FoundPage | null {
  let node = pagesOf(document)
  let before = page - 1
  const above: PDFDict[] = []
  for (let depth = 0; depth < DEEPEST; depth++) {
    const dict = document.dict(node)
    if (!dict) throw new PdfFault('no page tree')
    if (isLeaf(dict)) return node instanceof PDFRef && before === 0 ? found(node, dict, above) : null
    above.unshift(dict)
    const next = kidWith(document, dict, before)
    if (!next) return null
    node = next.kid
    before = next.before
  }
  throw new PdfFault('a page tree too deep')
}

const isLeaf = (dict: PDFDict): boolean => !dict.has(KIDS) && dict.get(PDFName.of('Type')) !== PDFName.of('Pages')

function found(ref: PDFRef, dict: PDFDict, above: readonly PDFDict[]): FoundPage {
  const inherited = (key: string): PDFObject | undefined =>
    [dict, ...above].find((node) => node.has(PDFName.of(key)))?.get(PDFName.of(key))
  return { ref, dict, inherited }
}

/** The kid under which a page lies, and how many pages of that kid come before it. */
function kidWith(document: PdfDocument, node: PDFDict, before: number): { kid: PDFObject; before: number } | null {
  let left = before
  for (const kid of kidsOf(document, node)) {
    const dict = document.dict(kid)
    if (!dict) continue
    const count = document.resolve(dict.get(COUNT))
    const stated = count instanceof PDFNumber ? count.asNumber() : 0
    const pages = isLeaf(dict) ? 1 : stated > 0 ? stated : countPages(document, kid)
    if (left < pages) return { kid, before: left }
    left -= pages
  }
  return null
}

function kidsOf(document: PdfDocument, node: PDFDict): PDFObject[] {
  const kids = document.resolve(node.get(KIDS))
  return kids instanceof PDFArray ? kids.asArray() : []
}

/** Counts the pages under a node (without one: all of them) by visiting each. Errors: `PdfFault`. */
export function countPages(document: PdfDocument, from?: PDFObject): number {
  const open: (PDFObject | undefined)[] = [from ?? pagesOf(document)]
  const seen = new Set<PDFObject>()
  let pages = 0
  while (open.length > 0) {
    const node = open.pop()
    if (node instanceof PDFRef && (seen.has(node) || seen.size >= MOST_NODES)) throw new PdfFault('a page tree without end')
    if (node instanceof PDFRef) seen.add(node)
    const dict = document.dict(node)
    if (!dict) continue
    if (isLeaf(dict)) pages++
    else open.push(...kidsOf(document, dict))
  }
  return pages
}
