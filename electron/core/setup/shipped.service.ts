import type { OfficeDetails, OfficeRules } from '#shared/contract'
import type { BothLanguages, CalendarDay, TermRule } from '#shared/domain'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the program ships for a new office. */
export interface Shipped {
  suggestion: { details: OfficeDetails; rules: OfficeRules }
  calendar: CalendarDay[]
  terms: TermRule[]
  services: BothLanguages[]
}

/** Reads the shipped data of `resources/data`. */
export async function readShipped(resourcesDir: string): Promise<Shipped> {
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(resourcesDir, 'data', name), 'utf8')) as T
  const calendar = await read<{ days: CalendarDay[] }>('calendar-kz.json')
  return {
    suggestion: await read('office.json'),
    calendar: calendar.days,
    terms: await read('terms.json'),
    services: await read('services.json'),
  }
}
