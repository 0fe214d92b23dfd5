import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { decoded, type Unpacking } from './decode'
import { numberIn, readObjectAt } from './objectAt'
import { parsed } from './parsing'
import { runFinder, type Run } from './runs'
import { PdfFault } from './PdfFault'
import type { PdfFile } from './PdfFile'

/** Where an object stands: at a position of the file, as a part of an object stream, or nowhere any more. */
export type Located =
  { kind: 'at'; position: number; generation: number } | { kind: 'within'; stream: number; index: number } | { kind: 'free' }

/** A cross-reference section (ISO 32000-1 §7.5.4, §7.5.8). Entries are looked up one by one: a long table never becomes objects in memory. */
export interface Section {
  style: 'table' | 'stream'
  trailer: PDFDict
  /** One more than the highest object number it knows. */
  size: number
  /** Where the object stands; `null` when this section does not speak of it. */
  find(number: number): Located | null
}

/** Most saves of one file that are followed back. */
const LONGEST_CHAIN = 1_000
/** Most runs of numbers in one table. */
const MOST_RUNS = 20_000
/** Most values in the dictionaries of all sections together: they are kept. */
const MOST_KEPT = 500_000
/** Rows of references. */
const ROWS: Unpacking = { most: 64 * 1024 * 1024, cost: 'rows', anyFilter: false }

/** All sections of a file, the newest first. Errors: `PdfFault`; `Exhausted`. */
export function readSections(file: PdfFile, newestAt: number): Section[] {
  const sections: Section[] = []
  const seen = new Set<number>()
  const before = file.effort.spent('values')
  let at: number | undefined = newestAt
  while (at !== undefined) {
    if (seen.has(at) || seen.size >= LONGEST_CHAIN) throw new PdfFault('sections without end')
    seen.add(at)
    const section = readSection(file, at)
    const streamAt = section.style === 'table' ? positionIn(section.trailer, 'XRefStm') : undefined
    if (file.effort.spent('values') - before > MOST_KEPT) throw new PdfFault('sections too large')
    sections.push(streamAt === undefined ? section : hybrid(section, readStream(file, streamAt)))
    at = positionIn(section.trailer, 'Prev')
  }
  return sections
}

/** A table for old readers, to which a free object is hidden, and a stream for new ones (§7.5.8.4). */
function hybrid(table: Section, stream: Section): Section {
  const find = (number: number): Located | null => {
    const located = table.find(number)
    return located && located.kind !== 'free' ? located : (stream.find(number) ?? located)
  }
  return { ...table, size: Math.max(table.size, stream.size), find }
}

