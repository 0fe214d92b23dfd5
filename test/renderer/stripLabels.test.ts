import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Faces } from '#core/paper/faces'
import { addDays, countTerm, WorkingCalendar, type CalendarDay, type TermDay } from '#shared/domain'
import { messages } from '#shared/i18n'
import calendarFile from '../../resources/data/calendar-kz.json'
import { narrowLines, runs } from '../../renderer/ui/stripCells'
import { LABEL_GAP, placeLabels, type Label } from '../../renderer/ui/stripLabels'

const faces = new Faces(join(process.cwd(), 'resources/fonts'))
const calendar = new WorkingCalendar(calendarFile.days as CalendarDay[])
const rule = { id: 'x', version: 1, unit: 'workingDays', basis: { kk: 'x', ru: 'x' }, checkpointDays: 0 } as const

/** Labels of each line of a term, as wide as the window's typeface draws them. */
function labelsOf(registeredOn: string, length: number, locale: 'kk' | 'ru', across: number): Label[][] {
  const { holidays, days: kinds } = messages[locale].words
  const reason = (day: TermDay): string | null =>
    day.counted !== null || day.state === 'weekend' || day.date === registeredOn
      ? null
      : ((holidays as Record<string, string>)[day.name ?? ''] ?? kinds[day.state as keyof typeof kinds])
  return narrowLines(countTerm({ ...rule, length }, registeredOn, calendar).days).map((days) =>
    runs(days, reason).map(({ key, from, to }) => ({
      ...{ from: ((from - 1) * across) / days.length, to: ((to - 1) * across) / days.length },
      width: faces.width(key, 'PTSansNarrow-Regular', 12) + 1,
    })),
  )
}

describe('the words under the long strip', () => {
  it.each(['kk', 'ru'] as const)('never touch, stand in the line and under their own days (%s)', (locale) => {
    let met = 0
    for (let day = '2026-01-05'; day < '2027-01-01'; day = addDays(day, 1)) {
      for (const across of [300, 420, 640, 900]) {
        for (const labels of [15, 20].flatMap((length) => labelsOf(day, length, locale, across))) {
          const boxes = placeLabels(labels, across).map((place, at) => ({ ...labels[at]!, ...place }))
          if (boxes.length > 1) met++
          for (const [at, { left, width, from, to, row }] of boxes.entries()) {
            expect(left).toBeGreaterThanOrEqual(0)
            expect(left + width).toBeLessThanOrEqual(across)
            expect(left).toBeLessThanOrEqual(to)
            expect(left + width).toBeGreaterThanOrEqual(from)
            for (const other of boxes.slice(at + 1).filter((each) => each.row === row))
              expect(other.left, `${day} ${locale} ${across}`).toBeGreaterThanOrEqual(left + width + LABEL_GAP - 0.001)
          }
        }
      }
    }
    expect(met).toBeGreaterThan(50)
  })

  it('keep one row at 25 and 26 October 2026, and go down where one row has no room', () => {
    const [labels] = labelsOf('2026-10-07', 15, 'kk', 640)
    expect(labels).toHaveLength(2)
    expect(placeLabels(labels!, 640).map(({ row }) => row)).toEqual([0, 0])
    const tight = [0, 1, 2].map((at) => ({ from: 100 + at * 20, to: 120 + at * 20, width: 90 }))
    expect(placeLabels(tight, 640).map(({ row }) => row)).toEqual([0, 0, 1])
  })
})
