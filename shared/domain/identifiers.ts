import { isIsoDate, type IsoDate } from './dates'

/**
 * IIN (natural persons) and BIN (legal entities): 12 digits with a check digit. Sources: government decrees № 565 (2003) and № 406 (2007); the two number
 * ranges do not overlap, because digit 5 is 0–3 in an IIN and 4–6 in a BIN.
 */
export type Identifier =
  | { valid: false; reason: 'length' | 'checksum' | 'structure' }
  | { valid: true; holder: 'natural'; birthDate: IsoDate; sex: 'male' | 'female' }
  | { valid: true; holder: 'legal' }

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** The check digit of the first eleven digits, or `null` when such a number is never issued (both passes give 10). */
export function checkDigit(elevenDigits: string): number | null {
  for (const weights of [FIRST_WEIGHTS, SECOND_WEIGHTS]) {
    const rest = weights.reduce((sum, weight, i) => sum + weight * +elevenDigits[i]!, 0) % 11
    if (rest < 10) return rest
  }
  return null
}

/**
 * Reads an IIN or BIN. Spaces are allowed. A wrong number is described, never refused: refusal of intake is forbidden (Code 350-VI art. 64(1)), so callers
 * warn and go on.
 */
export function readIdentifier(typed: string): Identifier {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^\d{12}$/.test(digits)) return { valid: false, reason: 'length' }
  if (checkDigit(digits.slice(0, 11)) !== +digits[11]!) return { valid: false, reason: 'checksum' }
  if (+digits[4]! >= 4) return +digits[4]! <= 6 ? { valid: true, holder: 'legal' } : { valid: false, reason: 'structure' }
  const mark = +digits[6]!
  if (mark < 1 || mark > 6) return { valid: false, reason: 'structure' }
  const century = 18 + Math.floor((mark - 1) / 2)
  const birthDate = `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
  if (!isIsoDate(birthDate)) return { valid: false, reason: 'structure' }
  return { valid: true, holder: 'natural', birthDate, sex: mark % 2 === 1 ? 'male' : 'female' }
}

/** Hides the middle of an IIN or BIN for lists and cards: `8504•••••013`. Shorter input is hidden whole. */
export function maskIdentifier(digits: string): string {
  return digits.length === 12 ? `${digits.slice(0, 4)}•••••${digits.slice(9)}` : '•'.repeat(digits.length)
}
