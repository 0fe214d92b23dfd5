import type { IsoDate } from './dates'
import { bytesOfDigits, bytesOfHex, CODE_KINDS, digitsOf, hexOf, RecordReader, RecordWriter } from './digitCode'

/** What the code on the sheet of a closed day says: the day, which of its sheets, the last event before it and that event's hash (SHA-256, hex). */
export interface ClosingStatement {
  day: IsoDate
  edition: number
  eventId: number
  head: string
}

const VERSION = 1
const HASH_BYTES = 32

/** The code as digits. It ends in a check sum, so that a slip of the finger is not taken for a changed register. */
export function closingCode({ day, edition, eventId, head }: ClosingStatement): string {
  const writer = new RecordWriter().raw([CODE_KINDS.closing, VERSION]).day(day).number(edition).number(eventId)
  const bytes = writer.raw(bytesOfHex(head)).bytes
  return digitsOf(Uint8Array.from([...bytes, ...checkSum(bytes)]))
}

/** Reads a code as it was typed or scanned (only digits count); `null` when it is none of a closed day, or was mistyped. */
export function readClosingCode(typed: string): ClosingStatement | null {
  const bytes = bytesOfDigits(typed)
  if (bytes?.[0] !== CODE_KINDS.closing || bytes[1] !== VERSION) return null
  const [content, sum] = [bytes.slice(0, -2), bytes.slice(-2)]
  if (hexOf(checkSum(content)) !== hexOf(sum)) return null
  try {
    const reader = new RecordReader(content)
    reader.raw(2)
    const stated = { day: reader.day(), edition: reader.number(), eventId: reader.number(), head: hexOf(reader.raw(HASH_BYTES)) }
    return reader.left === 0 ? stated : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start ffff): finds every mistake within 16 bits in a row, and others but for one in 65,536. */
function checkSum(bytes: Uint8Array): Uint8Array {
  let sum = 0xffff
  for (const byte of bytes) {
    sum ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : (sum << 1) & 0xffff
  }
  return Uint8Array.from([sum >> 8, sum & 0xff])
}
