import { describe, expect, it } from 'vitest'
import { WorkingCalendar, type CalendarDay, type CalendarYear } from '#shared/domain'
import calendarFile from '../../resources/data/calendar-kz.json'
import { dayBy, dayInYear } from '../../renderer/features/calendar/dayMoves'
import { choiceOf, dayForm, formFaults, impossibleKinds, type DayForm } from '../../renderer/features/calendar/dayForm'
import { storedName } from '../../renderer/features/calendar/holidayNames'
import { changesOf, isEdited, keptYear, rebased, restored, withDay } from '../../renderer/features/calendar/yearEdits'
import { yearTabs } from '../../renderer/features/calendar/yearTabs'
import { gathered, monthsOf, totalsOf } from '../../renderer/features/calendar/yearView'

const days = calendarFile.days as CalendarDay[]
const years = calendarFile.years as CalendarYear[]
const calendar = new WorkingCalendar(days)
const contentOf = (year: number) => keptYear({ days, years }, calendar, year)
const listed = (content: { days: CalendarDay[] }, date: string) => content.days.find((day) => day.date === date)

describe('a transfer', () => {
  const choice = { kind: 'transfer-off', source: '№ 436, 10.12.2026', pair: '2027-01-16' } as const

  it('sets both its days, and leaves no half behind when one of them becomes something else', () => {
    const [moved] = withDay(contentOf, '2027-01-08', choice)
    expect(listed(moved!, '2027-01-08')).toMatchObject({ kind: 'transfer-off', pair: '2027-01-16' })
    expect(listed(moved!, '2027-01-16')).toMatchObject({ kind: 'transfer-work', pair: '2027-01-08', source: '№ 436, 10.12.2026' })
    const [back] = withDay(() => moved!, '2027-01-16', { kind: 'ordinary' })
    expect(changesOf({ base: contentOf(2027), content: back! })).toEqual([])
  })

  it('that gets another pair frees the day it had', () => {
    const [moved] = withDay(contentOf, '2027-01-08', choice)
    const [again] = withDay(() => moved!, '2027-01-08', { ...choice, pair: '2027-01-23' })
    expect(changesOf({ base: contentOf(2027), content: again! }).map(({ date }) => date)).toEqual(['2027-01-08', '2027-01-23'])
  })

  it('across the year’s end changes two years', () => {
    const changed = withDay(contentOf, '2026-12-31', { ...choice, pair: '2027-01-09' })
    expect(changed.map(({ year }) => year).sort()).toEqual([2026, 2027])
    expect(
      listed(
        changed.find(({ year }) => year === 2027)!,
        '2027-01-09',
      )?.pair,
    ).toBe('2026-12-31')
  })

  it('goes back whole when one of its days is left as it was', () => {
    const [content] = withDay(contentOf, '2027-01-08', choice)
    const left = restored({ base: contentOf(2027), content: content! }, '2027-01-16')
    expect(isEdited({ base: contentOf(2027), content: left })).toBe(false)
  })
})

describe('an edit of a year that somebody else has changed', () => {
  it('keeps what was edited here and takes over the rest', () => {
    const base = contentOf(2027)
    const [content] = withDay(contentOf, '2027-05-17', { kind: 'religious', name: 'kurban-ait' })
    const [theirs] = withDay(contentOf, '2027-07-05', { kind: 'holiday', name: 'Demo' })
    const edit = rebased({ base, content: content! }, { ...theirs!, status: 'official', source: 'баланс' })
    expect(changesOf(edit).map(({ date }) => date)).toEqual(['2027-05-17'])
    expect(edit.content).toMatchObject({ status: 'official', source: 'баланс' })
    expect(listed(edit.content, '2027-07-05')?.name).toBe('Demo')
  })
})

