import { decodePDFRawStream, PDFArray, PDFContext, PDFDict, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { constants, inflateSync } from 'node:zlib'
import { Exhausted, type Cost, type Effort } from './Effort'
import { numberIn } from './objectAt'
import { PdfFault } from './PdfFault'

/** How a stream is unpacked: to at most so many bytes, at whose cost, and whether with other filters than Flate. */
export interface Unpacking {
  most: number
  cost: Cost
  /** References and objects come in Flate or plain from every writer; page content in whatever old drivers knew. */
  anyFilter: boolean
}

/** Widest row of a predictor, in bytes: content has none, references have rows of some twenty. */
const WIDEST_ROW = 64 * 1024
/** How much is unpacked at once, in bytes. */
const PORTION = 256 * 1024
/** Most filters one after the other. */
const MOST_FILTERS = 4

const listOf = (value: PDFObject | undefined): PDFObject[] =>
  value === undefined ? [] : value instanceof PDFArray ? value.asArray() : [value]

/**
 * The data of a stream without its filters (ISO 32000-1 §7.4). pdf-lib leaves predictors out, which nearly every cross-reference stream uses, so they are undone here.
 * Errors: `PdfFault` for a filter that is not allowed; `Exhausted` when it unpacks to more than allowed.
 */
export function decoded(dict: PDFDict, data: Uint8Array, how: Unpacking, effort: Effort): Uint8Array {
  const settings = listOf(dict.get(PDFName.of('DecodeParms')))
  const filters = listOf(dict.get(PDFName.of('Filter')))
  if (filters.length > MOST_FILTERS) throw new PdfFault('too many filters')
  const most = Math.min(how.most, effort.left(how.cost))
  let bytes = data
  for (const [index, filter] of filters.entries()) {
    bytes = withoutFilter(filter, bytes, { ...how, most })
    const setting = settings[index]
    if (setting instanceof PDFDict) bytes = unpredicted(setting, bytes)
  }
  if (bytes.length > most) throw new Exhausted('unpacks to too much')
  effort.spend(how.cost, bytes.length)
  return bytes
}

function withoutFilter(filter: PDFObject, bytes: Uint8Array, { most, anyFilter }: Unpacking): Uint8Array {
  if (filter === PDFName.of('FlateDecode')) return inflated(bytes, most)
  if (!anyFilter) throw new PdfFault('a filter that is not for this')
  return otherwise(filter, bytes, most)
}

// Files cut short by a byte or two lack the checksum, not the data.
function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), chunkSize: 64 * 1024, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new Exhausted('unpacks to too much') : error
  }
}

function otherwise(filter: PDFObject, bytes: Uint8Array, most: number): Uint8Array {
  const dict = PDFDict.withContext(PDFContext.create())
  dict.set(PDFName.of('Filter'), filter)
  const stream = decodePDFRawStream(PDFRawStream.of(dict, bytes))
  const portions: Uint8Array[] = []
  let length = 0
  for (;;) {
    const portion = stream.getBytes(PORTION)
    if (portion.length === 0) return Buffer.concat(portions)
    length += portion.length
    if (length > most) throw new Exhausted('unpacks to too much')
    portions.push(Uint8Array.from(portion))
  }
}

/** Undoes the predictors of PNG (ISO 32000-1 §7.4.4.4; RFC 2083 §6). */
function unpredicted(settings: PDFDict, bytes: Uint8Array): Uint8Array {
  const predictor = numberIn(settings, 'Predictor', 1)
  if (predictor === 1) return bytes
  if (predictor < 10) throw new PdfFault('a predictor for pictures')
  const bits = numberIn(settings, 'Colors', 1) * numberIn(settings, 'BitsPerComponent', 8)
  const step = Math.max(1, bits >> 3)
  const width = Math.ceil((bits * numberIn(settings, 'Columns', 1)) / 8)
  if (width < 1 || width > Math.min(bytes.length, WIDEST_ROW)) throw new PdfFault('rows wider than the data')
  const rows = Math.floor(bytes.length / (width + 1))
  const plain = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) unpredictRow(bytes, plain, row, { width, step })
  return plain
}

function unpredictRow(bytes: Uint8Array, plain: Uint8Array, row: number, { width, step }: { width: number; step: number }): void {
  const [from, to] = [row * (width + 1) + 1, row * width]
  const type = bytes[from - 1]!
  for (let i = 0; i < width; i++) {
    const left = i < step ? 0 : plain[to + i - step]!
    const above = row === 0 ? 0 : plain[to + i - width]!
    const corner = row === 0 || i < step ? 0 : plain[to + i - width - step]!
    plain[to + i] = bytes[from + i]! + guess(type, left, above, corner)
  }
}

function guess(type: number, left: number, above: number, corner: number): number {
  if (type === 0) return 0
  if (type === 1) return left
  if (type === 2) return above
  if (type === 3) return (left + above) >> 1
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
