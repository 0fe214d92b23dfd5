import { reckon, type Incoming, type TermBook } from '#shared/domain'
import { explainTerm, LOCALES, type Locale } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import { fiveDays, shortTerms, terms } from './material'

const book: TermBook = { calendar: fiveDays, rules: terms, shortRules: shortTerms, dayEnds: '18:30', countingStart: 'nextDay' }

function explained(locale: Locale, letter: Partial<Incoming> & Pick<Incoming, 'received'>, strict = false): string[] {
  const whole: Incoming = { kind: 'serviceComplaint', addressee: 'provider', ...letter }
  const reckoning = reckon(whole, strict ? { ...book, countingStart: 'registrationDay' } : book)!
  return explainTerm(locale, reckoning.term, { ...reckoning, received: letter.received, closing: '18:30' })
}

describe('a term read aloud', () => {
  it('in Russian: when registered and why then, how long, which days, until when', () => {
    expect(explained('ru', { received: { date: '2026-12-11', time: '18:45' } })).toEqual([
      'Письмо поступило 11 декабря 2026 года (пятница) в 18:45. Рабочий день заканчивается в 18:30, поэтому оно зарегистрировано на следующий рабочий день: 14 декабря 2026 года, понедельник.',
      'Срок: 5 рабочих дней. Основание: Закон № 88-V 25 (2); АППК 76 (2).',
      'День регистрации не считается.',
      'Считаются дни: 15 декабря, 17–18 декабря, 21–22 декабря.',
      'Не считаются: 16 декабря (День Независимости); 19–20 декабря (выходные).',
      'Последний день срока ответа: 22 декабря 2026 года, вторник.',
    ])
  })

  it('in Kazakh', () => {
    expect(explained('kk', { received: { date: '2026-12-12', time: '10:00' } })).toEqual([
      'Хат демалыс күні түсті: 2026 жылғы 12 желтоқсан (сенбі), сағат 10:00. Сондықтан ол келесі жұмыс күні тіркелді: 2026 жылғы 14 желтоқсан, дүйсенбі.',
      'Мерзімі: 5 жұмыс күні. Негізі: № 88-V Заң 25 (2); ӘРПК 76 (2).',
      'Тіркелген күн саналмайды.',
      'Саналатын күндер: 15 желтоқсан, 17–18 желтоқсан, 21–22 желтоқсан.',
      'Саналмайтын күндер: 16 желтоқсан (Тәуелсіздік күні); 19–20 желтоқсан (демалыс).',
      'Жауап мерзімінің соңғы күні: 2026 жылғы 22 желтоқсан, сейсенбі.',
    ])
  })

  it('names a worked day off with its order, and days moved by order', () => {
    const said = explained('ru', { received: { date: '2024-05-03', time: '10:00' } })
    expect(said).toContain('Выходной, ставший по приказу рабочим: 4 мая (18.04.2024).')
    expect(said.join(' ')).toContain('8 мая (выходной, перенесённый приказом, 18.04.2024)')
  })

  it('says that the day of registration counts where it does', () => {
    const said = explained('ru', { received: { date: '2026-12-11', time: '10:00' } }, true)
    expect(said).toContain('День регистрации считается первым.')
    expect(said).toContain('Считаются дни: 11 декабря, 14–15 декабря, 17–18 декабря.')
  })

  it('says why a term in calendar days ends later, and that a given day was given', () => {
    const rolled = explained('ru', { kind: 'informationRequest', received: { date: '2026-11-06', time: '10:00' } })
    expect(rolled).toContain(
      'Последний день срока нерабочий (21 ноября 2026 года), поэтому срок заканчивается в следующий рабочий день (АППК 76 (5)).',
    )
    const given = explained('kk', {
      kind: 'officialLetter',
      givenDeadline: '2026-12-24',
      received: { date: '2026-12-11', time: '10:00' },
    })
    expect(given).toContain('Мерзім хаттың өзінде көрсетілген. Негізі: хатта көрсетілген мерзім немесе кеңсе тәртібі.')
    expect(given.join(' ')).not.toContain('Тіркелген күн саналмайды')
  })

  it('says what is not certain yet: years without a calendar, holidays not announced', () => {
    const said = explained('ru', { kind: 'application', received: { date: '2028-04-28', time: '10:00' } })
    expect(said).toContain('Год, на который ещё нет официального календаря: 2028. Дата может измениться.')
    expect(said).toContain('Праздник, день которого ещё не объявлен: 5 мая (Құрбан айт).'.replace('Құрбан айт', 'Курбан айт'))
  })

  it.each(LOCALES)('has words for every kind of letter and every way of receipt in %s', (locale) => {
    for (const { kind } of terms) {
      for (const received of [
        { date: '2025-01-03', time: '10:00' },
        { date: '2027-03-12', time: '10:00' },
        { date: '2020-12-30', time: '19:00' },
      ]) {
        const said = explained(locale, { kind, received })
        expect(said.length).toBeGreaterThanOrEqual(5)
        for (const sentence of said) expect(sentence).not.toMatch(/undefined|null|\{|\}|terms\.explain/)
      }
    }
  })
})
