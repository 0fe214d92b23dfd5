import { GROUPINGS, stripCells } from '#core/slips/form/stripCells'
import { layOut } from '#core/slips/form/layOut'
import { PAGE } from '#core/slips/form/SlipPage'
import { Voices } from '#core/paper/voices'
import { Faces } from '#core/paper/faces'
import { addDays, countTerm, KINDS } from '#shared/domain'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { slipFacts, termOf, workingCalendar } from './slipFixtures'

const faces = new Faces(join(process.cwd(), 'resources/fonts'))
const both = new Voices('both')
const notes = (cell: { notes: { main: string; second: string | null }[] }): string =>
  cell.notes.map(({ main, second }) => (second === null ? main : `${main}/${second}`)).join(' ')

describe('the strip of days', () => {
  it('tells the way from 11 to 21 December as the look does', () => {
    const cells = stripCells(termOf('serviceComplaint'), both, 'days')
    expect(cells.map((cell) => `${cell.weekdays} ${cell.dates} ${cell.look} ${notes(cell)}`)).toEqual([
      'жм 11 registered тіркелді/регистрация',
      'сб–жс 12–13 off демалыс/выходные',
      'дс 14 work 1',
      'сс 15 work 2',
      'ср 16 off Тәуелсіздік күні/День Независимости',
      'бс 17 work 3',
      'жм 18 work 4',
      'сб–жс 19–20 off демалыс/выходные',
      'дс 21 due жауап/ответ',
    ])
  })

  it('puts a long term together into runs and weeks, and loses no counted day', () => {
    const term = termOf('complaint', '2026-12-30')
    const weeks = stripCells(term, both, 'weeks')
    expect(weeks.map((cell) => `${cell.dates} ${notes(cell)}`)).toEqual([
      '30.12 тіркелді/регистрация',
      '31.12–3.01 1 Жаңа жыл/Новый год',
      '4–10 2–4 Православиелік Рождество/Православное Рождество',
      '11–17 5–9',
      '18–24 10–14',
      '25–31 15–19',
      '1.02 жауап/ответ',
    ])
    const runs = stripCells(term, both, 'runs')
    expect(runs.filter(({ look }) => look === 'work').map(notes)).toEqual(['1', '2–3', '4', '5–9', '10–14', '15–19'])
  })

  it('does not count days past the end of a term in calendar days', () => {
    const rule = { id: 'x', version: 1, length: 4, unit: 'calendarDays', basis: { kk: 'x', ru: 'x' }, checkpointDays: 0 } as const
    // 12 December 2026 is a Saturday: the fourth day falls on it, the answer on Monday.
    const cells = stripCells(countTerm(rule, '2026-12-08', workingCalendar()), both, 'days')
    expect(cells.map(notes)).toEqual(['тіркелді/регистрация', '1', '2', '3', '4', 'жауап/ответ'])
  })

  it('begins with the registration day and ends with the deadline in every grouping', () => {
    const term = termOf('petition', '2026-03-10')
    for (const grouping of GROUPINGS) {
      const cells = stripCells(term, both, grouping)
      expect([cells[0]!.look, cells.at(-1)!.look]).toEqual(['registered', 'due'])
      expect(cells.slice(1, -1).every(({ look }) => look === 'work' || look === 'off')).toBe(true)
    }
  })
})

describe('every slip of a year', () => {
  it.each(KINDS)('of the kind %s stays on its page, in type that can be read', (kind) => {
    for (let day = '2026-01-05'; day < '2027-01-01'; day = addDays(day, 3)) {
      for (const languages of ['both', 'ru'] as const) {
        const { marks } = layOut(faces, slipFacts({ kind, languages, registeredOn: day, copy: 2, correctedOn: day }))
        for (const mark of marks) {
          if (mark.kind !== 'text') continue
          const right = mark.x + faces.width(mark.text, mark.face, mark.size)
          expect(mark.x, mark.text).toBeGreaterThan(PAGE.side - 0.01)
          expect(right, mark.text).toBeLessThan(PAGE.width - PAGE.side + 0.01)
          expect(mark.baseline, mark.text).toBeLessThan(PAGE.height - PAGE.bottom)
          expect(mark.size, mark.text).toBeGreaterThanOrEqual(/^Төменгі|^Нижняя/.test(mark.text) ? 7 : 7.5)
        }
      }
    }
  })

  it('never lets words beside each other touch', () => {
    for (let day = '2026-10-05'; day < '2026-10-26'; day = addDays(day, 1)) {
      for (const kind of KINDS) {
        const { marks } = layOut(faces, slipFacts({ kind, languages: 'both', registeredOn: day }))
        const texts = marks.filter((mark) => mark.kind === 'text')
        for (const { text, x, baseline, face, size } of texts) {
          const right = x + faces.width(text, face, size)
          const beside = texts.filter((other) => other.baseline === baseline && other.x > x)
          for (const other of beside) expect(right, `${day}: ${text} / ${other.text}`).toBeLessThan(other.x + 0.01)
        }
      }
    }
  })

  it('bears a term of any length', () => {
    const basis = { kk: 'x', ru: 'x' }
    for (const unit of ['workingDays', 'calendarDays'] as const) {
      for (let length = 1; length <= 999; length += length < 60 ? 1 : 83) {
        const term = countTerm({ id: 'x', version: 1, length, unit, basis, checkpointDays: 0 }, '2026-12-11', workingCalendar())
        const { marks } = layOut(faces, slipFacts({ term }))
        const texts = marks.filter((mark) => mark.kind === 'text')
        expect(Math.max(...texts.map(({ x, text, face, size }) => x + faces.width(text, face, size)))).toBeLessThan(
          PAGE.width - PAGE.side + 0.01,
        )
      }
    }
  })
})
