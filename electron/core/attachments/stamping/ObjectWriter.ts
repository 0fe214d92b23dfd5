import { PDFContext, PDFCrossRefStream, type PDFDict, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import type { FileHandle } from 'node:fs/promises'
import type { Located } from '../pdf/sections'

type CrossReference = Parameters<typeof PDFCrossRefStream.of>[1][number]

// Of pdf-lib's kinds of entries, whose list it does not export.
const FREE = 0
const PLAIN = 1
const COMPRESSED = 2

/** Writes objects one after another into an open file and remembers where they stand. Positions are bytes as the file counts them; nothing but the object at hand is in memory. */
export class ObjectWriter {
  private readonly places = new Map<number, Located>()

  /** `position`: where the next byte goes. */
  constructor(
    private readonly handle: FileHandle,
    private position: number,
  ) {}

  /** Writes bytes as they are. Errors: the file system's. */
  async bytes(bytes: Uint8Array | string): Promise<void> {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
    await this.handle.writeFile(buffer)
    this.position += buffer.length
  }

  /** Writes an object under its number and generation. */
  async object(ref: PDFRef, object: PDFObject): Promise<void> {
    this.#here(ref)
    const bytes = new Uint8Array(object.sizeInBytes())
    object.copyBytesInto(bytes, 0)
    await this.bytes(`${ref.objectNumber} ${ref.generationNumber} obj\n`)
    await this.bytes(bytes)
    await this.bytes('\nendobj\n')
  }

  /** Writes a stream whose data comes in portions; its length follows as the object `lengthRef`. */
  async stream(ref: PDFRef, lengthRef: PDFRef, dict: PDFDict, portions: AsyncIterable<Uint8Array>): Promise<void> {
    this.#here(ref)
    dict.set(PDFName.of('Length'), lengthRef)
    await this.bytes(`${ref.objectNumber} 0 obj\n${dict.toString()}\nstream\n`)
    const from = this.position
    for await (const portion of portions) await this.bytes(portion)
    const length = this.position - from
    await this.bytes('\nendstream\nendobj\n')
    await this.object(lengthRef, PDFNumber.of(length))
  }

  /**
   * Ends the file with a cross-reference section over what was written, as table or as stream (ISO 32000-1 §7.5.4, §7.5.8). `trailer`: without `Size`; with `Prev` where it
   * continues older sections. `others`: objects that stand elsewhere and are named here too.
   */
  async end(style: 'table' | 'stream', trailer: PDFDict, others: ReadonlyMap<number, Located>, size: number): Promise<void> {
    const entries = new Map([...others, ...this.places])
    if (!trailer.has(PDFName.of('Prev'))) entries.set(0, { kind: 'free' })
    const at = this.position
    if (style === 'stream') await this.#endStream(trailer, entries, size)
    else await this.#endTable(trailer, entries, size)
    await this.bytes(`startxref\n${at}\n%%EOF\n`)
  }

  #here(ref: PDFRef): void {
    this.places.set(ref.objectNumber, { kind: 'at', position: this.position, generation: ref.generationNumber })
  }

  async #endStream(trailer: PDFDict, entries: Map<number, Located>, size: number): Promise<void> {
    const ref = PDFRef.of(size)
    this.#here(ref)
    entries.set(size, this.places.get(size)!)
    trailer.set(PDFName.of('Size'), PDFNumber.of(size + 1))
    await this.object(ref, PDFCrossRefStream.of(trailer, sorted(entries).map(referenceOf)))
  }

  async #endTable(trailer: PDFDict, entries: Map<number, Located>, size: number): Promise<void> {
    trailer.set(PDFName.of('Size'), PDFNumber.of(size))
    let table = 'xref\n'
    for (const run of runsOf(sorted(entries))) table += `${run[0]![0]} ${run.length}\n${run.map(lineOf).join('')}`
    await this.bytes(`${table}trailer\n${trailer.toString()}\n`)
  }
}

const sorted = (entries: Map<number, Located>): [number, Located][] => [...entries].sort(([a], [b]) => a - b)

function runsOf(entries: readonly [number, Located][]): [number, Located][][] {
  const runs: [number, Located][][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run?.at(-1)?.[0] === entry[0] - 1) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

function lineOf([, located]: [number, Located]): string {
  const [position, generation, kind] =
    located.kind === 'at' ? [located.position, located.generation, 'n'] : ([0, 65535, 'f'] as const)
  return `${String(position).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind} \n`
}

function referenceOf([number, located]: [number, Located]): CrossReference {
  if (located.kind === 'at') {
    return { type: PLAIN, ref: PDFRef.of(number, located.generation), offset: located.position }
  }
  if (located.kind === 'free') return { type: FREE, ref: PDFRef.of(number, 65535), nextFreeObjectNumber: 0 }
  return { type: COMPRESSED, ref: PDFRef.of(number), objectStreamRef: PDFRef.of(located.stream), index: located.index }
}

/** A new dictionary. */
export const dictionary = (entries: Record<string, PDFObject | string | number | undefined>): PDFDict =>
  PDFContext.create().obj(entries)
