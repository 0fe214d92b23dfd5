/**
 * What the office's fonts (PT Sans, PT Serif cut to Latin and Cyrillic) can draw on paper. The font script cuts the fonts to the same ranges, and the register refuses
 * other characters in fields that are printed, so that a slip never shows an empty box.
 */
export const PRINTABLE_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1: « » § ° ·
  [0x100, 0x17f], // Latin Extended-A
  [0x400, 0x4ff], // Cyrillic with the Kazakh letters
  [0x2010, 0x2015], // hyphens and dashes
  [0x2018, 0x201f], // quotation marks
  [0x2020, 0x2022],
  [0x2026, 0x2026], // …
  [0x20ac, 0x20ac], // €
  [0x2116, 0x2116], // №
]

/** The first character that paper cannot show, or `null`. Line breaks count as printable where `multiline` is set. */
export function firstUnprintable(text: string, multiline = false): string | null {
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!
    if (multiline && (code === 0x0a || code === 0x09)) continue
    if (!PRINTABLE_RANGES.some(([from, to]) => from <= code && code <= to)) return character
  }
  return null
}
