import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { Exhausted } from './Effort'
import { numberIn, readObjectAt } from './objectAt'
import type { ObjectStream } from './ObjectStream'
import { parsed } from './parsing'
import { PdfDocument, type Finding } from './PdfDocument'
import { PdfFault } from './PdfFault'
import type { PdfFile } from './PdfFile'
import type { Located, Section } from './sections'

const PORTION = 1024 * 1024
/** How much of an object is looked at for its kind, and the longest head that may lie across two portions, in bytes. */
const AHEAD = 512
/** A file of 200 MB has a few ten thousand. */
const MOST_OBJECTS = 500_000
/** Most heads of objects: each may be saved several times. */
const MOST_HEADS = 2_000_000

/** What looking through a file finds. */
interface Seen {
  /** Position of each object's last version. */
  objects: Map<number, { position: number; generation: number }>
  /** Those that may be object streams, cross-reference streams, the catalog. */
  streams: number[]
  sections: number[]
  catalogs: number[]
  heads: number
  trailers: PDFDict[]
}

/**
 * Finds the objects of a file whose cross-reference sections are broken by looking through all of it, as every reader does. A file that lacks its end (a broken-off copy)
 * is not repaired: what is missing would be missing unnoticed. Errors: `PdfFault`.
 */
export function findObjects(file: PdfFile): Finding {
  if (!file.end().marked) throw new PdfFault('broken off')
  const seen = look(file)
  const all = new Map<number, Located>()
  for (const [number, place] of seen.objects) all.set(number, { kind: 'at', ...place })
  addMembers(file, seen, all)
  const size = [...all.keys()].reduce((most, number) => Math.max(most, number + 1), 0)
  const style = [...all.values()].some(({ kind }) => kind === 'within') ? 'stream' : 'table'
  const trailer = trailerOf(file, seen)
  const find = (number: number): Located | null => all.get(number) ?? null
  // The sections of before may say that it is encrypted, and nothing else that is of use.
  const others = seen.trailers.map((old): Section => ({ style, trailer: old, size: 0, find: () => null }))
  return { sections: [{ style, trailer, size, find }, ...others], newestAt: null, all }
}

function look(file: PdfFile): Seen {
  const seen: Seen = { objects: new Map(), streams: [], sections: [], catalogs: [], trailers: [], heads: 0 }
  const heads = /(?<![0-9])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])|(?<![a-z])trailer(?=[\0\t\n\f\r <])/g
  for (let at = 0; at < file.size; at += PORTION) {
    const bytes = file.bytes(at, PORTION + AHEAD)
    const text = bytes.toString('latin1')
    for (const head of text.matchAll(heads)) {
      if (head.index >= PORTION) break
      if (head[1] === undefined) note(seen.trailers, parsed(file.bytes(at + head.index + head[0].length, 64 * 1024), file.effort))
      else noteObject(seen, head, at, text.slice(head.index, head.index + AHEAD))
    }
    if (seen.objects.size > MOST_OBJECTS || seen.heads > MOST_HEADS) throw new PdfFault('too many objects')
  }
  return seen
}

function note(trailers: PDFDict[], trailer: unknown): void {
  if (trailer instanceof PDFDict) trailers.push(trailer)
}

function noteObject(seen: Seen, head: RegExpExecArray, at: number, beginning: string): void {
  const number = Number(head[1])
  seen.heads++
  const own = beginning.split('endobj', 1)[0]!
  seen.objects.set(number, { position: at + head.index, generation: Number(head[2]) })
  if (/\/ObjStm\b/.test(own)) seen.streams.push(number)
  if (/\/XRef\b/.test(own)) seen.sections.push(number)
  if (/\/Catalog\b/.test(own)) seen.catalogs.push(number)
}

function addMembers(file: PdfFile, seen: Seen, all: Map<number, Located>): void {
  const direct = new Map(all)
  const section: Section = {
    ...{ style: 'stream', size: 0, trailer: parsed(Buffer.from('<<>>'), file.effort) as PDFDict },
    find: (number) => direct.get(number) ?? null,
  }
  const document = new PdfDocument(file, { sections: [section], newestAt: null, all: null })
  for (const stream of new Set(seen.streams)) {
    const members = membersOf(document, stream)
    const position = seen.objects.get(stream)!.position
    for (const [index, number] of [...(members?.numbers ?? [])].entries()) {
      const own = seen.objects.get(number)
      if (!own || own.position < position) all.set(number, { kind: 'within', stream, index })
    }
    if (all.size > MOST_OBJECTS) throw new PdfFault('too many objects')
  }
}

function membersOf(document: PdfDocument, stream: number): ObjectStream | null {
  try {
    return document.members(stream)
  } catch (error) {
    if (isOfTheDisk(error) || error instanceof Exhausted) throw error
    return null
  }
}

/** Whether an error is the file system's own and says nothing of the file's content. */
export const isOfTheDisk = (error: unknown): boolean => error instanceof Error && 'syscall' in error

function trailerOf(file: PdfFile, seen: Seen): PDFDict {
  const root = PDFName.of('Root')
  for (const number of new Set(seen.sections)) {
    const { object } = readObjectAt(file, seen.objects.get(number)!.position)
    if (object instanceof PDFDict && numberIn(object, 'Size', 0) > 0) seen.trailers.push(object)
  }
  const newest = seen.trailers.findLast((trailer) => trailer.get(root) instanceof PDFRef)
  if (newest) return newest
  const catalog = seen.catalogs.at(-1)
  if (catalog === undefined) throw new PdfFault('no catalog')
  return parsed(Buffer.from(`<</Root ${catalog} ${seen.objects.get(catalog)!.generation} R>>`), file.effort) as PDFDict
}
