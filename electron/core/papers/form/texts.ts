import type { Face, Faces } from '../../paper/faces'
import { fit, wrap, type Run, type Setting } from '../../paper/fit'
import { printable } from '../../paper/printable'
import type { TextLine } from '../../paper/Sheet'

export const REGULAR = 'PTSans-Regular'
export const BOLD = 'PTSans-Bold'
export const NARROW = 'PTSansNarrow-Regular'
export const SERIF = 'PTSerif-Bold'

/** Sizes of one face from the largest to the smallest, in points, each with the number of lines it may take. */
export function steps(
  face: Face,
  ...sizes: [[size: number, lines: number], ...[size: number, lines: number][]]
): [Setting, ...Setting[]] {
  return sizes.map(([size, lines]) => ({ face, size, lines })) as [Setting, ...Setting[]]
}

/** A text fitted into a width (points) as lines of a paragraph; an empty one takes none. `leading`: height of a line in parts of its size. */
export function fitted(
  faces: Faces,
  text: string,
  width: number,
  settings: readonly [Setting, ...Setting[]],
  { leading = 1.25, colour, language }: { leading?: number; colour?: string; language?: string } = {},
): TextLine[] {
  if (text.trim() === '') return []
  const { face, size, lines } = fit(faces, printable(text), width, settings)
  return lines.map((line) => ({ runs: [{ text: line, face, colour, language }], size, height: size * leading }))
}

/** Runs broken into as many lines as they take; line breaks in them stay. */
export function wrapped(faces: Faces, runs: readonly Run[], size: number, width: number, leading = 1.28): TextLine[] {
  return paragraphsOf(runs).flatMap((paragraph) =>
    wrap(faces, paragraph, size, width).map((line) => ({ runs: line, size, height: size * leading })),
  )
}

function paragraphsOf(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [[]]
  for (const run of runs) {
    bound(printable(run.text))
      .split(/\s*\n\s*/)
      .forEach((text, index) => {
        if (index > 0) found.push([])
        if (text !== '') found.at(-1)!.push({ ...run, text })
      })
  }
  return found.filter((paragraph) => paragraph.length > 0)
}

const NO_BREAK = '\u00a0'

/** What is read as one stays on one line: «Қасенова А. Т.», «№ 5», the groups of a telephone number. */
function bound(text: string): string {
  return text
    .replace(/(?<=\p{L}\.?) (?=\p{Lu}\.)/gu, NO_BREAK)
    .replace(/№ (?=\S)/g, `№${NO_BREAK}`)
    .replace(/(?<=\+7|\+7.{0,14}[\d)]) (?=[\d(])/g, NO_BREAK)
}
