/** ↑ ↓ Home End in a list whose rows each have one button: leads to the row before, after, first, last. */
export function moveInRows(event: KeyboardEvent): void {
  const list = event.currentTarget
  if (!(list instanceof HTMLElement)) return
  const rows = [...list.querySelectorAll('button')]
  const at = rows.findIndex((row) => row === event.target)
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.code]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
}
