import type { FieldFault } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import type { AppFault } from '../../api/fault'
import type { YearContent } from './yearEdits'

/** A refused change of the calendar, by what is at fault. */
export interface SentFaults {
  days: ReadonlyMap<IsoDate, FieldFault>
  years: ReadonlyMap<number, FieldFault>
}

const PATH = /^change\.years\.(\d+)\.(?:days\.(\d+)|\w+)/

/** Finds the days and years meant by the paths of a refusal (`change.years.0.days.3.date`), given the years as they were sent. The first fault of a day counts. */
export function faultsOf(fault: AppFault | null, sent: readonly YearContent[]): SentFaults {
  const [days, years] = [new Map<IsoDate, FieldFault>(), new Map<number, FieldFault>()]
  for (const field of fault?.fields ?? []) {
    const [, yearAt, dayAt] = PATH.exec(field.path) ?? []
    const year = sent[Number(yearAt)]
    if (!year) continue
    const date = dayAt === undefined ? undefined : year.days[Number(dayAt)]?.date
    if (date === undefined) years.set(year.year, years.get(year.year) ?? field)
    else days.set(date, days.get(date) ?? field)
  }
  return { days, years }
}