function positionIn(trailer: PDFDict, key: string): number | undefined {
  const value = trailer.get(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

function readSection(file: PdfFile, at: number): Section {
  const word = /^\s*xref(?=\s)/.exec(file.bytes(at, 32).toString('latin1'))
  return word ? readTable(file, at + word[0].length) : readStream(file, at)
}

/** Numbers that follow each other in a table; `width`: bytes of an entry, which some writers make 19 instead of 20. */
interface TableRun extends Run {
  position: number
  width: number
}

function readTable(file: PdfFile, from: number): Section {
  const runs: TableRun[] = []
  let at = from
  for (;;) {
    const text = file.bytes(at, 96).toString('latin1')
    const word = /^\s*trailer/.exec(text)
    if (word) {
      at += word[0].length
      break
    }
    const run = runIn(text, at)
    if (runs.length >= MOST_RUNS || run.position + run.count * run.width > file.size) throw new PdfFault('a table without end')
    file.effort.spend('runs', 1)
    runs.push(run)
    at = run.position + run.count * run.width
  }
  const size = Math.max(0, ...runs.map(({ first, count }) => first + count))
  const runOf = runFinder(runs)
  return { style: 'table', trailer: trailerAt(file, at), size, find: (number) => findInTable(file, runOf(number), number) }
}

function runIn(text: string, at: number): TableRun {
  const head = /^\s*(\d{1,10})\s+(\d{1,10})\s*/.exec(text)
  if (!head) throw new PdfFault('no table')
  const [first, count, position] = [Number(head[1]), Number(head[2]), at + head[0].length]
  const entry = /^(\d{10}) (\d{5}) [nf]([ \r\n]{1,2})/.exec(text.slice(head[0].length))
  if (!entry && count > 0) throw new PdfFault('no entries')
  // Object 0 is always free and the first: a table that gives it another number counts wrongly by that.
  const isZero = entry?.[1] === '0000000000' && entry[2] === '65535'
  return { first: isZero ? 0 : first, count, position, width: 18 + (entry?.[3]?.length ?? 2) }
}

function trailerAt(file: PdfFile, at: number): PDFDict {
  for (const length of [4 * 1024, 256 * 1024]) {
    const trailer = parsed(file.bytes(at, length), file.effort)
    if (trailer instanceof PDFDict) return trailer
  }
  throw new PdfFault('no trailer')
}

function findInTable(file: PdfFile, run: TableRun | undefined, number: number): Located | null {
  if (!run) return null
  const entry = file.bytes(run.position + (number - run.first) * run.width, 18)
  const parts = /^(\d{10}) (\d{5}) ([nf])$/.exec(entry.toString('latin1'))
  if (!parts) throw new PdfFault('an entry is broken')
  const position = Number(parts[1])
  return parts[3] === 'f' || position === 0 ? { kind: 'free' } : { kind: 'at', position, generation: Number(parts[2]) }
}

function readStream(file: PdfFile, at: number): Section {
  const { object, dataAt } = readObjectAt(file, at)
  if (!(object instanceof PDFDict) || dataAt === null) throw new PdfFault('no cross-reference stream')
  const length = numberIn(object, 'Length')
  if (length > ROWS.most) throw new PdfFault('a table without end')
  const rows = decoded(object, file.bytes(dataAt, length), ROWS, file.effort)
  const widths = numbersIn(object, 'W')
  if (widths.length !== 3 || widths.some((width) => width > 8)) throw new PdfFault('no columns')
  const index = object.has(PDFName.of('Index')) ? numbersIn(object, 'Index') : [0, numberIn(object, 'Size')]
  const runs = runsOf(index)
  const size = runs.reduce((most, { first, count }) => Math.max(most, first + count), 0)
  const runOf = runFinder(runs)
  const find = (number: number): Located | null => {
    const run = runOf(number)
    return run ? locatedBy(rows, widths, run.row + number - run.first) : null
  }
  return { style: 'stream', trailer: object, size, find }
}

function numbersIn(dict: PDFDict, key: string): number[] {
  const list = dict.get(PDFName.of(key))
  const numbers = list instanceof PDFArray ? list.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : -1)) : []
  if (numbers.length === 0 || numbers.some((number) => !Number.isSafeInteger(number) || number < 0))
    throw new PdfFault(`no ${key}`)
  return numbers
}

/** The pairs of an index, each with the row of its first number. */
function runsOf(index: readonly number[]): (Run & { row: number })[] {
  const runs: (Run & { row: number })[] = []
  let row = 0
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first, count] = [index[i]!, index[i + 1]!]
    runs.push({ first, count, row })
    row += count
  }
  return runs
}

function locatedBy(rows: Uint8Array, widths: readonly number[], row: number): Located | null {
  const width = widths.reduce((sum, one) => sum + one, 0)
  if ((row + 1) * width > rows.length) return null
  let at = row * width
  const [type, second, third] = widths.map((bytes, column) => {
    let value = bytes === 0 && column === 0 ? 1 : 0
    for (let i = 0; i < bytes; i++) value = value * 256 + rows[at++]!
    return value
  }) as [number, number, number]
  if (type === 1) return { kind: 'at', position: second, generation: third }
  return type === 2 ? { kind: 'within', stream: second, index: third } : { kind: 'free' }
}