describe('the editor of a day', () => {
  const law = { yearly: [{ name: 'capital-day', on: '07-06', religious: false, from: null, to: null }], byMoon: [] }
  const form = (change: Partial<DayForm>): DayForm => ({
    kind: 'ordinary',
    name: '',
    source: '',
    pair: '',
    status: 'official',
    ...change,
  })
  const faults = (date: string, change: Partial<DayForm>) => formFaults(date, form(change), (at) => calendar.listed(at))

  it('does not make of a weekday what only a weekend can be, nor the other way round', () => {
    expect([...impossibleKinds('2027-01-08')]).toEqual(['transfer-work'])
    expect([...impossibleKinds('2027-01-09')]).toEqual(['transfer-off', 'substitute'])
  })

  it('asks for order and pair, and refuses a pair that is a holiday or of the wrong kind', () => {
    expect(faults('2027-01-08', { kind: 'transfer-off' })).toEqual({
      source: 'transfer_without_source',
      pair: 'transfer_without_pair',
    })
    const order = { kind: 'transfer-off', source: '№ 1' } as const
    expect(faults('2027-01-08', { ...order, pair: '2027-01-02' })).toEqual({ pair: 'pair_listed' })
    expect(faults('2027-01-08', { ...order, pair: '2027-01-11' })).toEqual({ pair: 'transfer_work_on_workday' })
    expect(faults('2027-01-08', { ...order, pair: '32.01' })).toEqual({ pair: 'not_a_date' })
    expect(faults('2027-01-08', { ...order, pair: '2027-01-16' })).toEqual({})
    expect(faults('2027-01-09', { kind: 'transfer-work', source: '№ 1', pair: '2027-01-10' })).toEqual({
      pair: 'transfer_off_day_off',
    })
    expect(faults('2027-06-01', { kind: 'holiday' })).toEqual({ name: 'holiday_without_name' })
  })

  it('stores a known holiday by its key in whatever language it is written, and suggests the law’s own', () => {
    expect(['День Победы', 'victory day', 'Жеңіс күні', ' Ауыл күні '].map(storedName)).toEqual([
      ...['victory-day', 'victory-day', 'victory-day', 'Ауыл күні'],
    ])
    const made = dayForm('2029-07-06', undefined, { law, source: '№ 5', nameOf: (name) => `<${name}>` })
    expect(made).toMatchObject({ kind: 'ordinary', name: '<capital-day>', source: '№ 5' })
    expect(choiceOf(form({ kind: 'religious', name: 'Курбан айт', status: 'estimated' }))).toEqual({
      ...{ kind: 'religious', name: 'kurban-ait', status: 'estimated' },
    })
    expect(choiceOf(form({ kind: 'substitute', name: 'x', source: 'y' }))).toEqual({ kind: 'substitute' })
  })
})

describe('movement over the days', () => {
  it('crosses months and years, and stops where no year can be kept', () => {
    expect(dayBy('ArrowRight', '2027-01-31')).toBe('2027-02-01')
    expect(dayBy('ArrowUp', '2027-01-03')).toBe('2026-12-27')
    expect(dayBy('End', '2028-02-05')).toBe('2028-02-29')
    expect(dayBy('Home', '2028-02-29')).toBe('2028-02-01')
    expect(dayBy('PageDown', '2028-02-29')).toBe('2029-02-28')
    expect(dayBy('ArrowDown', '2100-12-30')).toBe('2100-12-30')
    expect(dayBy('PageUp', '2000-05-01')).toBe('2000-05-01')
    expect(dayInYear('2028-02-29', 2026)).toBe('2026-02-28')
  })
})

describe('a year as it is drawn', () => {
  it('has the working days of the official counts, and months that begin on their weekday', () => {
    const counts = Object.entries(calendarFile.workingDaysPerYear)
    const counted = counts.map(([year]) => [year, totalsOf(monthsOf(+year, calendar, calendar)).workingDays])
    expect(Object.fromEntries(counted)).toEqual(calendarFile.workingDaysPerYear)
    const months = monthsOf(2027, calendar, calendar)
    expect(months.map(({ weeks }) => weeks[0]!.findIndex((cell) => cell !== null))).toEqual([4, 0, 0, 3, 5, 1, 3, 6, 2, 4, 0, 2])
    expect(totalsOf(months)).toEqual({ workingDays: 247, holidays: 15, substitutes: 4 })
  })

  it('says the reasons once each, runs as runs', () => {
    const reasons = [
      ['2027-03-08', 'a'],
      ['2027-03-21', 'n'],
      ['2027-03-22', 'n'],
      ['2027-03-23', 'n'],
      ['2027-03-30', 'a'],
    ].map(([date, words]) => ({ date: date!, words: words! }))
    expect(gathered(reasons)).toEqual([
      { days: '8, 30', words: 'a' },
      { days: '21–23', words: 'n' },
    ])
  })

  it('stands in a row of years: kept, the next after them, and the chosen one', () => {
    const { shown, older } = yearTabs(years, { chosen: 2027, present: 2026 })
    expect(shown.map(({ year, draft }) => `${year}${draft ? '*' : ''}`)).toEqual(['2025', '2026', '2027*', '2028*', '2029*'])
    expect(older.map(({ year }) => year)).toEqual([2023, 2024])
    expect(yearTabs(years, { chosen: 2040, present: 2026 }).shown.at(-1)).toEqual({ year: 2040, draft: true })
  })
})
