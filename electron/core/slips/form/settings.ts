import type { Face, Faces } from '../../paper/faces'
import { fit, type Setting } from '../../paper/fit'
import type { TextLine } from '../../paper/Sheet'

/** How fitted lines look: `leading` is the height of a line in parts of its size. */
export interface LineLook {
  leading: number
  colour?: string | undefined
  /** Where it is not the paper's (BCP 47). */
  language?: string | undefined
}

/** A text fitted into a width as lines of a paragraph. */
export function fitted(
  faces: Faces,
  text: string,
  width: number,
  settings: readonly [Setting, ...Setting[]],
  { leading, colour, language }: LineLook,
): TextLine[] {
  const { face, size, lines } = fit(faces, text, width, settings)
  return lines.map((line) => ({ runs: [{ text: line, face, colour, language }], size, height: size * leading }))
}

/** The same settings with no more than so many lines in each. */
export function atMost(lines: number, [first, ...rest]: readonly [Setting, ...Setting[]]): [Setting, ...Setting[]] {
  const capped = (setting: Setting): Setting => ({ ...setting, lines: Math.min(setting.lines, lines) })
  return [capped(first), ...rest.map(capped)]
}

/** Sizes of one face from the largest to the smallest, each with the number of lines it may take. */
export function sizes(
  face: Face,
  ...steps: [[size: number, lines: number], ...[size: number, lines: number][]]
): [Setting, ...Setting[]] {
  return steps.map(([size, lines]) => ({ face, size, lines })) as [Setting, ...Setting[]]
}
