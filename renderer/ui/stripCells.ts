import type { IsoDate, Term, TermDay } from '#shared/domain'

/** One cell of the deadline strip: a day, or a run of weekend days. */
export interface StripCell {
  days: TermDay[]
  /** `gap`: weekend; `off`: another day that is not counted; `moved`: a weekend day that is worked. */
  kind: 'registered' | 'work' | 'moved' | 'gap' | 'off' | 'due'
  now: boolean
  past: boolean
  checkpoint: boolean
}

/** The strip as single cells up to here, as narrow days beyond. */
export const MOST_CELLS = 12
/** Narrow days in one line, so that two digits stay legible on the card. */
export const MOST_NARROW = 31

/** The term in cells: consecutive weekend days share one. `today`: local date. */
export function stripCells(term: Term, today: IsoDate): StripCell[] {
  const cells: StripCell[] = []
  for (const day of term.days) {
    const kind = kindOf(day, term)
    const last = cells.at(-1)
    if (kind === 'gap' && last?.kind === 'gap') {
      last.days.push(day)
      last.now ||= day.date === today
    } else {
      cells.push({
        days: [day],
        kind,
        now: day.date === today,
        past: day.date < today && kind !== 'registered' && kind !== 'due',
        checkpoint: day.date === term.checkpoint?.date && kind !== 'due',
      })
    }
  }
  return cells
}

function kindOf(day: TermDay, term: Term): StripCell['kind'] {
  if (day.date === term.deadline) return 'due'
  if (day.date === term.registeredOn) return 'registered'
  if (day.counted === null) return day.state === 'weekend' ? 'gap' : 'off'
  return day.state === 'transfer-work' ? 'moved' : 'work'
}

/** Lines of at most `MOST_NARROW` days each, of nearly equal length. */
export function narrowLines(days: readonly TermDay[]): TermDay[][] {
  const lines = Math.ceil(days.length / MOST_NARROW)
  const length = Math.ceil(days.length / lines)
  return Array.from({ length: lines }, (_, line) => days.slice(line * length, (line + 1) * length))
}

/** Runs of neighbours alike: where a month stands, where a reason stands. `key` `null` = no run. Columns count from 1, `to` exclusive. */
export function runs(
  days: readonly TermDay[],
  key: (day: TermDay) => string | null,
): { key: string; from: number; to: number }[] {
  const found: { key: string; from: number; to: number }[] = []
  days.forEach((day, at) => {
    const name = key(day)
    const last = found.at(-1)
    if (name === null) return
    if (last && last.key === name && last.to === at + 1) last.to++
    else found.push({ key: name, from: at + 1, to: at + 2 })
  })
  return found
}
