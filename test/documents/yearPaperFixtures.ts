import { renderYear } from '#core/calendar/yearPaper/yearDocument'
import type { YearFacts } from '#core/calendar/yearPaper/yearFacts'
import { useFonts } from '#core/paper/fonts'
import {
  addDays,
  calendarOf,
  weekdayOf,
  type CalendarDay,
  type HolidayLaw,
  type KeptCalendar,
  type WorkWeek,
} from '#shared/domain'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReadPdf } from './readPdf'

const data = (name: string): unknown => JSON.parse(readFileSync(join(process.cwd(), 'resources/data', name), 'utf8'))
const kept = data('calendar-kz.json') as KeptCalendar & { workingDaysPerYear: Record<string, number> }
const law = data('holidays-kz.json') as HolidayLaw

/** Working days a year in the five-day week, as published. */
export const { workingDaysPerYear } = kept
/** The years that the program ships. */
export const YEARS = kept.years.map(({ year }) => year)
/** Where the fonts of the papers are. */
export const FONTS = join(process.cwd(), 'resources/fonts')
useFonts(FONTS)

/** The facts of a year as shipped, or drafted from the law where none is. */
export function yearFacts(year: number, changes: Partial<YearFacts> = {}, week: WorkWeek = 5): YearFacts {
  const calendar = calendarOf(kept, week, law)
  const { status, source } = kept.years.find((each) => each.year === year) ?? { status: 'draft', source: '' }
  return {
    ...{ year, status, source, week, calendar },
    days: calendar.listedIn(year),
    office: { name: { kk: 'Ақмола облысының білім басқармасы', ru: 'Управление образования Акмолинской области' } },
    languages: 'both',
    printedOn: '2026-11-23',
    printedMoment: '2026-11-23T05:20:00Z',
    ...changes,
  }
}

/** The facts of 2027 with other listed days, confirmed by a long order. */
export function factsWith(days: CalendarDay[], changes: Partial<YearFacts> = {}): YearFacts {
  const calendar = calendarOf({ days, years: [{ year: 2027, status: 'official', source: '' }] }, 5, law)
  return yearFacts(2027, { calendar, days, status: 'official', source: order(0), ...changes })
}

/** An order as long as the office may write it: 200 letters. */
export function order(at: number): string {
  const text = `«Жұмыс күндерін ауыстыру туралы» Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2026 жылғы 14 желтоқсандағы № ${12300 + at}-НҚ бұйрығы, Әділет министрлігінде № 67890 болып тіркелген`
  return text.padEnd(200, '.').slice(0, 200)
}

/** 45 listed days of 2027: those of the law, and transfers by orders of 200 letters; `orders`: how many orders. */
export function crowdedDays(orders: number): CalendarDay[] {
  const days = new Map(yearFacts(2027).days.map((day) => [day.date, day]))
  for (let saturday = '2027-01-16', at = 0; days.size < 45; saturday = addDays(saturday, 21)) {
    if (days.has(saturday)) continue
    const off = [-3, -2, -4].map((shift) => addDays(saturday, shift)).find((date) => !days.has(date))!
    const source = order(at++ % orders)
    days.set(saturday, { date: saturday, kind: 'transfer-work', source, pair: off })
    days.set(off, { date: off, kind: 'transfer-off', source, pair: saturday })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** As many holidays with long names of their own, on working days of 2027, as a year may list. */
export function festiveDays(count: number): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let date = '2027-01-01'; days.length < count; date = addDays(date, 1)) {
    if (weekdayOf(date) < 6)
      days.push({ date, kind: 'holiday', name: `${days.length + 1}-мереке, `.padEnd(100, 'Ұлттық ғылым мен өнер күні ') })
  }
  return days
}

/** The printed year, read as other programs read it. */
export async function readYear(facts: YearFacts): Promise<ReadPdf> {
  return new ReadPdf(await renderYear(facts))
}

export { renderYear }
