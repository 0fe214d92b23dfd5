import { KINDS, type Delivery } from '#shared/domain'
import { messages } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '#core/slips/slipFacts'
import { ReadPdf } from './readPdf'
import { renderSlip, slipFacts, termOf } from './slipFixtures'

const textOf = async (changes: Partial<SlipFacts> = {}): Promise<string> => new ReadPdf(await renderSlip(slipFacts(changes))).text
const includesAll = (text: string, parts: readonly string[]): void => {
  for (const part of parts) expect(text).toContain(part)
}

/** What stands on paper whatever the language. The name of the office in the stamp is always Kazakh. */
const NEUTRAL = [
  ...['Ж-0619/26', '+7 (7162) 90-31-16', '1414, 8 800 080 7777', 'Сейтқали А. М.', 'Қасенова А. Т.', 'Балабақша кезегі'],
  ...['21.12.2026', '11.12.2026', '11:08', '9:00–13:00, 14:30–18:30', 'Ақмола облысының білім басқармасы', '1 + 2'],
]
const KAZAKH = [
  ...['Шағымның қабылданғанын растау', 'Өтініш беруші', 'Кіріс №', '11 желтоқсан 2026', 'сағат', 'кеңсенің бас маманы'],
  ...[
    'мемлекеттік қызметтер көрсету мәселелері бойынша шағым',
    '1 парақ',
    '2 парақ қосымша',
    'Жауап алу мерзімі',
    '21 желтоқсан, дүйсенбі',
  ],
  ...[
    '5 жұмыс күні',
    'Жауап алу орны',
    '303-кабинет',
    'Көкшетау қ., Сәтпаев к-сі, 1а',
    'дс–жм',
    'тіркелді',
    'демалыс',
    'Тәуелсіздік күні',
    'жауап',
  ],
  ...['Тіркелген күн саналмайды', 'ӘРПК', 'құқығыңыз бар', 'сотқа', '15 жұмыс күні', 'Байланыс орталығы', 'Талонды алдым'],
  ...['Өтініш берушінің қолы', 'Төменгі бөлік кеңседе қалады'],
]
const RUSSIAN = [
  ...['Подтверждение принятия жалобы', 'Заявитель', 'Вх. №', 'главный специалист канцелярии'],
  ...[
    'жалоба по вопросам оказания государственных услуг',
    '1 лист',
    'приложение на 2 листах',
    'Срок получения ответа',
    '21 декабря, понедельник',
  ],
  ...[
    '5 рабочих дней',
    'Место получения ответа',
    'г. Кокшетау, ул. Сатпаева, 1а',
    'пн–пт',
    'регистрация',
    'выходные',
    'День Независимости',
  ],
  ...[
    'День регистрации не считается',
    'АППК',
    'Вы вправе',
    'в суд',
    '15 рабочих дней',
    'Контакт-центр',
    'Талон получил(а)',
    'Подпись заявителя',
  ],
  ...['Нижняя часть остаётся в канцелярии', 'Управление образования Акмолинской области'],
]

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
  ])('say how an answer by %s arrives, and name no room', async (delivery, kk, ru) => {
    const text = await textOf({ delivery })
    includesAll(text, [kk, ru])
    expect(text).not.toMatch(/Жауап алу орны|Место получения ответа|303-кабинет/)
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
    // Once above the title, once across the page.
    for (const word of [/ҮЛГІ/g, /ОБРАЗЕЦ/g]) expect(text.match(word)).toHaveLength(2)
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
