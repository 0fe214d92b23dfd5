// Tables take a cell that begins so for a formula.
const FORMULA = /^'*[=+\-@\t\r]/

/** A cell that no table takes for a formula: one that would be gets an apostrophe in front. One that has apostrophes already gets one more, so that nothing is lost. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell without the apostrophe of `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
