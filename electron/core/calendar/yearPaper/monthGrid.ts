import { weekdayOf } from '#shared/domain'
import { messages } from '#shared/i18n'
import { widthOf, type Run } from '../../paper/fit'
import { mm, type Block, type Sheet } from '../../paper/Sheet'
import type { Tag } from '../../paper/tags'
import { beside, secondRun } from '../../paper/voices'
import { drawDay, signOf } from './daySigns'
import { BOLD, capital, DAY, MONTH, NARROW, type YearPage } from './YearPage'
import { countDays, datesOfMonth, monthStart } from './yearCounts'

const CAPTION = mm(5.9)
const WEEKDAYS = mm(3.9)
const SERIF = 'PTSerif-Regular'

function weeksOf(year: number, month: number): number {
  return Math.ceil((weekdayOf(monthStart(year, month)) - 1 + datesOfMonth(year, month).length) / 7)
}

/** A month (0 = January): its name, its working days, the weekdays and its days. `dayHeight` in points. */
export function monthGrid(page: YearPage, month: number, x: number, dayHeight: number): Block {
  const { facts, voices } = page
  const { calendar, year } = facts
  const tabs = { off: voices.say('yearPaper.tabs.off').main, work: voices.say('yearPaper.tabs.work').main }
  const head = CAPTION + WEEKDAYS
  return {
    height: head + weeksOf(year, month) * dayHeight,
    draw(sheet, top) {
      const table: Tag = { role: 'Table' }
      sheet.within('H3', () => drawCaption(sheet, page, month, { x, top }))
      drawWeekdays(sheet, page, table, { x, top: top + CAPTION })
      const before = weekdayOf(monthStart(year, month)) - 1
      const weeks = Array.from({ length: weeksOf(year, month) }, (): Tag => ({ role: 'TR' }))
      const inCell = (at: number, draw: () => void): void =>
        sheet.within(table, () => sheet.within(weeks[Math.floor(at / 7)]!, () => sheet.within('TD', draw)))
      // Read aloud, every day stands under its weekday: the cells before the first are there, with nothing in them.
      for (let at = 0; at < before; at++) inCell(at, () => sheet.text(' ', { face: NARROW, size: 7.5 }, x + at * DAY, top + head))
      datesOfMonth(year, month).forEach((date, index) => {
        const at = before + index
        const place = { x: x + (at % 7) * DAY, y: top + head + Math.floor(at / 7) * dayHeight }
        const sign = signOf(calendar.stateOf(date), page.listed.get(date), tabs)
        inCell(at, () => drawDay(sheet, index + 1, sign, { ...place, height: dayHeight }))
      })
    },
  }
}

/** «Қаңтар / Январь … 18 ж.к. / р. д.» over a line. */
function drawCaption(
  sheet: Sheet,
  { faces, facts, voices }: YearPage,
  month: number,
  { x, top }: { x: number; top: number },
): void {
  const { working } = countDays(facts.calendar, facts.year, month, month + 1)
  const count: Run[] = [{ text: `${working} `, face: BOLD }, ...beside(voices.say('yearPaper.unit'), NARROW)]
  const name = voices.each((language) => capital(messages[language].words.monthsAlone[month]!))
  const second = name.second === null ? '' : ` / ${name.second}`
  const baseline = top + faces.baseline(SERIF, 12, CAPTION)
  const room = MONTH - widthOf(faces, count, 8) - faces.width(name.main, SERIF, 12) - mm(1.5)
  const size = Math.min(9, (9 * room) / Math.max(1, faces.width(second, SERIF, 9)))
  sheet.text(name.main, { face: SERIF, size: 12 }, x, baseline)
  sheet.runs([secondRun(second, SERIF)], size, x + faces.width(name.main, SERIF, 12), baseline)
  sheet.runs(count, 8, x + MONTH, baseline, 'right')
  sheet.rule(x, top + CAPTION, MONTH, { width: mm(0.2), colour: '#777777' })
}

/** «дс/пн», in a paper of one language «дс». */
function drawWeekdays(sheet: Sheet, { voices }: YearPage, table: Tag, { x, top }: { x: number; top: number }): void {
  const row: Tag = { role: 'TR' }
  const baseline = top + sheet.faces.baseline(NARROW, 7.5, WEEKDAYS)
  for (let at = 0; at < 7; at++) {
    const { main, second } = voices.each((language) => messages[language].words.weekdaysShort[at]!)
    const runs: Run[] = [{ text: main, face: NARROW }, secondRun(second === null || second === main ? '' : `/${second}`, NARROW)]
    const draw = (): void => sheet.runs(runs, 7.5, x + (at + 0.5) * DAY, baseline, 'centre')
    sheet.within(table, () => sheet.within(row, () => sheet.within({ role: 'TH', scope: 'Column' }, draw)))
  }
}
