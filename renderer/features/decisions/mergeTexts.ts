/** A passage of a text that two people worked on: settled, or as each left it. */
export type TextPiece = { clash: false; lines: string[] } | { clash: true; theirs: string[]; mine: string[] }

/** What becomes of a passage that clashes. */
export type TextSide = 'theirs' | 'mine' | 'both'

/** For each line of `before` the line of `after` it became, in order; `-1` = it is gone. */
function keptLines(before: readonly string[], after: readonly string[]): number[] {
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] =
        before[i] === after[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const kept = before.map(() => -1)
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) kept[i++] = j++
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
  return kept
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, i) => line === b[i])

/** One stretch between lines that nobody touched. */
function settle(before: string[], theirs: string[], mine: string[]): TextPiece {
  if (same(before, mine) || same(theirs, mine)) return { clash: false, lines: theirs }
  if (same(before, theirs)) return { clash: false, lines: mine }
  return { clash: true, theirs, mine }
}

/**
 * Puts two versions of a text together, paragraph by paragraph: what only one changed is taken from that one. Where both changed the same paragraphs differently both passages are
 * kept beside each other.
 */
export function mergeTexts(before: string, theirs: string, mine: string): TextPiece[] {
  const [base, left, right] = [before.split('\n'), theirs.split('\n'), mine.split('\n')]
  const [inLeft, inRight] = [keptLines(base, left), keptLines(base, right)]
  const pieces: TextPiece[] = []
  const add = (piece: TextPiece): void => {
    const last = pieces.at(-1)
    if (!piece.clash && piece.lines.length === 0) return
    if (!piece.clash && last && !last.clash) last.lines.push(...piece.lines)
    else pieces.push(piece.clash ? piece : { clash: false, lines: [...piece.lines] })
  }
  let [b, l, r] = [0, 0, 0]
  for (let i = 0; i <= base.length; i++) {
    const atEnd = i === base.length
    if (!atEnd && (inLeft[i]! < 0 || inRight[i]! < 0)) continue
    const [toLeft, toRight] = atEnd ? [left.length, right.length] : [inLeft[i]!, inRight[i]!]
    add(settle(base.slice(b, i), left.slice(l, toLeft), right.slice(r, toRight)))
    if (!atEnd) add({ clash: false, lines: [base[i]!] })
    ;[b, l, r] = [i + 1, toLeft + 1, toRight + 1]
  }
  return pieces
}

/** The text of the merged passages; `sides` by the place of the passage, both where nothing is chosen, so that nothing is lost. */
export function writeMerged(pieces: readonly TextPiece[], sides: Readonly<Record<number, TextSide>>): string {
  return pieces
    .flatMap((piece, at) => {
      if (!piece.clash) return piece.lines
      const side = sides[at] ?? 'both'
      return side === 'both' ? [...piece.theirs, ...piece.mine] : piece[side]
    })
    .join('\n')
}
