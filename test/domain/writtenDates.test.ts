import { dayMonth, dayMonthYear, formatCount, LOCALES, localMoment, longDate, messages, weekdayName } from '#shared/i18n'
import { describe, expect, it } from 'vitest'

describe('dates in words', () => {
  it.each([
    ['kk', '2026-11-24', '2026 жылғы 24 қараша', '24 қараша', '24 қараша 2026', 'сейсенбі'],
    ['kk', '2027-01-05', '2027 жылғы 5 қаңтар', '5 қаңтар', '5 қаңтар 2027', 'сейсенбі'],
    ['kk', '2026-06-06', '2026 жылғы 6 маусым', '6 маусым', '6 маусым 2026', 'сенбі'],
    ['ru', '2026-11-24', '24 ноября 2026 года', '24 ноября', '24 ноября 2026', 'вторник'],
    ['ru', '2026-05-03', '3 мая 2026 года', '3 мая', '3 мая 2026', 'воскресенье'],
    ['en', '2026-11-24', '24 November 2026', '24 November', '24 November 2026', 'Tuesday'],
  ] as const)('%s %s', (locale, date, ...written) => {
    expect([longDate(locale, date), dayMonth(locale, date), dayMonthYear(locale, date), weekdayName(locale, date)]).toEqual(
      written,
    )
  })

  it('Kazakh months stand in the order of the year', () => {
    expect(messages.kk.words.months).toEqual(
      'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
    )
    expect(messages.kk.words.weekdays).toEqual('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' '))
  })
})

describe('moments and counts', () => {
  it('a moment has the office’s day, which is not the day in Greenwich', () => {
    expect(localMoment('2026-11-24T18:59:00Z', 'Asia/Almaty')).toEqual({ date: '2026-11-24', time: '23:59' })
    expect(localMoment('2026-11-24T19:00:00Z', 'Asia/Almaty')).toEqual({ date: '2026-11-25', time: '00:00' })
    // Until 1 March 2024 the office's zone was an hour further east.
    expect(localMoment('2024-02-28T18:30:00Z', 'Asia/Almaty')).toEqual({ date: '2024-02-29', time: '00:30' })
  })

  it('thousands are set apart', () => {
    expect(LOCALES.map((locale) => formatCount(locale, 1234567))).toEqual([
      '1\u00a0234\u00a0567',
      '1\u00a0234\u00a0567',
      '1,234,567',
    ])
    expect(formatCount('kk', 999)).toBe('999')
  })
})
