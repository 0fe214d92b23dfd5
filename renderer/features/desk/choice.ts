import type { IsoDate, WorkingCalendar } from '#shared/domain'

/** When the work is due: by law, in some working days, or on another date. */
export type WhenKey = 'law' | 'three' | 'five' | 'ten' | 'other'

/** What is chosen for one letter, until it is issued. */
export interface Choice {
  /** Typical texts in the order in which they were pressed. */
  picked: string[]
  /** The text as it was edited; `null` = as the typical texts make it. */
  own: string | null
  /** Executors in the order in which they were pressed; the first is responsible (Code 350-VI art. 46(3)). */
  executors: number[]
  when: WhenKey
  /** The other date, `YYYY-MM-DD` or as typed. */
  other: string
  control: boolean
}

/** Nothing chosen yet; due by law. */
export function emptyChoice(when: WhenKey = 'law'): Choice {
  return { picked: [], own: null, executors: [], when, other: '', control: false }
}

/** A typical text as a sentence. */
export function sentence(text: string): string {
  return /[.!?…:;]$/.test(text) ? text : `${text}.`
}

/** The resolution as it will read. */
export function textOf({ picked, own }: Choice): string {
  return own ?? picked.map(sentence).join(' ')
}

/** Whether a typical text stands in the resolution. */
export function isPicked({ picked, own }: Choice, text: string): boolean {
  return own === null ? picked.includes(text) : own.includes(sentence(text))
}

/** Puts a typical text in, or takes it out; an edited text keeps what was written in it. */
export function toggleText(choice: Choice, text: string): Choice {
  const has = isPicked(choice, text)
  const { picked, own } = choice
  if (own === null) return { ...choice, picked: has ? picked.filter((one) => one !== text) : [...picked, text] }
  const without = own.replace(sentence(text), '').replace(/ {2,}/g, ' ').trim()
  return { ...choice, own: has ? without : `${own.trim()} ${sentence(text)}`.trim() }
}

/** Names an executor, or takes him or her out; who is named first is responsible. */
export function toggleExecutor(choice: Choice, id: number): Choice {
  const { executors } = choice
  return { ...choice, executors: executors.includes(id) ? executors.filter((one) => one !== id) : [...executors, id] }
}

/** Makes the first of the deputies responsible, on the next call the one after; after the last one none of them is. Whoever else was named works jointly. */
export function toggleDeputy(choice: Choice, deputies: readonly number[]): Choice {
  const before = deputies.indexOf(choice.executors[0] ?? -1)
  const next = deputies.slice(before + 1, before + 2)
  const others = choice.executors.slice(before < 0 ? 0 : 1).filter((id) => !next.includes(id))
  return { ...choice, executors: [...next, ...others] }
}

/** One way to say by when. `date` `null`: to be typed. `beyond`: would be after the last possible day, which stands in its place. */
export interface WhenOption {
  key: WhenKey
  days: number
  date: IsoDate | null
  beyond: boolean
}

const STEPS = [
  ['three', 3],
  ['five', 5],
  ['ten', 10],
] as const

/** The last day executors may be given: the deadline, unless that is over already. */
export function latestDue(deadline: IsoDate, today: IsoDate): IsoDate | null {
  return deadline < today ? null : deadline
}

/** The ways to say by when, in the order of their keys; none is after the deadline unless the letter is late anyway. */
export function whenOptions(deadline: IsoDate, today: IsoDate, calendar: WorkingCalendar): WhenOption[] {
  const latest = latestDue(deadline, today)
  const steps = STEPS.map(([key, days]): WhenOption => {
    let date = today
    for (let day = 0; day < days; day++) date = calendar.workingDayAfter(date)
    const beyond = latest !== null && date > latest
    return { key, days, date: beyond ? latest : date, beyond }
  })
  return [{ key: 'law', days: 0, date: deadline, beyond: false }, ...steps, { key: 'other', days: 0, date: null, beyond: false }]
}
