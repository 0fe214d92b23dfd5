import { isIsoDate, weekdayOf, yearOf, type CalendarDay, type HolidayLaw, type IsoDate } from '#shared/domain'
import type { FieldFault } from '#shared/contract'
import { storedName } from './holidayNames'
import { isMoved, type DayChoice } from './yearEdits'
import { YEARS } from './yearView'

/** A day as it is typed in the editor. */
export interface DayForm {
  kind: DayChoice['kind']
  /** The holiday's name as written. */
  name: string
  source: string
  /** The other day of the transfer, or the text typed for it. */
  pair: string
  status: 'official' | 'estimated'
}

/** A fault of the editor's fields: codes of `errors.field`, and `pair_listed` for a pair day that is something else already. */
export interface FormFaults {
  name?: FieldFault['code']
  source?: FieldFault['code']
  pair?: FieldFault['code'] | 'pair_listed'
}

const isWeekend = (date: IsoDate) => weekdayOf(date) > 5

/** What a weekday cannot be made (the listed calendar is that of the five-day week). */
export function impossibleKinds(date: IsoDate): ReadonlySet<DayChoice['kind']> {
  return new Set(isWeekend(date) ? ['transfer-off', 'substitute'] : ['transfer-work'])
}

/** The editor's first content for a day. `nameOf` writes a stored name; `source`: the order typed last; the law suggests the name of its own holidays. */
export function dayForm(
  date: IsoDate,
  listed: CalendarDay | undefined,
  { law, source, nameOf }: { law: HolidayLaw; source: string; nameOf: (name: string) => string },
): DayForm {
  const yearly = law.yearly.find(({ on }) => date.endsWith(on))?.name
  const name = listed?.name ?? yearly
  return {
    kind: listed?.kind ?? 'ordinary',
    name: name ? nameOf(name) : '',
    source: listed?.source ?? source,
    pair: listed?.pair ?? '',
    status: listed?.status ?? 'official',
  }
}

/** The choice a form stands for; only what its kind has is taken over. */
export function choiceOf({ kind, name, source, pair, status }: DayForm): DayChoice {
  if (kind === 'ordinary' || kind === 'substitute') return { kind }
  if (isMoved(kind)) return { kind, source: source.trim(), pair }
  return { kind, name: storedName(name), ...(status === 'estimated' && { status }) }
}

/** What is wrong with a form for a day. `listedAt`: the listed days as edited so far. */
export function formFaults(date: IsoDate, form: DayForm, listedAt: (date: IsoDate) => CalendarDay | undefined): FormFaults {
  if (isMoved(form.kind)) {
    const pair = pairFault(date, form, listedAt)
    return { ...(form.source.trim() === '' && { source: 'transfer_without_source' }), ...(pair && { pair }) }
  }
  const named = form.kind === 'holiday' || form.kind === 'religious'
  return named && form.name.trim() === '' ? { name: 'holiday_without_name' } : {}
}

function pairFault(
  date: IsoDate,
  { kind, pair }: DayForm,
  listedAt: (date: IsoDate) => CalendarDay | undefined,
): FormFaults['pair'] | null {
  if (pair === '') return 'transfer_without_pair'
  if (!isIsoDate(pair)) return 'not_a_date'
  if (yearOf(pair) < YEARS.first || yearOf(pair) > YEARS.last) return 'date_too_early'
  const other = listedAt(pair)
  if (other && other.pair !== date) return 'pair_listed'
  if (kind === 'transfer-off') return isWeekend(pair) ? null : 'transfer_work_on_workday'
  return isWeekend(pair) ? 'transfer_off_day_off' : null
}
