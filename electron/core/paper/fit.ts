import type { Face, Faces } from './faces'

/** A piece of text in one face and colour. */
export interface Run {
  text: string
  face: Face
  colour?: string | undefined
  /** Where it is not that of the text around it (BCP 47). */
  language?: string | undefined
}

/** Width of runs beside each other, in points. */
export function widthOf(faces: Faces, runs: readonly Run[], size: number): number {
  return runs.reduce((sum, run) => sum + faces.width(run.text, run.face, size), 0)
}

/**
 * Breaks runs into lines no wider than `width` points: at spaces; inside a word only if it alone is too wide, then after a hyphen or slash, then anywhere.
 */
export function wrap(faces: Faces, runs: readonly Run[], size: number, width: number): Run[][] {
  const lines: Run[][] = []
  let line: Run[] = []
  let filled = 0
  const close = (): void => {
    const last = line.at(-1)
    if (last) last.text = last.text.replace(/ +$/, '')
    lines.push(line.filter(({ text }) => text !== ''))
    line = []
    filled = 0
  }
  const put = (piece: Run, pieceWidth: number): void => {
    const last = line.at(-1)
    if (last?.face === piece.face && last.colour === piece.colour && last.language === piece.language) last.text += piece.text
    else line.push({ ...piece })
    filled += pieceWidth
  }
  for (const word of words(runs)) {
    const wide = widthOf(faces, trimmed(word), size)
    if (filled > 0 && filled + wide > width) close()
    for (const piece of wide > width ? word.flatMap((run) => splitWord(faces, run, size, width)) : word) {
      const bare = faces.width(piece.text.trimEnd(), piece.face, size)
      if (filled > 0 && wide > width && filled + bare > width) close()
      put(piece, faces.width(piece.text, piece.face, size))
    }
  }
  if (line.length > 0) close()
  return lines
}

/** Words with the spaces after them; a word may change its face on the way («**Name**, post»). */
function words(runs: readonly Run[]): Run[][] {
  const found: Run[][] = []
  let open = false
  for (const run of runs) {
    for (const text of run.text.match(/[^ \n\t]*[ \n\t]+|[^ \n\t]+/g) ?? []) {
      const piece = { ...run, text: text.replace(/[ \n\t]+$/, ' ') }
      if (open) found.at(-1)!.push(piece)
      else found.push([piece])
      open = !piece.text.endsWith(' ')
    }
  }
  return found
}

function trimmed(word: readonly Run[]): Run[] {
  return word.map((run, index) => (index === word.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
}

function splitWord(faces: Faces, run: Run, size: number, width: number): Run[] {
  return (run.text.match(/[^-–/]*[-–/]+ ?|[^-–/]+/g) ?? [])
    .flatMap((part) => (faces.width(part.trimEnd(), run.face, size) <= width ? [part] : [...part]))
    .map((text) => ({ ...run, text }))
}

/** One way of setting a text: its face, size in points and how many lines it may take. */
export interface Setting {
  face: Face
  size: number
  lines: number
}

/** A text broken into lines that fit. */
export interface Fitted {
  face: Face
  size: number
  lines: string[]
  /** Something was left out; the last line ends in «…». */
  cut: boolean
}

/**
 * Sets a text into a field `width` points wide: the first of the settings (from the most beautiful to the smallest) in which it fits whole; when it fits in none, it is
 * cut in the last one and ends in «…».
 */
export function fit(faces: Faces, text: string, width: number, settings: readonly [Setting, ...Setting[]]): Fitted {
  const whole = text.replace(/\s+/g, ' ').trim()
  let lines: string[] = []
  let setting = settings[0]
  for (setting of settings) {
    const { face, size } = setting
    lines = wrap(faces, [{ text: whole, face }], size, width).map((line) => line.map((run) => run.text).join(''))
    if (lines.length <= setting.lines) return { face, size, lines, cut: false }
  }
  const kept = lines.slice(0, setting.lines)
  const before = kept.slice(0, -1).reduce((at, line) => whole.indexOf(line, at) + line.length, 0)
  kept[kept.length - 1] = shorten(faces, whole.slice(before).trimStart(), width, setting)
  return { face: setting.face, size: setting.size, lines: kept, cut: true }
}

/** The beginning of a text that is too long for a line, with «…». */
function shorten(faces: Faces, text: string, width: number, { face, size }: Setting): string {
  const room = width - faces.width('…', face, size)
  let kept = ''
  let filled = 0
  for (const character of text) {
    filled += faces.width(character, face, size)
    if (filled > room) break
    kept += character
  }
  return `${kept.replace(/[\s,.;:–—-]+$/, '')}…`
}

/** A text in one line of one face and size, cut with «…» where it is too wide. */
export function oneLine(faces: Faces, text: string, face: Face, size: number, width: number): string {
  return fit(faces, text, width, [{ face, size, lines: 1 }]).lines[0] ?? ''
}
