import { PRINTABLE_RANGES } from '#shared/domain'

const code = (point: number): string => `\\u{${point.toString(16)}}`
const UNPRINTABLE = new RegExp(`[^\\n${PRINTABLE_RANGES.map(([from, to]) => `${code(from)}-${code(to)}`).join('')}]`, 'gu')

/**
 * What the faces can draw of a text. Contents of letters may hold characters that no face of the office has (emoji, hieroglyphs); a «?» stands for each, as on any typewriter, never an empty box.
 * Line breaks stay.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').normalize('NFC').replace(UNPRINTABLE, '?')
}
