import { SLIP_LANGUAGES, type SlipLanguages } from '#shared/contract'
import { LOCALES, localMoment, messages } from '#shared/i18n'
import { writeYearCsv, writeYearIcs } from '../calendar/yearFile/index'
import { renderYear } from '../calendar/yearPaper/yearDocument'
import { yearContent, type YearContent } from '../calendar/calendar.service'
import type { Database } from '../db/database'
import type { OfficeState, Settings } from '../settings/settings.service'
import { Voices } from '../paper/voices'
import { fileAnswer } from './fileAnswer'

/** The working calendar of a year as a file: `/files/calendar/<year>.csv`, `.ics` and `.pdf`, with `?language=` (paper also `both`). Years nobody filled in are drafted from the law. */
export interface YearFileParts {
  db: Database
  settings: Settings
  timeZone: string
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/** Answers the path of a year's file; `null` for any other path. `at`: now, UTC. */
export async function yearFile(url: URL, { db, settings, timeZone }: YearFileParts, at: string): Promise<Response | null> {
  const [, digits, format] = /^\/files\/calendar\/(\d{4})\.(csv|ics|pdf)$/.exec(url.pathname) ?? []
  const year = Number(digits)
  if (!format || year < FIRST_YEAR || year > LAST_YEAR) return null
  const office = await db.read((view) => settings.opened(view))
  const language = url.searchParams.get('language') ?? 'kk'
  const content = contentOf(office, year)
  if (format === 'pdf') {
    if (!isOneOf(SLIP_LANGUAGES, language)) return null
    return fileAnswer(
      await renderYear(paperOf(office, content, language, localMoment(at, timeZone).date, at)),
      'application/pdf',
      `${new Voices(language).say('yearFile.calendarName', { year: digits! }).main}.pdf`,
    )
  }
  if (!isOneOf(LOCALES, language)) return null
  const written = format === 'csv' ? writeYearCsv(content, language) : writeYearIcs(content, language, at)
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'text/calendar; charset=utf-8'
  return fileAnswer(
    new TextEncoder().encode(written),
    type,
    `${messages[language].yearFile.calendarName.replace('{year}', digits!)}.${format}`,
  )
}

function contentOf(office: OfficeState, year: number): YearContent {
  return yearContent(office, year) ?? { year, status: 'draft', source: '', days: office.calendar.listedIn(year) }
}

function paperOf(office: OfficeState, content: YearContent, languages: SlipLanguages, printedOn: string, printedMoment: string) {
  const { calendar, rules, details } = office
  return { ...content, calendar, week: rules.week, office: { name: details.name }, languages, printedOn, printedMoment }
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word)
}
