import { addDays, isWorkingState, type CalendarDay } from '#shared/domain'
import { messages } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import { factsWith, readYear, workingDaysPerYear, YEARS, yearFacts } from './yearPaperFixtures'

const includesAll = (text: string, parts: readonly string[]): void => {
  for (const part of parts) expect(text).toContain(part)
}
const textOf = async (...given: Parameters<typeof yearFacts>): Promise<string> => (await readYear(yearFacts(...given))).text

/** Figures of a row of the totals, by its name: four quarters and the year. */
function totals(text: string, name: string): number[] {
  const figures = new RegExp(`${name} (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)`).exec(text)
  if (!figures) throw new Error(`no row ${name}`)
  return figures.slice(1).map(Number)
}

/** Days of a quarter (0–3) or, with 4, the year, of which something holds. */
function count(year: number, quarter: number, holds: (date: string) => boolean): number {
  let days = 0
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if ((quarter === 4 || Math.floor((+date.slice(5, 7) - 1) / 3) === quarter) && holds(date)) days++
  }
  return days
}

describe.each(YEARS)('the printed year %i', (year) => {
  it('names the reason of every listed day in Kazakh and Russian', async () => {
    const text = await textOf(year)
    const facts = yearFacts(year)
    for (const { kind, name, source, date } of facts.days) {
      const holiday = name as keyof typeof messages.kk.words.holidays | undefined
      if (holiday) includesAll(text, [messages.kk.words.holidays[holiday], messages.ru.words.holidays[holiday]])
      if (source) includesAll(text, [source, 'бұйрық / приказ'])
      if (kind.startsWith('transfer')) {
        const word = isWorkingState(facts.calendar.stateOf(date)) ? 'жұмыс күні' : 'демалыс'
        expect(text).toMatch(new RegExp(`${+date.slice(8)} [а-яәіңғүұқөһ]+, [а-яәіңғүұқөһ]+ – ${word}`))
      }
    }
    const substitutes = facts.days.filter(({ kind }) => kind === 'substitute')
    const named = [...text.matchAll(/((?:\d+, )*\d+) (?!күн)[а-яәіңғүұқөһ]+ орнына демалыс \/ выходной за/g)]
    expect(named.flatMap(([, days]) => days!.split(', '))).toHaveLength(substitutes.length)
  })

  it.each([5, 6] as const)('has the totals of the working calendar of a week of %i days', async (week) => {
    const text = await textOf(year, {}, week)
    const { calendar } = yearFacts(year, {}, week)
    const columns = [0, 1, 2, 3, 4]
    const holiday = (date: string): boolean => ['holiday', 'religious'].includes(calendar.stateOf(date))
    const all = columns.map((quarter) => count(year, quarter, () => true))
    const working = columns.map((quarter) => count(year, quarter, (date) => calendar.isWorking(date)))
    expect(totals(text, 'календарных дней')).toEqual(all)
    expect(totals(text, 'рабочих дней')).toEqual(working)
    expect(totals(text, 'выходных, всего')).toEqual(all.map((days, at) => days - working[at]!))
    expect(totals(text, 'из них праздничных')).toEqual(columns.map((quarter) => count(year, quarter, holiday)))
    const { calendar: other } = yearFacts(year, {}, week === 5 ? 6 : 5)
    const others = columns.map((quarter) => count(year, quarter, (date) => other.isWorking(date)))
    expect(totals(text, week === 5 ? 'при шестидневке' : 'при пятидневке')).toEqual(others)
    const months = [...text.matchAll(/(\d+) ж\.к\. \/ р\. д\./g)].map(([, days]) => Number(days))
    expect(months).toHaveLength(12)
    expect(months.reduce((sum, days) => sum + days)).toBe(working[4])
  })

  it('has as many working days as were published', async () => {
    expect(totals(await textOf(year), 'рабочих дней')[4]).toBe(workingDaysPerYear[year])
  })
})

