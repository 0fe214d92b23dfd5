import { type PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import type { Effort } from './Effort'
import { LARGEST_OBJECT, parsed } from './parsing'
import { PdfFault } from './PdfFault'
import type { PdfFile } from './PdfFile'

/** An indirect object as it stands in the file; of a stream only its dictionary. */
export interface ObjectAt {
  number: number
  generation: number
  object: PDFObject
  /** Where a stream's data begins, in bytes; `null` when the object is none. */
  dataAt: number | null
}

// Nearly every object but a stream's data fits into the first portion; nothing honest exceeds the last.
const PORTIONS = [2 * 1024, 32 * 1024, 512 * 1024, LARGEST_OBJECT]
/** How often what looks like an object's end may turn out to stand inside a string. */
const TRIES = 8

/** Reads the object whose header stands at a position. Errors: `PdfFault` when there is none; `Exhausted`. */
export function readObjectAt(file: PdfFile, position: number): ObjectAt {
  for (const length of PORTIONS) {
    const bytes = file.bytes(position, length)
    const found = objectIn(bytes, bytes.length < length, file.effort)
    if (found) return { ...found, dataAt: found.dataAt === null ? null : position + found.dataAt }
  }
  throw new PdfFault(`object at ${position} has no end`)
}

/** The object at the beginning of a portion; `null` when the portion is too short for it. */
function objectIn(bytes: Buffer, isLast: boolean, effort: Effort): ObjectAt | null {
  const text = bytes.toString('latin1')
  const head = /^[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj/.exec(text)
  if (!head) throw new PdfFault('no object where one should be')
  const from = head[0].length
  const named = { number: Number(head[1]), generation: Number(head[2]) }
  const ends = /endobj|>>[\0\t\n\f\r ]*stream(\r\n|\n|\r)/g
  ends.lastIndex = from
  for (let tries = 0; tries < TRIES; tries++) {
    const end = ends.exec(text)
    if (!end) break
    const isStream = end[1] !== undefined
    const object = parsed(bytes.subarray(from, isStream ? end.index + 2 : end.index), effort)
    if (object) return { ...named, object, dataAt: isStream ? end.index + end[0].length : null }
  }
  const rest = isLast ? parsed(bytes.subarray(from), effort) : null
  return rest && { ...named, object: rest, dataAt: null }
}

/** A whole number of a dictionary that must stand in it directly; `fallback` when the entry is missing. */
export function numberIn(dict: PDFDict, key: string, fallback?: number): number {
  const value = dict.get(PDFName.of(key))
  if (value === undefined && fallback !== undefined) return fallback
  if (!(value instanceof PDFNumber) || !Number.isSafeInteger(value.asNumber())) throw new PdfFault(`${key} is no number`)
  return value.asNumber()
}
