import { addDays, formatDate } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestBrowser } from '../support/office'
import {
  atDesk,
  beside,
  control,
  expectFocus,
  faultAt,
  faultLine,
  lastSeq,
  LETTER,
  put,
  putLetter,
  refusedAt,
  typed,
} from './desk'
import { RunningOffice } from './runningOffice'
import { soon, takenNumber } from './steps'
import { type Window } from './window'

const SAID = {
  kk: {
    summary: (count: number) => `Тіркелмеді. Түзететін өріс саны: ${count}`,
    subject: 'Тақырыбы',
    empty: 'Толтырыңыз.',
    future: (today: string) => `Болашақтағы уақыт. Қазір ${today}: одан кеш болмауы керек.`,
    early: '2000 жылдан бұрынғы күн. Жылын тексеріңіз.',
    noDate: 'Мұндай күн жоқ. Күнді былай жазыңыз: 24.11.2026.',
    long: 'Тым ұзын: 10000 таңба, ең көбі 500. Қысқартыңыз.',
    emoji: '«🙂» таңбасы қағазға басылмайды. Өшіріңіз немесе сөзбен жазыңыз.',
    control: 'Көрінбейтін таңба бар. Өрісті тазалап, қайта теріңіз.',
    email: 'Электрондық пошта мекенжайы емес. Былай жазыңыз: aty@mysal.kz.',
    number: 'Бүтін сан жазыңыз.',
    checksum: 'Бақылау саны сәйкес емес. Хатта осылай жазылса, тіркей беріңіз.',
  },
  ru: {
    summary: (count: number) => `Не зарегистрировано: исправьте ${count} ${count === 1 ? 'поле' : count < 5 ? 'поля' : 'полей'}`,
    subject: 'Тема',
    empty: 'Заполните.',
    future: (today: string) => `Время в будущем. Сейчас ${today}: позже быть не может.`,
    early: 'Дата раньше 2000 года. Проверьте год.',
    noDate: 'Такой даты нет. Пишите так: 24.11.2026.',
    long: 'Слишком длинно: знаков 10000, наибольшее 500. Сократите.',
    emoji: 'Знак «🙂» на бумаге не печатается. Удалите его или напишите словом.',
    control: 'Есть невидимый знак. Очистите поле и наберите снова.',
    email: 'Это не адрес электронной почты. Пишите так: imya@primer.kz.',
    number: 'Укажите целое число.',
    checksum: 'Контрольная цифра не сходится. Если так в письме, регистрируйте.',
  },
} as const

