import type ICAL from 'ical.js'
import type { Gathered } from './assemble'
import { quoted, WHOLE, type Findings } from './findings'
import { IcsEvents } from './IcsEvents'
import { icsText } from './icsLines'
import { textIn, textOf } from './icsValues'
import { MAX_ROWS } from './limits'

/** Whether the text is an iCalendar, whatever its file is called. */
export function isIcs(text: string): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(text)
}

/** What an iCalendar says of the year. Events that cannot be read leave a fault each. */
export function readYearIcs(text: string, year: number, findings: Findings): Gathered {
  const gathered: Gathered = { days: [], stated: null }
  if (!isIcs(text)) {
    findings.fault(WHOLE, 'ics_no_calendar')
    return gathered
  }
  const read = icsText(text)
  if ('broken' in read) {
    findings.fault(WHOLE, 'ics_broken', { line: read.broken })
    return gathered
  }
  for (const calendar of read.calendars) readYear(calendar, year, gathered, findings)
  const components = read.calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  const events = components.map((component, at) => ({ component, at: { row: at + 1, line: read.eventLines[at]! } }))
  if (events.length > MAX_ROWS) findings.fault(WHOLE, 'too_many_rows', { count: events.length, max: MAX_ROWS })
  else gathered.days.push(...new IcsEvents(events, year, findings).days())
  return gathered
}

/** What a calendar of ours says of the year itself. */
function readYear(calendar: ICAL.Component, year: number, gathered: Gathered, findings: Findings): void {
  const [stated, state] = [textIn(calendar, 'x-kiris-year'), textIn(calendar, 'x-kiris-state')]
  if (stated === '' || gathered.stated) return
  if (stated !== String(year)) findings.fault(WHOLE, 'other_year', { value: quoted(stated), year })
  const source = textOf(calendar, 'x-kiris-source', 'source', WHOLE, findings)
  if (state !== 'official' && state !== 'draft') findings.fault(WHOLE, 'unknown_year_state', { value: quoted(state) })
  else gathered.stated = { status: state, source: source ?? '', at: WHOLE }
}
