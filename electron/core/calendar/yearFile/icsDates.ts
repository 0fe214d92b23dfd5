import { addDays, dayNumber, isClockTime, isIsoDate, yearOf, type IsoDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import ICAL from 'ical.js'

/** The zone in which moments given in UTC have their date: one for the whole Republic. */
const TIME_ZONE = 'Asia/Almaty'
/** The earliest year of an event whose yearly return is reckoned. */
const EARLIEST = 1900
/** The longest rule of repetition and the most of its occurrences that are looked at; a yearly rule needs some 40 characters and one a year. */
const MAX_RULE = 200
const MAX_OCCURRENCES = 300

/** A day out of an event, and the time of day if it has one. */
export interface IcsDate {
  date: IsoDate
  time: string | null
}

/** The days of an event: the first and how many. */
export interface IcsSpan {
  first: IsoDate
  days: number
  isTimed: boolean
}

/** A property whose value is no date, with that value. */
export interface IcsNoDate {
  property: string
  value: string
}

/** The days an event takes: whole days without its DTEND, timed ones with the day on which they end, unless they end at midnight. `null` without DTSTART. */
export function spanOf(event: ICAL.Component): IcsSpan | IcsNoDate | null {
  const start = dateIn(event, 'dtstart')
  if (!start || 'property' in start) return start
  const end = dateIn(event, 'dtend') ?? endByDuration(event, start)
  if (typeof end !== 'number' && 'property' in end) return end
  const until = typeof end === 'number' ? end : dayNumber(end.date) + (end.time && end.time !== '00:00' ? 1 : 0)
  return { first: start.date, days: Math.max(1, until - dayNumber(start.date)), isTimed: start.time !== null }
}

/** The number of the day after the last, by DURATION; the next day when there is none. */
function endByDuration(event: ICAL.Component, { date, time }: IcsDate): number | IcsNoDate {
  const raw = rawValues(event, 'duration')[0]
  if (raw === undefined) return dayNumber(date) + 1
  const minutes = time ? +time.slice(0, 2) * 60 + +time.slice(3, 5) : 0
  try {
    return dayNumber(date) + Math.ceil((minutes + ICAL.Duration.fromString(raw).toSeconds() / 60) / (24 * 60))
  } catch {
    return { property: 'DURATION', value: raw }
  }
}

/** The date in the first property of that name. */
export function dateIn(event: ICAL.Component, name: string): IcsDate | IcsNoDate | null {
  const raw = rawValues(event, name)[0]
  if (raw === undefined) return null
  return icsDate(raw) ?? { property: name.toUpperCase(), value: raw }
}

/** A date as the library writes it, `2026-11-24` or `2026-11-24T10:15:00Z`; moments in UTC by their date here. */
function icsDate(raw: string): IcsDate | null {
  const [date, time] = [raw.slice(0, 10), raw.slice(11, 16)]
  if (!isIsoDate(date)) return null
  // `DTSTART:20261124` without VALUE=DATE leaves a time without digits.
  if (!/\d/.test(time)) return { date, time: null }
  if (!isClockTime(time)) return null
  return raw.endsWith('Z') ? localMoment(`${date}T${time}:00Z`, TIME_ZONE) : { date, time }
}

// The library moves a date that does not exist to one that does (30 February to 2 March), so its raw text is judged instead.
function rawValues(event: ICAL.Component, name: string): string[] {
  return event.getAllProperties(name).flatMap(({ jCal }) => jCal.slice(3).map(String))
}

/** The dates that EXDATE takes out of a repetition. */
export function datesExcluded(event: ICAL.Component): IsoDate[] {
  return rawValues(event, 'exdate').flatMap((raw) => icsDate(raw)?.date ?? [])
}

/**
 * First days of an event in the year before and in the year itself, so that what begins in December and ends in January is found: the event's own day, or the days on which it returns.
 * `null` when it repeats otherwise than yearly, or by a rule too long to reckon.
 */
export function returnsOf(event: ICAL.Component, first: IsoDate, year: number): IsoDate[] | null {
  const rules = event.getAllProperties('rrule')
  if (rules.length === 0 && !event.hasProperty('rdate')) return [first]
  const rule = rules[0]?.getFirstValue()
  const isReckoned = rules.length === 1 && rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && !event.hasProperty('rdate')
  if (!isReckoned || yearOf(first) < EARLIEST) return null
  return yearly(rule, first, year)
}

function yearly(rule: ICAL.Recur, first: IsoDate, year: number): IsoDate[] | null {
  const end = ICAL.Time.fromDateString(`${year}-12-31`)
  // Without an end the library looks for a day that never comes until the year 20000.
  if (!rule.until || rule.until.year > year) rule.until = end
  const found: IsoDate[] = []
  try {
    if (rule.toString().length > MAX_RULE) return null
    const returns = rule.iterator(ICAL.Time.fromDateString(first))
    for (let looked = 0; looked < MAX_OCCURRENCES; looked++) {
      const next = returns.next()
      if (!next || next.year > year) return found
      if (next.year >= year - 1) found.push(next.toString().slice(0, 10))
    }
  } catch {
    // The library throws for rules that contradict themselves.
  }
  return null
}

/** The days of a span that begin on each of the first days. */
export function daysOf(firsts: readonly IsoDate[], days: number): IsoDate[] {
  return firsts.flatMap((first) => Array.from({ length: days }, (_, at) => addDays(first, at)))
}
