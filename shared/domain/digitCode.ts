import { dateOfDayNumber, dayNumber, type IsoDate } from './dates'

/**
 * Compact records as decimal digits. Scanners type what they read through the keyboard layout, and digits are the only signs that come out of a Kazakh, a Russian and a Latin layout alike.
 */

/** What is on papers of the office with a code: the first byte of its record. */
export const CODE_KINDS = { slip: 1, closing: 2 } as const
export type CodeKind = keyof typeof CODE_KINDS

// Days are counted from here, so that they take two bytes for the next decades.
const [FIRST_DAY, LAST_DAY] = [dayNumber('2000-01-01'), dayNumber('9999-12-31')]
/** More than any code of ours: what is longer is not looked at. */
const MOST_DIGITS = 1200

/** Bytes as one decimal number. The first byte must not be zero, so that nothing is lost at the front; throws `RangeError` when it is. */
export function digitsOf(bytes: Uint8Array): string {
  if (!bytes[0]) throw new RangeError('a record begins with its kind')
  return BigInt(`0x${hexOf(bytes)}`).toString()
}

/** The bytes of a code as it was typed or scanned: digits count, everything else is ignored. `null`: no digits, too many of them, or a zero in front. */
export function bytesOfDigits(typed: string): Uint8Array | null {
  const digits = typed.replace(/[^0-9]/g, '')
  if (digits === '' || digits.length > MOST_DIGITS || digits.startsWith('0')) return null
  const hex = BigInt(digits).toString(16)
  return bytesOfHex(hex.length % 2 === 0 ? hex : `0${hex}`)
}

/** Of which paper a code is, by its first byte; `null`: of none of ours. */
export function codeKind(typed: string): CodeKind | null {
  const first = bytesOfDigits(typed)?.[0]
  return (Object.keys(CODE_KINDS) as CodeKind[]).find((kind) => CODE_KINDS[kind] === first) ?? null
}

/** Bytes as lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes of a hex text of even length. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** Puts a record together. */
export class RecordWriter {
  readonly #bytes: number[] = []

  /** A whole number from 0 on, in as few bytes as it needs. */
  number(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} does not fit into a record`)
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) + 128)
    this.#bytes.push(rest)
    return this
  }

  /** A date from 2000-01-01 on. */
  day(date: IsoDate): this {
    return this.number(dayNumber(date) - FIRST_DAY)
  }

  /** A text of any length. */
  text(value: string): this {
    const bytes = utf8Of(value)
    return this.number(bytes.length).raw(bytes)
  }

  /** Bytes whose number the reader knows. */
  raw(bytes: Uint8Array | readonly number[]): this {
    this.#bytes.push(...bytes)
    return this
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Takes a record apart in the order it was written in. Throws `RangeError` for anything that the writer would not have written so. */
export class RecordReader {
  #at = 0

  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = this.raw(1)[0]!
      value += (byte % 128) * scale
      if (!Number.isSafeInteger(value)) throw new RangeError('too large a number')
      if (byte < 128 && byte === 0 && scale > 1) throw new RangeError('a number written longer than it is')
      if (byte < 128) return value
      scale *= 128
    }
  }

  day(): IsoDate {
    const day = FIRST_DAY + this.number()
    if (day > LAST_DAY) throw new RangeError('no such day')
    return dateOfDayNumber(day)
  }

  text(): string {
    return textOf(this.raw(this.number()))
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.bytes.length) throw new RangeError('the record ends too early')
    this.#at += length
    return this.bytes.slice(this.#at - length, this.#at)
  }

  /** How many bytes were read, and how many are left. */
  get read(): number {
    return this.#at
  }

  get left(): number {
    return this.bytes.length - this.#at
  }
}

/** A text cut at so many bytes of UTF-8, between two letters. */
export function cutAtBytes(text: string, most: number): string {
  let [kept, length] = ['', 0]
  for (const letter of text.normalize('NFC').match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    length += utf8Of(letter).length
    if (length > most) break
    kept += letter
  }
  return kept.trimEnd()
}

// By percent signs, since this room knows no environment: neither Node's nor the browser's coders.
function utf8Of(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
  const codes = escaped.match(/%..|[^%]/g) ?? []
  return Uint8Array.from(codes, (code) => (code.length === 3 ? Number.parseInt(code.slice(1), 16) : code.charCodeAt(0)))
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    throw new RangeError('no text')
  }
}
