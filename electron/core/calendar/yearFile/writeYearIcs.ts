import { addDays, formatDate, type CalendarDay } from '#shared/domain'
import { messages, type Locale } from '#shared/i18n'
import ICAL from 'ical.js'
import type { YearContent } from '../calendar.service'
import { writtenName } from './writtenName'

/**
 * A year of the calendar as iCalendar (RFC 5545), one whole-day event for each listed day, in the language. The identity of an event depends on its date alone, so a later file takes the
 * place of an earlier one in a person's calendar; no event makes anybody busy. What iCalendar has no words for stands in `X-KIRIS-…`: `readYearFile` reads it back without loss.
 * `stamp`: when it was written, UTC ISO-8601.
 */
export function writeYearIcs(content: YearContent, locale: Locale, stamp: string): string {
  const calendar = new ICAL.Component('vcalendar')
  const calendarName = messages[locale].yearFile.calendarName.replace('{year}', String(content.year))
  text(calendar, 'version', '2.0')
  text(calendar, 'prodid', `-//Kiris//Working calendar//${locale.toUpperCase()}`)
  text(calendar, 'calscale', 'GREGORIAN')
  text(calendar, 'method', 'PUBLISH')
  // Readers expect it without the VALUE=TEXT that the library gives to the text of a property it does not know.
  calendar.addProperty(new ICAL.Property(['x-wr-calname', {}, 'unknown', calendarName]))
  text(calendar, 'x-kiris-year', String(content.year))
  text(calendar, 'x-kiris-state', content.status)
  if (content.source) text(calendar, 'x-kiris-source', content.source)
  // The library counts the octets of a folded line without the space it begins with; RFC 5545 allows 75 with it.
  ICAL.foldLength = 74
  const stamped = `${stamp.slice(0, 19)}Z`
  for (const day of content.days) calendar.addSubcomponent(eventOf(day, locale, stamped))
  return `${calendar.toString()}\r\n`
}

function eventOf(day: CalendarDay, locale: Locale, stamped: string): ICAL.Component {
  const { date, kind, name, source, pair, status } = day
  const { kinds } = messages[locale].yearFile
  const event = new ICAL.Component('vevent')
  text(event, 'uid', `${date}@working-calendar.kiris`)
  event.addProperty(new ICAL.Property(['dtstamp', {}, 'date-time', stamped]))
  event.addProperty(new ICAL.Property(['dtstart', {}, 'date', date]))
  event.addProperty(new ICAL.Property(['dtend', {}, 'date', addDays(date, 1)]))
  text(event, 'summary', name ? writtenName(locale, name) : kinds[kind])
  text(event, 'description', description(day, locale))
  if (source) text(event, 'comment', source)
  text(event, 'categories', kind)
  text(event, 'transp', 'TRANSPARENT')
  text(event, 'status', status === 'estimated' ? 'TENTATIVE' : 'CONFIRMED')
  text(event, 'x-kiris-kind', kind)
  if (name) text(event, 'x-kiris-name', name)
  if (source) text(event, 'x-kiris-source', source)
  if (pair) text(event, 'x-kiris-pair', pair)
  if (status) text(event, 'x-kiris-state', status)
  return event
}

/** The kind and its law, the order, the other day of a transfer: each on its line. */
function description({ kind, source, pair, status }: CalendarDay, locale: Locale): string {
  const { kinds, laws, states } = messages[locale].yearFile
  const state = status === 'estimated' ? states.estimated : undefined
  return [kinds[kind], laws[kind], source, pair && `→ ${formatDate(pair)}`, state].filter(Boolean).join('\n')
}

function text(component: ICAL.Component, name: string, value: string): void {
  component.addProperty(new ICAL.Property([name, {}, 'text', value]))
}
