/**
 * The incoming number. It runs from 1 within a journal and a calendar year, without gaps and without reuse (R7); the pattern only says how it is written.
 *
 * Tokens: `{seq}` or `{seq:0000}` the running number, padded with zeros; `{yy}`, `{yyyy}` the year. Everything else stands as it is, e.g. `Ж-{seq:0000}/{yy}`.
 */
const TOKEN = /\{(seq(?::0+)?|yy|yyyy)\}/g

/** Letters of a book that a reader may take for a digit. */
const LIKE_DIGITS = /[ОоOoЗзбIl]/

/** Why a pattern cannot be used. */
export type PatternFault = 'empty' | 'noSequence' | 'noYear' | 'tooLong' | 'badCharacter' | 'looksLikeDigit'

/** Writes a number by the pattern: `formatNumber('Ж-{seq:0000}/{yy}', { seq: 619, year: 2026 })` → `Ж-0619/26`. */
export function formatNumber(pattern: string, number: { seq: number; year: number }): string {
  return splitNumber(pattern, number)
    .map((part) => part.text)
    .join('')
}

/** The number in pieces, the running number marked, because it is shown bold between pale prefix and year. */
export function splitNumber(pattern: string, number: { seq: number; year: number }): { text: string; isSequence: boolean }[] {
  const parts: { text: string; isSequence: boolean }[] = []
  let from = 0
  for (const match of pattern.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ text: pattern.slice(from, match.index), isSequence: false })
    const token = match[1]!
    if (token.startsWith('seq')) {
      parts.push({ text: String(number.seq).padStart(token.length > 4 ? token.length - 4 : 1, '0'), isSequence: true })
    } else {
      const year = String(number.year)
      parts.push({ text: token === 'yy' ? year.slice(-2) : year, isSequence: false })
    }
    from = match.index + match[0].length
  }
  if (from < pattern.length) parts.push({ text: pattern.slice(from), isSequence: false })
  return parts
}

/** What is wrong with a pattern, or `null`. The year must be in it, because numbers start again each January. */
export function patternFault(pattern: string): PatternFault | null {
  if (pattern.trim() === '') return 'empty'
  if (pattern.length > 40) return 'tooLong'
  if ([...pattern.matchAll(TOKEN)].filter((match) => match[1]!.startsWith('seq')).length !== 1) return 'noSequence'
  if (!/\{(yy|yyyy)\}/.test(pattern)) return 'noYear'
  const rest = pattern.replace(TOKEN, '')
  if (/[^\p{L}\p{N}\-/. №]/u.test(rest)) return 'badCharacter'
  return LIKE_DIGITS.test(rest) ? 'looksLikeDigit' : null
}
