import { KINDS, type Delivery } from '#shared/domain'
import { messages } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '#core/slips/slipFacts'
import { ReadPdf } from './readPdf'
import { renderSlip, slipFacts, termOf } from './slipFixtures'
import { KAZAKH, NEUTRAL, RUSSIAN } from './slipWords'

const textOf = async (changes: Partial<SlipFacts> = {}): Promise<string> => new ReadPdf(await renderSlip(slipFacts(changes))).text
const includesAll = (text: string, parts: readonly string[]): void => {
  for (const part of parts) expect(text).toContain(part)
}

describe('the texts of a slip', () => {
  it('are all there in Kazakh and Russian', async () => {
    const text = await textOf()
    includesAll(text, [...NEUTRAL, ...KAZAKH, ...RUSSIAN])
  })

  it('in Kazakh alone hold no Russian', async () => {
    const text = await textOf({ languages: 'kk' })
    includesAll(text, [...NEUTRAL, ...KAZAKH])
    for (const part of RUSSIAN) expect(text).not.toContain(part)
  })

  it('in Russian alone hold no Kazakh but the name in the stamp', async () => {
    const text = await textOf({ languages: 'ru' })
    includesAll(text, [...NEUTRAL, ...RUSSIAN, '11 декабря 2026', 'каб. 303'])
    for (const part of KAZAKH) expect(text).not.toContain(part)
  })

  it.each(KINDS)('name the kind %s, and its rights, in both languages', async (kind) => {
    const text = await textOf({ kind })
    const title =
      kind === 'serviceComplaint' || kind === 'complaint'
        ? ['Шағымның қабылданғанын растау', 'Подтверждение принятия жалобы']
        : kind === 'officialLetter' || kind === 'thanks'
          ? ['Хаттың қабылданғанын растау', 'Подтверждение принятия письма']
          : ['Жолданымның қабылданғанын растау', 'Подтверждение принятия обращения']
    includesAll(text, [...title, messages.kk.words.kinds[kind].formal, messages.ru.words.kinds[kind].formal])
    if (kind !== 'officialLetter' && kind !== 'thanks') expect(text).toMatch(/сотқа.*в суд/)
    const { deadline } = termOf(kind)
    expect(text).toContain(`${deadline.slice(8)}.${deadline.slice(5, 7)}.${deadline.slice(0, 4)}`)
  })

  it('tell working from calendar days', async () => {
    includesAll(await textOf({ kind: 'complaint' }), ['20 жұмыс күні', '20 рабочих дней'])
    includesAll(await textOf({ kind: 'informationRequest' }), ['15 күнтізбелік күн', '15 календарных дней'])
  })

  it.each<[Delivery, string, string]>([
    ['post', 'пошта арқылы', 'по почте'],
    ['email', 'электрондық пошта арқылы', 'по электронной почте'],
    ['portal', 'порталдағы жеке кабинетте', 'в личном кабинете портала'],
  ])('say how and where an answer by %s arrives, and name no room and no hours', async (delivery, kk, ru) => {
    const text = await textOf({ delivery, answerTo: 'Қосшы қ., Республика к-сі, 3' })
    includesAll(text, ['Жауап алу орны', 'Место получения ответа', kk, ru, 'Қосшы қ., Республика к-сі, 3'])
    expect(text).not.toMatch(/303-кабинет|9:00/)
  })

  it('mark duplicates with the moment of printing', async () => {
    const text = await textOf({ copy: 2, printedOn: '2026-12-14', printedAt: '09:30' })
    includesAll(text, ['Телнұсқа № 2', 'Дубликат № 2', 'басылды / напечатан 14.12.2026 09:30'])
    expect(await textOf()).not.toMatch(/Телнұсқа|Дубликат|басылды|напечатан/)
  })

  it('mark corrected entries', async () => {
    includesAll(await textOf({ correctedOn: '2026-12-14' }), ['Түзетілді', 'Исправлено', '14.12.2026'])
    expect(await textOf()).not.toMatch(/Түзетілді|Исправлено/)
  })

  it('mark a preview, so that an unrecorded print proves nothing', async () => {
    const text = await textOf({ copy: 0 })
    includesAll(text, ['ҮЛГІ', 'ОБРАЗЕЦ'])
    // Across the page poppler reads letter by letter.
    expect(text.endsWith([...'ҮЛГІ/ОБРАЗЕЦ'].join(' '))).toBe(true)
    expect(await textOf()).not.toMatch(/ҮЛГІ|ОБРАЗЕЦ/)
  })

  it('say when a letter came if it was not the day of its stamp', async () => {
    const later = await textOf({ receivedOn: '2026-12-10', receivedAt: '19:45', registeredAt: '09:02' })
    includesAll(later, ['Түскені', 'Поступило', '10.12.2026, 19:45', '09:02'])
    const othersDay = await textOf({ registeredAt: '' })
    includesAll(othersDay, ['Түскені', 'Поступило', '11.12.2026, 11:05'])
    expect(othersDay).not.toMatch(/сағат|11:08/)
    expect(await textOf()).not.toMatch(/Түскені|Поступило/)
  })

  it('count the people of a collective letter', async () => {
    includesAll(await textOf({ kind: 'complaint', people: 12 }), ['12 адам', '12 человек'])
    expect(await textOf()).not.toMatch(/\d адам|\d человек/)
  })

  it('know the week of six days', async () => {
    const office = { ...slipFacts().office, week: 6 as const }
    includesAll(await textOf({ office, term: termOf('serviceComplaint', '2026-12-11', 6) }), ['дс–сб', 'пн–сб'])
  })

  it('tell how the term is counted only as it was counted', async () => {
    const term = { ...termOf('serviceComplaint'), countingStart: 'registrationDay' as const }
    expect(await textOf({ term })).not.toMatch(/саналмайды|не считается/)
  })
})