describe('the texts of a year', () => {
  it('give every month its working days, as in the look', async () => {
    const text = await textOf(2027, { languages: 'kk' })
    const counts = [18, 20, 18, 22, 18, 22, 21, 22, 22, 20, 22, 22]
    messages.kk.words.monthsAlone.forEach((month, at) =>
      expect(text).toContain(`${month[0]!.toUpperCase()}${month.slice(1)} ${counts[at]} ж.к. дс сс ср бс жм сб жс 1 2 3`),
    )
  })

  it('say which holiday a day off stands for, and both days and the order of a transfer', async () => {
    includesAll(await textOf(2025), [
      '1–2 Жаңа жыл / Новый год',
      '3, 5 3 қаңтар, жұма – демалыс; 5 қаңтар, жексенбі – жұмыс күні / 3 января, пятница – выходной; 5 января, воскресенье – рабочий день; бұйрық / приказ № 436, 21.11.2024',
      '10 8 наурыз орнына демалыс / выходной за 8 марта',
      '21–23 Наурыз мейрамы',
      '24–25 22, 23 наурыз орнына демалыс / выходной за 22, 23 марта',
      '1 30 тамыз орнына демалыс / выходной за 30 августа',
    ])
  })

  it('name a transfer in both its months, and a day of another year with its year', async () => {
    const [off, work] = ['2027-04-30', '2027-05-15']
    const days: CalendarDay[] = [
      { date: off, kind: 'transfer-off', source: 'Үкімет қаулысы № 5', pair: work },
      { date: work, kind: 'transfer-work', source: 'Үкімет қаулысы № 5', pair: off },
      { date: '2027-12-31', kind: 'transfer-off', source: '№ 6', pair: '2028-01-15' },
      { date: '2027-09-15', kind: 'holiday', name: 'Қала күні' },
    ]
    includesAll((await readYear(factsWith(days, { languages: 'kk', source: '' }))).text, [
      '30 30 сәуір, жұма – демалыс; 15 мамыр, сенбі – жұмыс күні; Үкімет қаулысы № 5',
      '15 15 мамыр, сенбі – жұмыс күні; 30 сәуір, жұма – демалыс; Үкімет қаулысы № 5',
      '31 31 желтоқсан, жұма – демалыс; 15 қаңтар 2028, сенбі – жұмыс күні; бұйрық № 6',
      '15 Қала күні',
    ])
  })

  it('mark a draft in words, beside the title and in a sentence; an official year bears no such mark', async () => {
    const draft = await textOf(2027)
    includesAll(draft, ['Жұмыс күнтізбесі 2027', 'Рабочий календарь 2027', 'жоба / проект', 'Жоба: ресми күнтізбе әлі жоқ', 'Проект: официального календаря ещё нет'])
    const official = await textOf(2026)
    includesAll(official, ['Ресми күнтізбе / Официальный календарь', 'Негізі / Основание: Жұмыс уақытының балансы'])
    expect(official).not.toMatch(/жоба|проект/i)
  }) // prettier-ignore

  it('say that a day is not announced, with «?» in its field', async () => {
    const text = await textOf(2027)
    expect(text).toContain('16 Құрбан айт, күні жарияланбаған / Курбан айт, день не объявлен')
    expect(text).toMatch(/14 15 16 ?\? 17 18/)
    expect(await textOf(2026)).not.toMatch(/айт, күні жарияланбаған|27 \?/)
  })

  it('put the letter of a moved day into its field', async () => {
    includesAll(await textOf(2025), ['1 2 3 д 4 5 ж 6 7 8'])
    includesAll(await textOf(2025, { languages: 'ru' }), ['1 2 3 в 4 5 р 6 7 8'])
  })

  it('name office, laws and the day of printing', async () => {
    includesAll(await textOf(2026), [
      'Ақмола облысының білім басқармасы',
      'Управление образования Акмолинской области',
      '№ 267-II Заң',
      '3, 5-баптар; Еңбек кодексі, 84, 85 (3)-баптар',
      '№ 267-II «О праздниках в Республике Казахстан», ст. 3, 5; Трудовой кодекс, ст. 84, 85 (3)',
      'басылды / напечатано 23.11.2026',
    ])
  })

  it('explain the signs in words', async () => {
    const text = await textOf(2026)
    for (const language of ['kk', 'ru'] as const) includesAll(text, Object.values(messages[language].yearPaper.legend))
  })

  it('in one language hold nothing of the other but names that people wrote', async () => {
    const source = ''
    expect(await textOf(2027, { languages: 'kk', source })).not.toMatch(/[ыэ]й |рабоч|выходн|Январь|пн/)
    expect(await textOf(2027, { languages: 'ru', source })).not.toMatch(/[әіңғүұқөһ]/i)
  })

  it('say which days of the list are ordinary in a week of six days', async () => {
    const text = await textOf(2025, {}, 6)
    includesAll(text, [
      'алты күндік жұмыс аптасы',
      '10 алты күндік аптада жұмыс күні / при шестидневке рабочий день',
      '24 23 наурыз орнына демалыс / выходной за 23 марта',
    ])
    expect(await textOf(2024, {}, 6)).not.toMatch(/сенбі – жұмыс|\d ж 5/)
  })
})
