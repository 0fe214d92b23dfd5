import { dayNumber, isWorkingState, type Term, type TermDay } from '#shared/domain'
import { messages, weekdayShort } from '#shared/i18n'
import type { Said, Voices } from '../../paper/voices'

/** One cell of the strip: a day, or days that belong together. */
export interface StripCell {
  look: 'registered' | 'work' | 'off' | 'due'
  weekdays: string
  dates: string
  /** Counted days («3», «6–10»), names of holidays, or what the day is. */
  notes: Said[]
}

/** How days are put together: weekends only; every run of days worked or off; whole weeks; everything between the first and the last day. */
export const GROUPINGS = ['days', 'runs', 'weeks', 'span'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The days from registration to deadline as cells (Code 350-VI art. 76(2)). The first is the registration day, the last the deadline. */
export function stripCells(term: Term, voices: Voices, grouping: Grouping): StripCell[] {
  const groups = grouped(term.days, grouping)
  const severalMonths = term.registeredOn.slice(0, 7) !== term.deadline.slice(0, 7)
  return groups.map((days, index) => {
    const [first, last] = [days[0]!, days.at(-1)!]
    const before = groups[index - 1]?.at(-1)
    const month = severalMonths && (index === groups.length - 1 || before?.date.slice(0, 7) !== first.date.slice(0, 7))
    const look = index === groups.length - 1 ? 'due' : index === 0 ? 'registered' : lookOf(days)
    return {
      look,
      weekdays: days.length > 7 ? '' : range(weekdayShort(voices.main, first.date), weekdayShort(voices.main, last.date)),
      dates: datesOf(first, last, month),
      notes: notesOf(days, look, term, voices),
    }
  })
}

function grouped(days: readonly TermDay[], grouping: Grouping): TermDay[][] {
  const groups: TermDay[][] = []
  let key = ''
  days.forEach((day, index) => {
    const alone = index === 0 || index === days.length - 1
    const own = alone ? `alone ${index}` : keyOf(day, grouping)
    if (own === key) groups.at(-1)!.push(day)
    else groups.push([day])
    key = own
  })
  return groups
}

function keyOf(day: TermDay, grouping: Grouping): string {
  const works = isWorkingState(day.state)
  if (grouping === 'days') return works ? day.date : `${day.state} ${day.name ?? ''}`
  if (grouping === 'runs') return works ? 'work' : 'off'
  return grouping === 'weeks' ? `week ${Math.floor((dayNumber(day.date) + 3) / 7)}` : 'all'
}

function lookOf(days: readonly TermDay[]): StripCell['look'] {
  return days.some((day) => isWorkingState(day.state)) ? 'work' : 'off'
}

function notesOf(days: readonly TermDay[], look: StripCell['look'], term: Term, voices: Voices): Said[] {
  if (look === 'due') return [voices.say('words.days.answer')]
  const counts = days.flatMap(({ counted }) => (counted !== null && counted <= term.length ? [counted] : []))
  const counted = counts.length === 0 ? [] : [{ main: range(String(counts[0]), String(counts.at(-1))), second: null }]
  if (counts.length > 31) return counted
  if (look === 'registered') return [voices.say('words.days.registered'), ...counted]
  const names = [...new Set(days.flatMap(({ name, state }) => (name && !isWorkingState(state) && known(name) ? [name] : [])))]
  const holidays = names.map((name) => voices.say(`words.holidays.${name}`))
  const notes = look === 'work' ? [...counted, ...holidays] : [...holidays, ...counted]
  return notes.length > 0 ? notes : [voices.say(`words.days.${days[0]!.state === 'work' ? 'weekend' : days[0]!.state}`)]
}

const known = (name: string): boolean => name in messages.kk.words.holidays

const range = (from: string, to: string): string => (from === to ? from : `${from}–${to}`)

function datesOf(first: TermDay, last: TermDay, month: boolean): string {
  const day = (date: string, withMonth: boolean): string => `${+date.slice(8)}${withMonth ? `.${date.slice(5, 7)}` : ''}`
  if (first.date === last.date) return day(first.date, month)
  if (first.date.slice(0, 7) === last.date.slice(0, 7)) return `${day(first.date, false)}–${day(last.date, month)}`
  return `${day(first.date, true)}–${day(last.date, true)}`
}
