import { isClockTime, type ClockTime, type IsoDate } from './dates'
import { bytesOfDigits, bytesOfHex, CODE_KINDS, cutAtBytes, digitsOf, hexOf, RecordReader, RecordWriter } from './digitCode'

/**
 * The code by which a slip proves itself: what it states (Code 350-VI art. 64(2): number, date and time, who accepted; R9: the deadline), a digest of everything else on it, and the office's
 * signature (Ed25519, RFC 8032) over all of that. Nothing of the applicant's is in it. Core and the checker page read it by the same functions.
 */

/** What a slip states of itself. `registeredAt` is empty where the number was taken on another day than the slip bears. */
export interface SlipStatement {
  number: string
  /** 1 = the original. */
  copy: number
  registeredOn: IsoDate
  registeredAt: ClockTime | ''
  deadline: IsoDate
  /** The official who accepted the letter, cut at 40 bytes. */
  receiver: string
}

/** What is signed: the statement, which key signs it, and 16 bytes (hex) of the digest. */
export interface SlipRecord extends SlipStatement {
  keyId: number
  /** The first four bytes of the public key, hex: tells a slip of another office from a forged one. */
  keyMark: string
  digest: string
}

/** A code taken apart: the record, the bytes that were signed and the signature. */
export interface ReadSlipCode {
  record: SlipRecord
  signed: Uint8Array
  signature: Uint8Array
}

/** A key that codes are checked with: 32 bytes, hex. */
export interface CheckingKey {
  id: number
  publicKey: string
  /** The last day of registration, local, that a slip signed with it may bear; `null` while the key is in use. */
  validTo: IsoDate | null
}

/** Whether a signature of 64 bytes fits the bytes that were signed and a public key (hex). */
export type VerifySignature = (signature: Uint8Array, signed: Uint8Array, publicKey: string) => boolean

const VERSION = 1
const RECEIVER_BYTES = 40
export const DIGEST_BYTES = 16
const MARK_BYTES = 4
const SIGNATURE_BYTES = 64
// After the last minute of a day: no time.
const NO_TIME = 1440

/** The mark of a public key (hex) in a code. */
export const keyMarkOf = (publicKey: string): string => publicKey.slice(0, 2 * MARK_BYTES)

/** The bytes of a record, to be signed. */
export function slipRecordBytes(record: SlipRecord): Uint8Array {
  return new RecordWriter()
    .raw([CODE_KINDS.slip, VERSION])
    .number(record.keyId)
    .raw(bytesOfHex(record.keyMark))
    .text(record.number)
    .number(record.copy)
    .day(record.registeredOn)
    .number(minutesOf(record.registeredAt))
    .day(record.deadline)
    .text(cutAtBytes(record.receiver, RECEIVER_BYTES))
    .raw(bytesOfHex(record.digest)).bytes
}

/** The code as digits, from the bytes that were signed and the signature. */
export function slipCode(signed: Uint8Array, signature: Uint8Array): string {
  return digitsOf(Uint8Array.from([...signed, ...signature]))
}

/** Takes a code apart as it was typed or scanned (only digits count); `null` when it is no code of a slip. Says nothing of the signature. */
export function readSlipCode(typed: string): ReadSlipCode | null {
  const bytes = bytesOfDigits(typed)
  if (bytes?.[0] !== CODE_KINDS.slip || bytes[1] !== VERSION) return null
  try {
    const reader = new RecordReader(bytes)
    reader.raw(2)
    const record = {
      keyId: reader.number(),
      keyMark: hexOf(reader.raw(MARK_BYTES)),
      number: reader.text(),
      copy: reader.number(),
      registeredOn: reader.day(),
      registeredAt: timeOf(reader.number()),
      deadline: reader.day(),
      receiver: reader.text(),
      digest: hexOf(reader.raw(DIGEST_BYTES)),
    }
    const signed = bytes.slice(0, reader.read)
    return reader.left === SIGNATURE_BYTES ? { record, signed, signature: bytes.slice(reader.read) } : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What is to be thought of a code, by the office's keys: `genuine`, `forged` (the signature does not fit, or the key was replaced before the day of registration, so that a stolen one is of no use for later days), `unknownKey` (it names a key that is not among them), `unreadable`. */
export function judgeSlipCode(
  typed: string,
  keys: readonly CheckingKey[],
  verify: VerifySignature,
): { verdict: 'genuine' | 'forged' | 'unknownKey' | 'unreadable'; code: ReadSlipCode | null } {
  const code = readSlipCode(typed)
  if (!code) return { verdict: 'unreadable', code }
  const { keyId, keyMark } = code.record
  const key = keys.find(({ id, publicKey }) => id === keyId && keyMarkOf(publicKey) === keyMark)
  if (!key) return { verdict: 'unknownKey', code }
  const isInTime = key.validTo === null || code.record.registeredOn <= key.validTo
  return { verdict: isInTime && verify(code.signature, code.signed, key.publicKey) ? 'genuine' : 'forged', code }
}

/** Three words for the telephone from the SHA-256 of a signature: its first three bytes, each the place of a word in a list of 256. */
export function checkWords(hash: Uint8Array, list: readonly string[]): string[] {
  return [...hash.slice(0, 3)].map((byte) => list[byte]!)
}

function minutesOf(time: ClockTime | ''): number {
  return isClockTime(time) ? +time.slice(0, 2) * 60 + +time.slice(3) : NO_TIME
}

function timeOf(minutes: number): ClockTime | '' {
  if (minutes > NO_TIME) throw new RangeError('no time of day')
  if (minutes === NO_TIME) return ''
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
