import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made } from '../support/books'
import { ANSWER, officeWithDecisions, type DecisionsOffice } from '../support/decisions'
import { PASSWORD, person, register, signInAs, type TestBrowser } from '../support/office'
import { builtWorkers } from '../support/workers'

type Row = Record<string, string>

let office: DecisionsOffice
let clerk: TestBrowser
let head: TestBrowser
let stranger: TestBrowser

beforeAll(async () => {
  office = await officeWithDecisions()
  const { test } = office
  await register(office.clerk, { receivedOn: '2026-12-10', sendersNumber: '04/118', sendersDate: '2026-12-09' })
  const answered = await office.inWork({ kind: 'complaint', people: 12, representative: 'Омаров Қ. С.' })
  await office.decided(answered, 'answer', ANSWER)
  await register(office.clerk, {
    kind: 'officialLetter',
    applicantType: 'legal',
    name: 'Білім министрлігі',
    identifier: '010340001234',
  })
  const secret = await register(office.clerk, { subject: 'Құпия тақырып', name: 'Жасырын Адам', summary: 'Құпия мазмұн' })
  await office.clerk.call.register.confine({ id: secret.id, version: 1, readers: [] })
  const wrong = await register(office.clerk, { subject: 'Қате хат' })
  await office.clerk.call.register.void({ id: wrong.id, version: 1, reason: 'екі рет тіркелген' })
  await register(office.clerk, { name: '', notStated: ['name'], identifier: '', phone: '' })
  stranger = await signInAs(test, person('second', ['clerk'], 'Бекова'))
  await test.reopen({ workersDir: await builtWorkers() })
  const signIn = async (login: string): Promise<TestBrowser> => {
    const browser = test.browser()
    await browser.call.session.signIn({ login, password: PASSWORD })
    return browser
  }
  ;[clerk, head, stranger] = [await signIn('clerk'), await signIn('head'), await signIn('second')]
})
afterAll(() => office.test.close())

async function rowsOf(browser: TestBrowser, changes: Parameters<typeof made>[1]): Promise<Row[]> {
  const { bytes } = await made(browser, { language: 'ru', ...changes })
  return parse(Buffer.from(bytes), { bom: true, delimiter: ';', columns: true })
}

describe('the journal of incoming documents', () => {
  it('holds every number of the period in order, with what the law wants of each', async () => {
    const rows = await rowsOf(clerk, {})
    const numbers = ['Ж-0001/26', 'Ж-0002/26', 'Ж-0003/26', 'Ж-0004/26', 'Ж-0005/26', 'Ж-0006/26']
    expect(rows.map((row) => row['Рег. №'])).toEqual(numbers)
    expect(rows.map((row) => row['№ п/п'])).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(rows[0]).toMatchObject({
      ...{ 'Дата поступления': '10.12.2026', Время: '11:05', 'Дата регистрации': '10.12.2026' },
      ...{ '№ отправителя': '04/118', 'Дата отправителя': '09.12.2026', Корреспондент: 'Сейтқали Айгүл Маратқызы' },
      ...{ Вид: 'Жалоба на услугу', Тема: 'Балабақша кезегі', 'Лист.': '1', 'Прил.': '2', Срок: '18.12.2026' },
      ...{ Резолюция: '', 'Отметка об исполнении': '', Примечание: '' },
    })
    expect(rows[1]).toMatchObject({
      Корреспондент: 'Сейтқали Айгүл Маратқызы\nпредставитель: Омаров Қ. С.',
      Резолюция: 'Қараңыз (Тілеубергенов А. Т., 11.12.2026)',
      'Исполнитель, расписка в получении': 'Бекенов А. Т.',
      'Отметка об исполнении': 'ответ дан\nШ-0001/26, 11.12.2026',
    })
    expect(rows[5]!['Корреспондент']).toBe('имя не указано')
    // IIN and phone stand in the journal of appeals alone.
    expect(JSON.stringify(rows)).not.toMatch(/850412100013|700 000/)
  })

  it('shows a void entry with its reason', async () => {
    const [row] = (await rowsOf(clerk, {})).filter((one) => one['Тема'] === 'Қате хат')
    expect(row!['Примечание']).toBe('аннулировано 11.12.2026: екі рет тіркелген (Қасенова А. Т.)')
    expect(row!['Отметка об исполнении']).toBe('аннулировано')
  })

  it('names number and day of a confidential entry, and nothing else, to whom it is closed', async () => {
    const open = await rowsOf(clerk, {})
    expect(open[3]).toMatchObject({ Тема: 'Құпия тақырып', Корреспондент: 'Жасырын Адам' })
    for (const [browser, language, word] of [
      [stranger, 'kk', 'құпия'],
      [head, 'ru', 'конфиденциально'],
    ] as const) {
      const closed = await rowsOf(browser, { language })
      expect(Object.values(closed[3]!).filter(Boolean)).toEqual(['4', 'Ж-0004/26', '11.12.2026', word])
    }
  })

  it('holds only the days that were asked for', async () => {
    expect(await rowsOf(clerk, { from: '2026-12-12' })).toEqual([])
    expect(await rowsOf(clerk, { from: '2026-12-11', to: '2026-12-11' })).toHaveLength(5)
  })
})

describe('the journal of appeals', () => {
  it('leaves out what is no appeal, and names IIN, phone and address in full', async () => {
    const rows = await rowsOf(clerk, { book: 'appeals' })
    expect(rows.map((row) => row['Рег. №'])).toEqual(['Ж-0001/26', 'Ж-0002/26', 'Ж-0004/26', 'Ж-0005/26', 'Ж-0006/26'])
    expect(rows[0]).toMatchObject({
      ...{ 'ИИН/БИН': '850412100013', Телефон: "'+7 700 000 12 34", Адрес: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер' },
      ...{ 'Способ поступления': 'нарочно', 'Первичное, повторное': 'первичное', 'Единоличное, коллективное': 'единоличное' },
      ...{ 'Принял(а)': 'Қасенова А. Т.', 'Продлено до': '', 'Результат рассмотрения': '' },
    })
    expect(rows[1]).toMatchObject({
      ...{ Вид: 'Жалоба', 'Единоличное, коллективное': 'коллективное, 12' },
      ...{ 'Результат рассмотрения': 'ответ дан, удовлетворено', '№ и дата ответа': 'Ш-0001/26, 11.12.2026' },
    })
  })
})

describe('the journal of outgoing letters', () => {
  it('names number, day, to whom and about which letter', async () => {
    const [row, ...more] = await rowsOf(clerk, { book: 'outgoing' })
    expect(more).toEqual([])
    expect(row).toMatchObject({
      ...{ 'Рег. №': 'Ш-0001/26', 'Исходящая дата': '11.12.2026', Кому: 'Сейтқали Айгүл Маратқызы', 'Вид письма': 'Ответ' },
      ...{ 'Вх. №': 'Ж-0002/26', 'Входящая дата': '11.12.2026', 'Подписал(а)': 'Тілеубергенов А. Т.', 'Дата отправки': '' },
    })
  })
})
