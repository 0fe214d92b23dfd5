import { PDFContext, PDFObjectStreamParser, PDFRawStream, type PDFDict, type PDFName, type PDFObject } from '@cantoo/pdf-lib'
import type { Effort } from './Effort'
import { PdfFault } from './PdfFault'

/** Longest object that is parsed, in bytes. A list of 100,000 pages has 1 MB. */
export const LARGEST_OBJECT = 1024 * 1024 + 64 * 1024
/** Most values in one object: numbers, names, references, lists. */
const MOST_VALUES = 120_000
/** Longest name and longest number, in bytes: ISO 32000-1, annex C, allows names of 127. */
const LONGEST_NAME = 1024
const LONGEST_NUMBER = 64
const NUMBER = /^[+\-\d]*\.?\d*/

/**
 * pdf-lib's parser of objects, bounded: it knows no end of values and of names (which it never forgets), and follows a stream's stated length wherever that leads, also back to where it came from.
 * Streams are not wanted here, only their dictionaries. It is made from the parser that can be constructed with what pdf-lib exports.
 */
class BoundedParser extends PDFObjectStreamParser {
  values = 0

  constructor(bytes: Uint8Array) {
    const context = PDFContext.create()
    super(PDFRawStream.of(context.obj({ N: 0, First: 0 }), bytes))
  }

  /** Bytes that were looked at. */
  get looked(): number {
    return this.bytes.offset()
  }

  override parseObject(): PDFObject {
    if (++this.values > MOST_VALUES) throw new PdfFault('values without end')
    return super.parseObject()
  }

  protected override parseDictOrStream(): PDFDict {
    return this.parseDict()
  }

  protected override parseName(): PDFName {
    const from = this.bytes.offset()
    let length = 1
    while (length <= LONGEST_NAME && isRegular(this.bytes.peekAt(from + length))) length++
    if (length > LONGEST_NAME) throw new PdfFault('a name without end')
    return super.parseName()
  }

  // pdf-lib's own writes every number beyond the safe ones to the console; some writers mean «without bound» by the largest float there is.
  protected override parseRawNumber(): number {
    const from = this.bytes.offset()
    let text = ''
    for (let byte = this.bytes.peek(); isNumeric(byte); byte = this.bytes.peekAt(from + text.length)) {
      if (text.length === LONGEST_NUMBER) throw new PdfFault('a number without end')
      text += String.fromCharCode(byte)
    }
    const [number = ''] = NUMBER.exec(text) ?? []
    this.bytes.moveTo(from + number.length)
    const value = Number(number)
    if (number === '' || !Number.isFinite(value)) throw new PdfFault('no number')
    return value
  }
}

// Signs that end a name: white space and delimiters (ISO 32000-1 §7.2.2).
const ENDS = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%'))
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !ENDS.has(byte)
const NUMERIC = new Set(Buffer.from('+-.0123456789'))
const isNumeric = (byte: number | undefined): byte is number => byte !== undefined && NUMERIC.has(byte)

/** What stands at the beginning of these bytes as PDF object; `null` when they hold no whole one. Errors: `Exhausted`. */
export function parsed(bytes: Uint8Array, effort: Effort): PDFObject | null {
  const parser = new BoundedParser(bytes)
  const object = attempt(parser)
  effort.spend('parsed', parser.looked)
  effort.spend('values', parser.values)
  return object
}

function attempt(parser: BoundedParser): PDFObject | null {
  try {
    return parser.parseObject()
  } catch {
    return null
  }
}
