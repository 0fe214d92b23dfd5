import type { StampPlace } from '#shared/contract'
import {
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPageEmbedder,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Refusal } from '../../errors'
import { isOfTheDisk } from '../pdf/findObjects'
import { openPdf } from '../pdf/openPdf'
import { findPage, statedPages, type FoundPage } from '../pdf/pageTree'
import type { PdfDocument } from '../pdf/PdfDocument'
import { openStates } from './openStates'
import { pageShape } from './pageShape'
import { ObjectWriter } from './ObjectWriter'
import { placeStamp, type Placed } from './placing'

/** What is drawn: a PDF of one page, exactly as large as the stamp. */
export type StampPage = Uint8Array

/** Where the stamp is wished: a page and, unless it is to lie in the corner, a place on it. */
export interface Wish {
  page: number
  place: Pick<StampPlace, 'x' | 'y' | 'turn'> | null
}

/** What came of it. */
export interface Stamped {
  place: Placed['place']
  pages: number
}

/** Packed content that is looked through, in bytes: text and lines of the fullest page stay far below, drawings of a plotter do not. */
const LARGEST_CONTENT = 2 * 1024 * 1024

const COPIED_AT_ONCE = 512 * 1024

const CONTENTS = PDFName.of('Contents')
const RESOURCES = PDFName.of('Resources')
const XOBJECT = PDFName.of('XObject')

/**
 * Copies a PDF file and appends a stamp to the copy as incremental update (ISO 32000-1 §7.5.6): the copy begins with the source's bytes. The page gets the stamp over its content;
 * what it showed and said stays. With `target` the same as `source` the stamp is appended to the file itself.
 * Errors: `Refusal attachments.not_stampable` when it is encrypted or has no such page; `PdfFault` when it is damaged; the file system's.
 */
export async function stampPdf(source: string, target: string, stamp: StampPage, wish: Wish): Promise<Stamped> {
  const document = openPdf(source)
  try {
    const page = document.encrypted ? null : findPage(document, wish.page)
    if (!page) throw new Refusal('attachments.not_stampable')
    const added = PDFContext.create()
    added.largestObjectNumber = document.size - 1
    const drawn = await embed(added, stamp)
    const { matrix, place } = placeStamp(pageShape(document, page), drawn, wish.place)
    const changed = withStamp(document, page, added, { form: drawn.form, matrix })
    if (target !== source) await copyBytes(source, target)
    await append(document, target, added, { ref: page.ref, dict: changed })
    return { place, pages: statedPages(document) ?? 1 }
  } finally {
    document.close()
  }
}

/** Copies a file through one small buffer, as a file of our own: a copy by the system would take over that the source may not be written. */
async function copyBytes(source: string, target: string): Promise<void> {
  const from = await open(source, 'r')
  try {
    const to = await open(target, 'w')
    try {
      const buffer = Buffer.alloc(COPIED_AT_ONCE)
      for (;;) {
        const { bytesRead } = await from.read(buffer, 0, buffer.length, null)
        if (bytesRead === 0) return
        await to.writeFile(buffer.subarray(0, bytesRead))
      }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

/** The stamp's page as form among the added objects; its size in points. */
async function embed(added: PDFContext, stamp: StampPage): Promise<{ form: PDFRef; width: number; height: number }> {
  const document = await PDFDocument.load(stamp, { updateMetadata: false })
  const embedder = await PDFPageEmbedder.for(document.getPage(0).node)
  const form = await embedder.embedIntoContext(document.context)
  return { form: PDFObjectCopier.for(document.context, added).copy(form), width: embedder.width, height: embedder.height }
}

/** The page's dictionary with the stamp after its content; the content stands between `q` and `Q`, so that what it leaves behind does not move the stamp. */
function withStamp(
  document: PdfDocument,
  page: FoundPage,
  added: PDFContext,
  stamp: { form: PDFRef; matrix: Placed['matrix'] },
): PDFDict {
  const changed = page.dict.clone(added)
  const resources = copyOf(document.dict(page.inherited('Resources')), added)
  const forms = copyOf(document.dict(resources.get(XOBJECT)), added)
  const name = forms.uniqueKey('KirisStamp')
  forms.set(name, stamp.form)
  resources.set(XOBJECT, forms)
  changed.set(RESOURCES, resources)
  const own = contentsOf(document, page.dict.get(CONTENTS))
  const draw = `q ${stamp.matrix.map(written).join(' ')} cm ${name.toString()} Do Q\n`
  const open = statesLeftOpen(document, own)
  const before = own.length > 0 ? [added.register(added.stream('q\n'.repeat(1 + Math.max(0, -open))))] : []
  const after = added.register(added.stream(own.length > 0 ? `\n${'Q\n'.repeat(1 + Math.max(0, open))}${draw}` : draw))
  changed.set(CONTENTS, added.obj([...before, ...own, after]))
  return changed
}

const copyOf = (dict: PDFDict | undefined, context: PDFContext): PDFDict => dict?.clone(context) ?? context.obj({})

// A hundred-thousandth of a unit is finer than any printer; a power of ten is no number of PDF.
const written = (value: number): string => String(Number(value.toFixed(5)))

/** The page's streams: one, several, or none (§7.7.3.3). */
function contentsOf(document: PdfDocument, contents: PDFObject | undefined): PDFObject[] {
  const found = document.resolve(contents)
  if (found instanceof PDFArray) return found.asArray()
  return found && contents instanceof PDFRef ? [contents] : []
}

/** See `openStates`; 0 for content that is too large to be looked through or cannot be unpacked. */
function statesLeftOpen(document: PdfDocument, contents: readonly PDFObject[]): number {
  try {
    const pieces: Uint8Array[] = []
    for (const content of contents) pieces.push(document.data(content, LARGEST_CONTENT), Buffer.from('\n'))
    return openStates(Buffer.concat(pieces))
  } catch (error) {
    if (isOfTheDisk(error)) throw error
    return 0
  }
}

async function append(
  document: PdfDocument,
  file: string,
  added: PDFContext,
  page: { ref: PDFRef; dict: PDFDict },
): Promise<void> {
  const { newestAt, all } = document.finding
  const handle = await open(file, 'a')
  try {
    const writer = new ObjectWriter(handle, document.file.size)
    await writer.bytes('\n')
    await writer.object(page.ref, page.dict)
    for (const [ref, object] of added.enumerateIndirectObjects()) await writer.object(ref, object)
    const trailer = added.obj({
      Root: document.trailer('Root'),
      Info: document.trailer('Info'),
      ID: idOf(document, page.dict),
    })
    if (newestAt !== null) trailer.set(PDFName.of('Prev'), PDFNumber.of(newestAt))
    await writer.end(document.style, trailer, all ?? new Map(), added.largestObjectNumber + 1)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The file's name for itself: the first half stays, the second says that this is another version (§14.4). */
function idOf(document: PdfDocument, page: PDFDict): PDFArray | undefined {
  const id = document.resolve(document.trailer('ID'))
  const first = id instanceof PDFArray ? id.get(0) : undefined
  if (!(first instanceof PDFString || first instanceof PDFHexString)) return undefined
  const digest = createHash('sha256').update(`${first.toString()} ${document.file.size} ${page.toString()}`).digest('hex')
  return page.context.obj([first, PDFHexString.of(digest.slice(0, 32))])
}
