import type { Face, Faces } from '../../paper/faces'
import { wrap } from '../../paper/fit'
import { printable } from '../../paper/printable'

/** A gap between initials. */
const INITIALS = /(\p{Lu}\.) (?=\p{Lu}\.)/gu

/**
 * Breaks a text into lines no wider than `width` points: where it breaks itself, at spaces, and inside words that are too wide.
 */
export function wrapText(faces: Faces, text: string, { face, size }: { face: Face; size: number }, width: number): string[] {
  const clean = printable(text).replace(INITIALS, '$1\u00a0')
  const lines: string[] = []
  for (const part of clean.split('\n')) {
    const line = part.trim()
    if (line === '') continue
    if (faces.width(line, face, size) <= width) lines.push(line)
    else wrapLine(faces, line, { face, size, width, lines })
  }
  return lines
}

function wrapLine(
  faces: Faces,
  text: string,
  { face, size, width, lines }: { face: Face; size: number; width: number; lines: string[] },
): void {
  const space = faces.width(' ', face, size)
  let line = ''
  let filled = 0
  for (const word of text.split(/ +/)) {
    const wide = faces.width(word, face, size)
    if (filled > 0 && filled + space + wide <= width) {
      line += ` ${word}`
      filled += space + wide
      continue
    }
    if (filled > 0) lines.push(line)
    line = word
    filled = wide
    if (wide > width) {
      const parts = wrap(faces, [{ text: word, face }], size, width).map((runs) => runs.map((run) => run.text).join(''))
      line = parts.pop() ?? ''
      lines.push(...parts)
      filled = faces.width(line, face, size)
    }
  }
  if (line !== '') lines.push(line)
}
