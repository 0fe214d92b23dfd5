/** A label under the days `from` to `to` (edges in px from the left of the line), as wide as its text. */
export interface Label {
  from: number
  to: number
  width: number
}

/** Room between two labels side by side, px. */
export const LABEL_GAP = 8

/**
 * Where labels stand in a line `across` px wide: left edge in px and row from 0. Each stands under its own days, as near to their middle as its neighbours allow; one for which the row
 * has no room goes a row down. No two touch. `labels`: from left to right.
 */
export function placeLabels(labels: readonly Label[], across: number): { left: number; row: number }[] {
  const rows: Placed[][] = []
  const placed = labels.map((label) => {
    const own = reach(label, across)
    const row = rows.find((others) => startIn(others, own) <= own.last)
    const entry = { ...own, left: row ? startIn(row, own) : own.first, row: row ? rows.indexOf(row) : rows.length }
    if (row) row.push(entry)
    else rows.push([entry])
    return entry
  })
  for (const row of rows) centre(row)
  return placed.map(({ left, row }) => ({ left, row }))
}

interface Reach {
  width: number
  /** Left edges between which the label still covers the middle of its days. */
  first: number
  last: number
  best: number
}
type Placed = Reach & { left: number; row: number }

function reach({ from, to, width }: Label, across: number): Reach {
  const inLine = (left: number): number => Math.max(0, Math.min(left, across - width))
  const middle = (from + to) / 2
  return { width, first: inLine(middle - width), last: inLine(middle), best: inLine(middle - width / 2) }
}

function startIn(row: readonly Placed[], { first }: Reach): number {
  const before = row.at(-1)
  return before ? Math.max(first, before.left + before.width + LABEL_GAP) : first
}

/** Everything stands as far left as it may; from the right each moves towards its own middle. */
function centre(row: readonly Placed[]): void {
  let end = Infinity
  for (const entry of [...row].reverse()) {
    entry.left = Math.max(entry.left, Math.min(entry.best, entry.last, end - entry.width))
    end = entry.left - LABEL_GAP
  }
}
