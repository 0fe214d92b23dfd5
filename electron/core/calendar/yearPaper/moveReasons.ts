import type { CalendarDay, IsoDate } from '#shared/domain'
import { weekdayName } from '#shared/i18n'
import { besideText, type PaperLanguage, type Said } from '../../paper/voices'
import type { Reason } from './reasons'
import { dayIn } from './writtenDays'
import { shortened, type YearPage } from './YearPage'

// An order that the office wrote with the word itself needs no second one.
const NAMES_ORDER = /бұйры|приказ|order|қаулы|постановлен/i

/** Whether the day was moved by an order (Labour Code art. 85(3)). */
export function isMoved({ kind }: CalendarDay): boolean {
  return kind === 'transfer-off' || kind === 'transfer-work'
}

/** The reason of a moved day: both days and the order. `null`: the other day of the transfer has said it. `before`: the order that the reason before this one named. */
export function moveReason(page: YearPage, day: CalendarDay, before: string | undefined): Reason | null {
  const other = day.pair === undefined ? undefined : page.listed.get(day.pair)
  const together = other && isTogether(page, day.date, other.date)
  const second = other && other.date < day.date
  if (together && second) return null
  if (page.allowance.pooled && second) return { dates: [day.date], said: partOf(page, day, other), after: '', lead: '' }
  return {
    dates: together ? [day.date, other.date] : [day.date],
    said: page.voices.each((language) => sentence(page, language, day)),
    after: orderOf(page, day.source, before),
    lead: dayIn(page.facts.year, page.voices.main, day.date),
  }
}

/** Whether one reason speaks for both days: they stand in the same list. */
function isTogether({ allowance }: YearPage, a: IsoDate, b: IsoDate): boolean {
  const place = (date: IsoDate): number => Math.floor((+date.slice(5, 7) - 1) / (allowance.pooled ? 3 : 1))
  return a.slice(0, 4) === b.slice(0, 4) && place(a) === place(b)
}

/** «3 қаңтар, жұма – демалыс; 5 қаңтар, жексенбі – жұмыс күні»; where room is short without weekdays, and the days in the first language only. */
function sentence(page: YearPage, language: PaperLanguage, { date, kind, pair }: CalendarDay): string {
  const { voices, facts, allowance } = page
  const half = (at: IsoDate, state: string): string => {
    if (!allowance.pooled)
      return voices.write(language, 'yearPaper.notes.moved', {
        day: dayIn(facts.year, language, at),
        weekday: weekdayName(language, at),
        state,
      })
    if (language !== voices.main) return state
    return voices.write(language, 'yearPaper.notes.movedShort', { day: dayIn(facts.year, language, at), state })
  }
  const own = half(date, stateWord(page, language, kind))
  return pair === undefined
    ? own
    : `${own}; ${half(pair, stateWord(page, language, kind === 'transfer-off' ? 'transfer-work' : 'transfer-off'))}`
}

function stateWord({ voices }: YearPage, language: PaperLanguage, kind: CalendarDay['kind']): string {
  return voices.write(language, kind === 'transfer-off' ? 'yearPaper.notes.off' : 'yearPaper.notes.work', {})
}

/** «жұмыс күні (3 қаңтар)»: the second day of a transfer, where the first has told the rest. */
function partOf(page: YearPage, { kind }: CalendarDay, other: CalendarDay): Said {
  const { voices, facts } = page
  return voices.each((language) =>
    voices.write(language, 'yearPaper.notes.movedBack', {
      state: stateWord(page, language, kind),
      day: dayIn(facts.year, language, other.date),
    }),
  )
}

/** «; бұйрық / приказ № 436, 21.11.2024». Where room is short, the order just named is not named again, and of a long one its number stays. */
function orderOf({ voices, allowance }: YearPage, written: string | undefined, before: string | undefined): string {
  if (!written) return ''
  if (allowance.pooled && written === before) return `; ${besideText(voices.say('yearPaper.notes.sameOrder'))}`
  const source = written.replace(/№ +/g, '№\u00a0')
  const number = source.indexOf('№')
  const far = source.length > allowance.letters && number > 0
  const order = far ? `…${shortened(source.slice(number), allowance.letters - 1)}` : shortened(source, allowance.letters)
  return NAMES_ORDER.test(order) ? `; ${order}` : `; ${besideText(voices.say('yearPaper.notes.order'))} ${order}`
}
