import { formatDate, isIsoDate, yearOf, type CalendarDay, type CalendarDayKind, type IsoDate } from '#shared/domain'
import type ICAL from 'ical.js'
import { dayOf, keptText, type Gathered } from './assemble'
import { quoted, WHOLE, type Findings, type Place } from './findings'
import { dateIn, datesExcluded, daysOf, returnsOf, spanOf } from './icsDates'
import { textIn, textOf, textsIn } from './icsValues'
import { MAX_DAYS, MAX_ROWS } from './limits'
import { holidayOf, isKindKey, keptName, kindOf, kindOfHoliday } from './words'

/** An event with its place in the file. */
export interface IcsEvent {
  component: ICAL.Component
  at: Place
}

type Facts = Omit<CalendarDay, 'date'>

/** The events of a file on their way into the year. Ours say what they are (`X-KIRIS-…`); of others it is told by their name and category. */
export class IcsEvents {
  /** Days that a changed occurrence of a repeating event takes the place of, as `uid date`. */
  readonly #replaced: ReadonlySet<string>
  #elsewhere = 0

  constructor(
    private readonly events: readonly IcsEvent[],
    private readonly year: number,
    private readonly findings: Findings,
  ) {
    this.#replaced = new Set(events.flatMap(({ component }) => replacedBy(component)))
  }

  /** The days of all events, in the order of the file. */
  days(): Gathered['days'] {
    const days = this.events.flatMap((event) => this.#daysOf(event))
    if (this.#elsewhere > 0) this.findings.note(WHOLE, 'ics_other_years', { count: this.#elsewhere, year: this.year })
    if (days.length <= MAX_ROWS) return days
    this.findings.fault(WHOLE, 'too_many_rows', { count: days.length, max: MAX_ROWS })
    return []
  }

  #daysOf(event: IcsEvent): Gathered['days'] {
    if (textIn(event.component, 'status').toUpperCase() === 'CANCELLED') {
      this.findings.note(event.at, 'ics_cancelled', { name: nameOf(event) })
      return []
    }
    const dates = this.#dates(event)
    if (!dates) return []
    // An event of ours in another year is an error of the file; a calendar from elsewhere holds many years.
    const wanted = isOurs(event) ? dates : dates.filter((date) => yearOf(date) === this.year)
    if (wanted.length === 0) this.#elsewhere++
    const facts = wanted.length > 0 && this.#facts(event, wanted[0]!)
    return facts ? wanted.map((date) => ({ at: event.at, day: dayOf({ date, ...facts }) })) : []
  }

  #dates(event: IcsEvent): IsoDate[] | null {
    const { component, at } = event
    const span = spanOf(component)
    const firsts = span && 'first' in span ? returnsOf(component, span.first, this.year) : []
    if (!span) this.findings.fault(at, 'ics_no_date')
    else if ('property' in span) this.findings.fault(at, 'ics_date', { ...span, value: quoted(span.value) })
    else if (!firsts) this.findings.fault(at, 'ics_repeats', { name: nameOf(event) })
    else if (span.days * firsts.length > 2 * MAX_DAYS || span.days > MAX_DAYS) {
      this.findings.fault(at, 'ics_too_long', { name: nameOf(event), days: span.days, max: MAX_DAYS })
    } else {
      const dates = daysOf(this.#withoutExcluded(event, firsts), span.days)
      const counted = dates.find((date) => yearOf(date) === this.year)
      if (span.isTimed && counted) {
        this.findings.note(at, 'ics_timed', { date: formatDate(counted), name: nameOf(event) })
      }
      return dates
    }
    return null
  }

  #withoutExcluded({ component }: IcsEvent, firsts: readonly IsoDate[]): IsoDate[] {
    const excluded = new Set(datesExcluded(component))
    const uid = textIn(component, 'uid')
    const isChange = component.hasProperty('recurrence-id')
    return firsts.filter((date) => !excluded.has(date) && (isChange || !this.#replaced.has(`${uid} ${date}`)))
  }

  #facts(event: IcsEvent, date: IsoDate): Facts | null {
    return isOurs(event) ? this.#ourFacts(event) : this.#otherFacts(event, date)
  }

  #ourFacts({ component, at }: IcsEvent): Facts | null {
    const [kind, state, pair] = ['x-kiris-kind', 'x-kiris-state', 'x-kiris-pair'].map((key) => textIn(component, key))
    const name = keptText({ text: renamed(component), is: 'name', column: 'SUMMARY', at }, this.findings)
    const source = textOf(component, 'x-kiris-source', 'source', at, this.findings)
    const status = state === '' ? undefined : state
    const isState = status === undefined || status === 'official' || status === 'estimated'
    const isPair = pair === '' || isIsoDate(pair!)
    if (!isKindKey(kind!)) this.findings.fault(at, 'unknown_kind', { value: quoted(kind!) })
    else if (!isState) this.findings.fault(at, 'unknown_state', { value: quoted(status) })
    else if (!isPair) this.findings.fault(at, 'ics_date', { property: 'X-KIRIS-PAIR', value: quoted(pair!) })
    else if (name !== null && source !== null) return { kind, name, source, pair, status }
    return null
  }

  #otherFacts(event: IcsEvent, date: IsoDate): Facts | null {
    const { component, at } = event
    const summary = textOf(component, 'summary', 'name', at, this.findings)
    if (summary === null) return null
    const kind = kindOfOther(component, summary)
    const name = kindOf(summary) ? '' : keptName(summary)
    const source = isMoved(kind) ? textOf(component, 'comment', 'source', at, this.findings) : ''
    if (source === null) return null
    if (name !== '' && !holidayOf(summary)) {
      this.findings.note(at, 'ics_own_name', { date: formatDate(date), name: nameOf(event) })
    }
    const isTentative = textIn(component, 'status').toUpperCase() === 'TENTATIVE'
    return { kind, name, source, ...(isTentative && { status: 'estimated' }) }
  }
}

/** By its category where that is more than «holiday»; else by the holiday it is named after, by a name that says the kind, or a holiday. */
function kindOfOther(component: ICAL.Component, summary: string): CalendarDayKind {
  const category = textsIn(component, 'categories')
    .map(kindOf)
    .find((kind) => kind && kind !== 'holiday')
  const holiday = holidayOf(summary)
  return category ?? (holiday ? kindOfHoliday(holiday) : (kindOf(summary) ?? 'holiday'))
}

/** The name an event of ours was written with, unless a person has given it another since. */
function renamed(component: ICAL.Component): string {
  const [written, summary] = [textIn(component, 'x-kiris-name'), textIn(component, 'summary')]
  const isAsWritten = summary === '' || kindOf(summary) !== undefined || keptName(summary) === keptName(written)
  return isAsWritten ? written : keptName(summary)
}

function replacedBy(component: ICAL.Component): string[] {
  const replaced = dateIn(component, 'recurrence-id')
  return replaced && 'date' in replaced ? [`${textIn(component, 'uid')} ${replaced.date}`] : []
}

const isOurs = ({ component }: IcsEvent): boolean => component.hasProperty('x-kiris-kind')
const isMoved = (kind: CalendarDayKind): boolean => kind === 'transfer-off' || kind === 'transfer-work'
const nameOf = ({ component }: IcsEvent): string => quoted(textIn(component, 'summary'))
