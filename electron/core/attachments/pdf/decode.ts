import { decodePDFRawStream, PDFArray, PDFContext, PDFDict, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { constants, inflateSync } from 'node:zlib'
import { numberIn } from './objectAt'
import { PdfFault } from './PdfFile'

/** Largest stream of objects or references that is unpacked, in bytes: an honest one of a file of 200 MB stays far below. */
export const LARGEST_DECODED = 64 * 1024 * 1024

const listOf = (value: PDFObject | undefined): PDFObject[] =>
  value === undefined ? [] : value instanceof PDFArray ? value.asArray() : [value]

/**
 * The data of a stream without its filters (ISO 32000-1 §7.4). pdf-lib leaves predictors out, which nearly every cross-reference stream uses, so they are undone here.
 * Errors: `PdfFault` when it unpacks to more than `LARGEST_DECODED`, or the filter is one for pictures.
 */
export function decoded(dict: PDFDict, data: Uint8Array): Uint8Array {
  const settings = listOf(dict.get(PDFName.of('DecodeParms')))
  return listOf(dict.get(PDFName.of('Filter'))).reduce<Uint8Array>((bytes, filter, index) => {
    const setting = settings[index]
    const plain = filter === PDFName.of('FlateDecode') ? inflated(bytes) : otherwise(filter, bytes)
    if (plain.length > LARGEST_DECODED) throw new PdfFault('unpacks to too much')
    return setting instanceof PDFDict ? unpredicted(setting, plain) : plain
  }, data)
}

// Files cut short by a byte or two lack the checksum, not the data.
const inflated = (bytes: Uint8Array): Uint8Array =>
  inflateSync(bytes, { maxOutputLength: LARGEST_DECODED, finishFlush: constants.Z_SYNC_FLUSH })

function otherwise(filter: PDFObject, bytes: Uint8Array): Uint8Array {
  const dict = PDFDict.withContext(PDFContext.create())
  dict.set(PDFName.of('Filter'), filter)
  return decodePDFRawStream(PDFRawStream.of(dict, bytes)).decode()
}

/** Undoes the predictors of PNG (ISO 32000-1 §7.4.4.4; RFC 2083 §6). */
function unpredicted(settings: PDFDict, bytes: Uint8Array): Uint8Array {
  const predictor = numberIn(settings, 'Predictor', 1)
  if (predictor === 1) return bytes
  if (predictor < 10) throw new PdfFault('a predictor for pictures')
  const bits = numberIn(settings, 'Colors', 1) * numberIn(settings, 'BitsPerComponent', 8)
  const step = Math.max(1, bits >> 3)
  const width = Math.ceil((bits * numberIn(settings, 'Columns', 1)) / 8)
  if (width < 1 || width > bytes.length) throw new PdfFault('rows wider than the data')
  const rows = Math.floor(bytes.length / (width + 1))
  const plain = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const from = row * (width + 1)
    const line = plain.subarray(row * width, (row + 1) * width)
    const above = row === 0 ? new Uint8Array(width) : plain.subarray((row - 1) * width, row * width)
    for (let i = 0; i < width; i++) {
      const left = line[i - step] ?? 0
      line[i] = bytes[from + 1 + i]! + guess(bytes[from]!, left, above[i]!, above[i - step] ?? 0)
    }
  }
  return plain
}

function guess(type: number, left: number, above: number, corner: number): number {
  if (type === 0) return 0
  if (type === 1) return left
  if (type === 2) return above
  if (type === 3) return (left + above) >> 1
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [number, number, number]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