describe.each(['kk', 'ru'] as const)('bad input gets a clear word and nothing typed is lost, %s:', (locale) => {
  const said = SAID[locale]
  const running = new RunningOffice()
  let clerk: TestBrowser
  let window: Window
  let before: number

  beforeAll(async () => void (clerk = await beside(running.address, 'clerk0')))
  beforeEach(async () => {
    await clerk.call.drafts.discard()
    window = await running.open({ locale })
    await atDesk(window, 'Қасенова')
    before = await lastSeq(clerk)
  })
  // What the program refuses answers with 400, which the browser notes; nothing else may be noted.
  afterEach(() => window.expectQuiet(/(400|422) \(/))

  const registers = async (): Promise<void> => {
    expect(await lastSeq(clerk)).toBe(before)
    await window.press('Control+Enter')
    await takenNumber(window)
    expect(await lastSeq(clerk)).toBe(before + 1)
  }

  it('empty fields are named in one line of links, each in its place, and go as they are mended', async () => {
    await window.press('Control+Enter')
    const needed = ['name', 'postalAddress', 'subject', 'summary', 'contested']
    await faultLine(window).waitFor()
    expect(await faultLine(window).innerText()).toContain(said.summary(needed.length))
    expect(await faultLine(window).getByRole('link').count()).toBe(needed.length)
    await expectFocus(window, 'name')
    for (const field of ['name', 'postalAddress', 'subject', 'summary']) expect(await faultAt(window, field)).toBe(said.empty)
    expect(await window.page.locator('[data-field="contested"] .hint.bad').innerText()).toContain(said.empty)
    await window.expectAccessible()
    await faultLine(window).getByRole('link', { name: said.subject, exact: true }).click()
    await expectFocus(window, 'subject')
    await window.type('Б')
    await soon(() => faultAt(window, 'subject')).toBe('')
    await soon(() => faultLine(window).innerText()).toContain(said.summary(needed.length - 1))
    await putLetter(window)
    await soon(() => faultLine(window).count()).toBe(0)
    await registers()
  })

  it('a day that is not yet, too long ago, or in no calendar', async () => {
    await putLetter(window)
    const { date: today } = localMoment(new Date().toISOString(), 'Asia/Almaty')
    await put(window, { receivedOn: formatDate(addDays(today, 1)) })
    await refusedAt(window, 'receivedOn', said.future(formatDate(today)))
    await expectFocus(window, 'receivedOn')
    await put(window, { receivedOn: '31.12.1999' })
    await refusedAt(window, 'receivedOn', said.early)
    await put(window, { receivedOn: '31.02.2026' })
    await refusedAt(window, 'receivedOn', said.noDate)
    expect(await control(window, 'receivedOn').inputValue()).toBe('31.02.2026')
    await window.expectAccessible()
    await put(window, { receivedOn: formatDate(today) })
    await registers()
  })

  it('ten thousand characters in the subject stay where they were typed', async () => {
    await putLetter(window, { subject: 'ә'.repeat(10_000) })
    await refusedAt(window, 'subject', said.long)
    expect(await control(window, 'subject').inputValue()).toBe('ә'.repeat(10_000))
    await expectFocus(window, 'subject')
    await window.expectAccessible()
    await put(window, { subject: 'ә'.repeat(500) })
    await registers()
  })

  it('signs that no paper shows, in a name', async () => {
    await putLetter(window, { name: 'Ахмет 🙂' })
    await refusedAt(window, 'name', said.emoji)
    expect(await control(window, 'name').inputValue()).toBe('Ахмет 🙂')
    for (const sign of ['\u0000', '\u0007']) {
      await put(window, { name: `Ахмет${sign}ов` })
      await refusedAt(window, 'name', said.control)
      expect(await control(window, 'name').inputValue()).toBe(`Ахмет${sign}ов`)
    }
    await put(window, { name: 'Ахметов Ерлан' })
    await registers()
  })

  it('an e-mail that is none, and sheets that are no number', async () => {
    await putLetter(window, { email: 'gulnur@', sheets: 'abc' })
    await window.press('Control+Enter')
    await soon(() => faultAt(window, 'email')).toBe(said.email)
    expect(await faultAt(window, 'sheets')).toBe(said.number)
    expect(await typed(window)).toMatchObject({ ...LETTER, sheets: 'abc' })
    await window.expectAccessible()
    await put(window, { email: 'gulnur@mail.kz', sheets: '3' })
    await soon(() => faultLine(window).count()).toBe(0)
    await registers()
  })

  it('a wrong IIN is warned of and registered all the same', async () => {
    await putLetter(window, { identifier: '850412 400011' })
    await soon(() => window.page.locator('[data-field="identifier"]').innerText()).toContain(said.checksum)
    await window.expectAccessible()
    await registers()
  })

  it('what the letter does not state is marked with Alt+U, name and address', async () => {
    await putLetter(window, { identifier: '', name: '', postalAddress: '' })
    for (const field of ['name', 'postalAddress']) {
      await control(window, field).focus()
      await window.press('Alt+KeyU')
      await soon(() => control(window, field).isDisabled()).toBe(true)
    }
    await window.expectAccessible()
    await registers()
    const [row] = (
      await clerk.call.register.journal({ year: new Date().getFullYear(), state: 'all', search: '', after: null, limit: 1 })
    ).rows
    const { facts } = await clerk.call.register.card({ id: row!.id })
    expect(facts).toMatchObject({ name: '', postalAddress: '', notStated: ['name', 'address'] })
  })
})
