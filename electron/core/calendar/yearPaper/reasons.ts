import { addDays, dayNumber, substitutes, weekdayOf, type CalendarDay, type IsoDate } from '#shared/domain'
import { messages } from '#shared/i18n'
import type { Said } from '../../paper/voices'
import { isMoved, moveReason } from './moveReasons'
import { shortened, type YearPage } from './YearPage'
import { dayList } from './writtenDays'

/** Why some days of the year are what they are. */
export interface Reason {
  /** The days it speaks of that lie in its month, in order. */
  dates: IsoDate[]
  said: Said
  /** What follows once for both languages: the order. */
  after: string
  /** The day with which the text itself begins; empty where it names none. */
  lead: string
}

/** The reasons of all listed days, in order of their first day. Days beside each other with the same reason share one, as do the two days of a transfer within a month. */
export function reasonsOfYear(page: YearPage): Reason[] {
  const days = [...page.listed.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  const replaced = replacedHolidays(page, days)
  let order: string | undefined
  return runsOf(page, days).flatMap((run): Reason[] => {
    const first = run[0]!
    if (!isMoved(first) || isOrdinary(page, first)) {
      return [{ dates: run.map(({ date }) => date), said: plainReason(page, run, replaced), after: '', lead: '' }]
    }
    const reason = moveReason(page, first, order)
    if (reason) order = first.source
    return reason ? [reason] : []
  })
}

/** Whether the list, made for a five-day week, does not hold for the day in the office's week of six. */
function isOrdinary({ facts }: YearPage, { date }: CalendarDay): boolean {
  return facts.calendar.stateOf(date) === 'work'
}

/** Days in a row of the same month and reason. */
function runsOf({ facts }: YearPage, days: readonly CalendarDay[]): CalendarDay[][] {
  const runs: CalendarDay[][] = []
  const sort = ({ date, kind, name, status }: CalendarDay): string =>
    [date.slice(0, 7), kind, name, status, facts.calendar.stateOf(date)].join('|')
  for (const day of days) {
    const last = runs.at(-1)?.at(-1)
    const goesOn = last && addDays(last.date, 1) === day.date && sort(last) === sort(day) && !isMoved(day)
    if (goesOn) runs.at(-1)!.push(day)
    else runs.push([day])
  }
  return runs
}

function plainReason(page: YearPage, run: readonly CalendarDay[], replaced: ReadonlyMap<IsoDate, IsoDate>): Said {
  const { voices } = page
  const first = run[0]!
  if (isOrdinary(page, first)) return voices.say('yearPaper.notes.sixDays')
  const said = first.kind === 'substitute' ? substituteName(page, run, replaced) : nameOf(page, first)
  return first.status === 'estimated' ? within(said, (name) => voices.say('yearPaper.notes.estimated', { name })) : said
}

function substituteName({ voices }: YearPage, run: readonly CalendarDay[], replaced: ReadonlyMap<IsoDate, IsoDate>): Said {
  const holidays = run.flatMap(({ date }) => replaced.get(date) ?? [])
  if (holidays.length < run.length) return voices.say('yearPaper.notes.substitute')
  const words = voices.each((language) => dayList(language, holidays))
  return within(words, (days) => voices.say('yearPaper.notes.substituteFor', { days }))
}

/** The words of both languages, each put into its own sentence. */
function within({ main, second }: Said, sentence: (words: string) => Said): Said {
  return { main: sentence(main).main, second: second === null ? null : sentence(second).second }
}

function nameOf({ voices, allowance }: YearPage, { kind, name }: CalendarDay): Said {
  if (!name) return voices.say(`words.days.${kind}`)
  if (Object.hasOwn(messages.kk.words.holidays, name)) return voices.say(`words.holidays.${name}`)
  return { main: shortened(name, allowance.letters), second: null }
}

/** Which holiday each substitute stands for, where the law says it (267-II art. 5); an order may have it otherwise. In a six-day week only Sundays are replaced. */
function replacedHolidays({ facts }: YearPage, days: readonly CalendarDay[]): Map<IsoDate, IsoDate> {
  const owed = days.filter(({ kind, date }) => kind === 'holiday' && weekdayOf(date) > facts.week)
  const given = substitutes(new Map(days.map((day) => [dayNumber(day.date), day])))
  const kept = given.filter(({ date }) => facts.week === 5 || facts.calendar.stateOf(date) === 'substitute')
  if (kept.length !== owed.length) return new Map<IsoDate, IsoDate>()
  return new Map(kept.map(({ date }, index) => [date, owed[index]!.date]))
}
