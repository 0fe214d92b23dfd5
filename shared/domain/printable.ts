/**
 * What every one of the office's faces (PT Sans, PT Sans Narrow, PT Serif) can draw. The font script cuts the fonts to the same ranges and fails when a face lacks
 * a character of them; the register refuses other characters in fields that are printed, so that a slip never shows an empty box. The gaps are characters
 * that the faces do not have (Esperanto and Maltese letters, old Cyrillic, the true hyphen U+2010).
 */
export const PRINTABLE_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1: « » § ° ·
  [0x100, 0x109], // Latin Extended-A
  [0x10c, 0x113],
  [0x116, 0x11f],
  [0x122, 0x127],
  [0x12a, 0x12b],
  [0x12e, 0x131],
  [0x134, 0x137],
  [0x139, 0x13e],
  [0x141, 0x148],
  [0x14c, 0x14d],
  [0x150, 0x165],
  [0x16a, 0x173],
  [0x178, 0x17f],
  [0x401, 0x40c], // Cyrillic
  [0x40e, 0x44f],
  [0x451, 0x45c],
  [0x45e, 0x45f],
  [0x462, 0x463],
  [0x472, 0x475],
  [0x48a, 0x4c0], // Cyrillic of other peoples, with the Kazakh letters
  [0x4c3, 0x4f9],
  [0x4fc, 0x4fd],
  [0x2011, 0x2011], // no-break hyphen
  [0x2013, 0x2014], // dashes
  [0x2018, 0x201a], // quotation marks
  [0x201c, 0x201e],
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
