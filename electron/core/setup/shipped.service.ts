import type { OfficeDetails, OfficeRules } from '#shared/contract'
import type { BothLanguages, HolidayLaw, KeptCalendar, ShortTermRule, TermRule } from '#shared/domain'
import type { ShippedDirectory } from '../directory/directory.service'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the program ships for a new office. */
export interface Shipped {
  suggestion: { details: OfficeDetails; rules: OfficeRules }
  calendar: KeptCalendar
  /** What the law alone says of days off, for years that nobody filled in. */
  law: HolidayLaw
  terms: TermRule[]
  shortTerms: ShortTermRule[]
  services: BothLanguages[]
  directory: ShippedDirectory
}

/** Reads the shipped data of `resources/data`. */
export async function readShipped(resourcesDir: string): Promise<Shipped> {
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(resourcesDir, 'data', name), 'utf8')) as T
  const { days, years } = await read<KeptCalendar>('calendar-kz.json')
  const { yearly, byMoon } = await read<HolidayLaw>('holidays-kz.json')
  return {
    suggestion: await read('office.json'),
    calendar: { days, years },
    law: { yearly, byMoon },
    terms: await read('terms.json'),
    shortTerms: await read('short-terms.json'),
    services: await read('services.json'),
    directory: { bodies: await read('bodies.json'), cases: await read('cases.json') },
  }
}
