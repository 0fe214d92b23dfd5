import { PDFDict, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import { decoded, type Unpacking } from './decode'
import { readObjectAt } from './objectAt'
import { ObjectStream } from './ObjectStream'
import { PdfFault } from './PdfFault'
import type { PdfFile } from './PdfFile'
import type { Located, Section } from './sections'

/** References that follow each other before something else comes. */
const LONGEST_WAY = 16
/** Objects that are read for one question: more is a file that was made to keep us busy. */
const MOST_READ = 500_000
/** Highest number of an object (ISO 32000-1, annex C). */
const HIGHEST = 8_388_607
/** Unpacked object streams that are kept. */
const KEPT_STREAMS = 4
/** Objects of an object stream: an honest one has some hundred kilobytes. */
const OBJECTS: Unpacking = { most: 16 * 1024 * 1024, cost: 'unpacked', anyFilter: false }

/** How the objects of a file are found: by its own sections, or by looking through it where they are broken. */
export interface Finding {
  sections: readonly Section[]
  /** Position of the newest section, to which a new one points back; `null` where the file's own are broken. */
  newestAt: number | null
  /** Every object's place, where the file's own sections are broken. */
  all: ReadonlyMap<number, Located> | null
}

/** The objects of a PDF, read one by one when they are asked for. */
export class PdfDocument {
  private readonly streams = new Map<number, ObjectStream>()
  private read = 0

  constructor(
    readonly file: PdfFile,
    readonly finding: Finding,
  ) {}

  /** How new references are written: like the newest, for readers do not expect a table before a stream or the other way round. */
  get style(): Section['style'] {
    return this.finding.sections[0]!.style
  }

  /** One more than the highest number of an object. Errors: `PdfFault` when no number is left for another. */
  get size(): number {
    const sizeOf = ({ size, trailer }: Section): number => {
      const stated = trailer.get(PDFName.of('Size'))
      return Math.max(size, stated instanceof PDFNumber ? stated.asNumber() : 0)
    }
    const size = this.finding.sections.reduce((most, section) => Math.max(most, sizeOf(section)), 0)
    if (size > HIGHEST - 1_000) throw new PdfFault('no number left')
    return size
  }

  /** An entry of the trailer: the newest that has it. */
  trailer(key: string): PDFObject | undefined {
    const name = PDFName.of(key)
    return this.finding.sections.find(({ trailer }) => trailer.has(name))?.trailer.get(name)
  }

  /** Whether anything in it is encrypted (ISO 32000-1 §7.6). */
  get encrypted(): boolean {
    return this.trailer('Encrypt') !== undefined
  }

  /** What a reference leads to; anything else as it is. Nothing for a missing object, which is the same as null (§7.3.10). Errors: `PdfFault`. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    let found = object
    for (let hop = 0; found instanceof PDFRef; hop++) {
      if (hop === LONGEST_WAY) throw new PdfFault('references in a ring')
      found = this.#object(found.objectNumber)
    }
    return found
  }

  /** A dictionary, by a reference or as it is; of a stream its own. Nothing where something else stands. */
  dict(object: PDFObject | undefined): PDFDict | undefined {
    const found = this.resolve(object)
    return found instanceof PDFDict ? found : undefined
  }

  #object(number: number): PDFObject | undefined {
    if (++this.read > MOST_READ) throw new PdfFault('objects without end')
    const located = this.#find(number)
    if (located === null || located.kind === 'free') return undefined
    if (located.kind === 'within') return this.members(located.stream).member(number, this.file.effort)
    const found = readObjectAt(this.file, located.position)
    if (found.number !== number) throw new PdfFault(`another object where ${number} should be`)
    return found.object
  }

  #find(number: number): Located | null {
    this.file.effort.spend('steps', this.finding.sections.length)
    for (const section of this.finding.sections) {
      const located = section.find(number)
      if (located) return located
    }
    return null
  }

  /** The objects of an object stream (§7.5.7). Errors: `PdfFault`. */
  members(number: number): ObjectStream {
    const known = this.streams.get(number)
    if (known) return known
    const located = this.#find(number)
    if (located?.kind !== 'at') throw new PdfFault('no object stream')
    const members = this.#unpack(located.position)
    const oldest = this.streams.size >= KEPT_STREAMS ? this.streams.keys().next().value : undefined
    if (oldest !== undefined) this.streams.delete(oldest)
    this.streams.set(number, members)
    return members
  }

  #unpack(position: number): ObjectStream {
    const { dict, data } = this.#stream(position, OBJECTS)
    return new ObjectStream(dict, data)
  }

  /** The unpacked data of a page's content. Errors: `PdfFault` when it is none, or longer than `most` bytes packed; `Exhausted` when all of it together is too long. */
  data(object: PDFObject, most: number): Uint8Array {
    const located = object instanceof PDFRef ? this.#find(object.objectNumber) : null
    if (located?.kind !== 'at') throw new PdfFault('no stream')
    // How much it unpacks to is bounded by what all content together may cost.
    return this.#stream(located.position, { most: Infinity, cost: 'content', anyFilter: true }, most).data
  }

  #stream(position: number, how: Unpacking, most = how.most): { dict: PDFDict; data: Uint8Array } {
    const { object, dataAt } = readObjectAt(this.file, position)
    if (!(object instanceof PDFDict) || dataAt === null) throw new PdfFault('no stream')
    const length = this.resolve(object.get(PDFName.of('Length')))
    if (!(length instanceof PDFNumber) || length.asNumber() > most) throw new PdfFault('a stream without end')
    const packed = this.file.bytes(dataAt, length.asNumber())
    return { dict: object, data: decoded(object, packed, how, this.file.effort) }
  }

  /** Closes the file. */
  close(): void {
    this.file.close()
  }
}
