import { formatNumber } from '#shared/domain'

const USUAL = /^(?:([^{}]+)-)?\{seq:0000\}\/\{yy\}$/

/** The book letter of the usual pattern `Ж-{seq:0000}/{yy}` (empty when it has none), or `null` when the pattern is one of its own. */
export function letterOf(pattern: string): string | null {
  const usual = USUAL.exec(pattern)
  return usual && (usual[1] ?? '')
}

/** The usual pattern with a book letter; without one the number stands alone. */
export function patternFor(letter: string): string {
  const written = letter.trim()
  return `${written === '' ? '' : `${written}-`}{seq:0000}/{yy}`
}

/** The running number in a written number, or `null` when the number was not written by this pattern: `('Ж-0619/26', 'Ж-{seq:0000}/{yy}', 2026)` → 619. */
export function sequenceIn(number: string, pattern: string, year: number): number | null {
  const runs = (number.match(/\d+/g) ?? []).map(Number)
  return runs.find((seq) => formatNumber(pattern, { seq, year }) === number) ?? null
}
