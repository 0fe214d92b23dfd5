import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeUnderControl, type ControlOffice } from '../support/control'
import { register } from '../support/office'
import { rowsOf } from '../support/raw'
import { officeWithPapers, paperOf } from './papersFixtures'
import { readPages, textOf } from './readPages'

/** Lists on A4 across: what was handed over, what is under control. */

const A4_WIDE = '841.89 x 595.28 pts (A4)'

describe('the register of handed-over documents', () => {
  let office: Awaited<ReturnType<typeof officeWithPapers>>
  beforeAll(async () => {
    office = await officeWithPapers()
  })
  afterAll(() => office.test.close())

  it('lists the letters that left in the period and the papers given to people, each with a place to sign', async () => {
    const { text, info } = await paperOf(office.clerk, 'handed-over.pdf?from=2026-12-11&to=2026-12-11&language=kk')
    expect(info).toMatchObject({ 'Page size': A4_WIDE, Title: 'Берілген құжаттар тізілімі 11.12.2026 – 11.12.2026' })
    expect(text).toContain('Кезең: 11.12.2026 – 11.12.2026')
    expect(text).toContain('Жөнелтілген және берілген хаттар: 1')
    for (const fact of ['Ш-0002/26', 'Сейтқали Айгүл Маратқызы', 'пошта арқылы', 'RA123456789KZ', 'Қазпошта'])
      expect(text).toContain(fact)
    expect(text).not.toContain('Ш-0001/26')
    expect(text).toContain('Қолға берілген құжаттар: 1')
    for (const fact of ['Ж-0003/26', 'Мектеп асханасы', 'Бекенов А. Т.', 'Алушының қолы']) expect(text).toContain(fact)
  })

  it('says in Russian that there was nothing in another period', async () => {
    const { text } = await paperOf(office.clerk, 'handed-over.pdf?from=2026-12-12&to=2026-12-31&language=ru')
    expect(text).toContain('За этот период писем не передавали.')
    expect(text).toContain('За этот период документов на руки не выдавали.')
  })

  it('counts a paper to the local day on which it was given', async () => {
    office.test.clock.set('2026-12-11T20:30:00.000Z')
    await office.clerk.call.session.signIn({ login: 'clerk', password: 'correct horse' })
    await office.clerk.call.filing.takeBack({ id: office.open })
    await office.clerk.call.filing.giveOut({ id: office.open, holderId: office.ids['executor']! })
    const next = await paperOf(office.clerk, 'handed-over.pdf?from=2026-12-12&to=2026-12-12&language=ru')
    expect(next.text).toContain('Документы, выданные на руки: 1')
    const before = await paperOf(office.clerk, 'handed-over.pdf?from=2026-12-11&to=2026-12-11&language=ru')
    expect(before.text).toContain('Документы, выданные на руки: 1')
    expect(before.text).toMatch(/12\.12\.2026/)
  })

  it('marks the entry that was voided while its paper was out, and its return', async () => {
    const { id, number } = await register(office.clerk, { subject: 'Екінші рет тіркелген' })
    await office.clerk.call.filing.giveOut({ id, holderId: office.ids['executor']! })
    await office.clerk.call.register.void({ id, version: 1, reason: 'қате' })
    const query = 'handed-over.pdf?from=2026-12-12&to=2026-12-12&language=ru'
    expect((await paperOf(office.clerk, query)).text).toMatch(new RegExp(`${number}\\s+аннулировано`))
    await office.clerk.call.filing.takeBack({ id })
    expect((await office.clerk.call.filing.ofEntry({ id })).paper[0]!.returned).not.toBeNull()
    expect((await paperOf(office.clerk, query)).text.match(/аннулировано/g)).toHaveLength(1)
  })

  it('holds nothing of what the caller does not see', async () => {
    await office.executor.call.session.signIn({ login: 'executor', password: 'correct horse' })
    const stranger = await paperOf(office.executor, 'handed-over.pdf?from=2026-12-01&to=2026-12-31&language=ru')
    expect(stranger.text).toContain('Отправленные и вручённые письма: 1')
    const { version } = await office.card(office.answered)
    await office.clerk.call.register.confine({ id: office.answered, version, readers: [] })
    await office.head.call.session.signIn({ login: 'head', password: 'correct horse' })
    const head = await paperOf(office.head, 'handed-over.pdf?from=2026-12-01&to=2026-12-31&language=ru')
    expect(head.text).toContain('За этот период писем не передавали.')
  })

  it.each(['from=2026-12-12&to=2026-12-11', 'from=2026-13-01&to=2026-12-11', 'to=2026-12-11', 'from=2026-01-01&to=2027-01-02'])(
    'is not there for %s',
    async (query) => {
      expect((await office.clerk.get(`/files/papers/handed-over.pdf?${query}`)).status).toBe(404)
    },
  )

  it.each(['from=2026-01-01&to=2026-12-31', 'from=2024-01-01&to=2024-12-31'])('is there for a whole year: %s', async (query) => {
    expect((await office.clerk.get(`/files/papers/handed-over.pdf?${query}`)).status).toBe(200)
  })
})

describe('the control list', () => {
  let office: ControlOffice
  let late: { id: number; number: string }
  beforeAll(async () => {
    office = await officeUnderControl()
    late = await office.letter('2026-12-09', '2026-12-01')
    await office.resolve(late.id, '2026-12-08')
    const today = await office.letter('2026-12-11')
    await office.resolve(today.id, '2026-12-11', [office.stranger])
    await register(office.clerk, { subject: 'Ешкімге берілмеген' })
    const voided = await register(office.clerk, { subject: 'Күші жойылған жазба' })
    await office.clerk.call.register.void({ id: voided.id, version: 1, reason: 'қате' })
  })
  afterAll(() => office.test.close())

  it('lists what is open by its term, who works on it, and how long is left', async () => {
    const { text, info } = await paperOf(office.clerk, 'control-list.pdf?language=kk')
    expect(info['Page size']).toBe(A4_WIDE)
    expect(text).toContain('Орындалмағаны: 3, мерзімі өткені: 1')
    expect(text).toContain('Тен А. Т. (08.12.2026)')
    expect(text).toMatch(/09\.12\.2026 2 ж\.к\. өтті/)
    expect(text).toMatch(/11\.12\.2026 бүгін/)
    expect(text).toMatch(/Ешкімге берілмеген орындаушы тағайындалмаған 21\.12\.2026 5 ж\.к\. қалды/)
    expect(text).not.toContain('Күші жойылған жазба')
    expect(text.indexOf(late.number)).toBeLessThan(text.indexOf('Ешкімге берілмеген'))
  })

  it('lists one department, up to a day', async () => {
    const [department] = await rowsOf<{ id: number }>(office.test, 'SELECT id FROM departments')
    const { text } = await paperOf(office.clerk, `control-list.pdf?language=ru&department=${department!.id}&until=2026-12-10`)
    expect(text).toContain('Со сроком до 10.12.2026')
    expect(text).toContain('Не исполнено: 1, просрочено: 1')
    expect(text).toContain(late.number)
    expect((await office.clerk.get('/files/papers/control-list.pdf?department=9999')).status).toBe(404)
  })

  it('shows the head of a department what is in it, and an executor nothing at all', async () => {
    await office.again(office.chief)
    expect((await paperOf(office.chief.browser, 'control-list.pdf?language=ru')).text).toContain('Не исполнено: 1, просрочено: 1')
    expect((await office.executor.browser.get('/files/papers/control-list.pdf')).status).toBe(403)
  })

  it('repeats the heads of its columns on each page, loses no row and keeps inside the page', async () => {
    const subject = 'Қосымша білім беру ұйымдарындағы үйірмелердің жұмыс кестесін өзгерту туралы өтініш '.repeat(4).trim()
    const numbers: string[] = []
    for (let index = 0; index < 40; index++) numbers.push((await register(office.clerk, { subject })).number)
    const pages = readPages((await paperOf(office.clerk, 'control-list.pdf?language=kk')).bytes)
    expect(pages.length).toBeGreaterThan(2)
    const found = pages.map(textOf)
    for (const number of numbers) expect(found.filter((text) => text.includes(number))).toHaveLength(1)
    for (const [index, words] of pages.entries()) {
      if (found[index]!.includes('Ж-00')) expect(found[index]).toContain('Қалған уақыты')
      for (const { left, right, bottom } of words) {
        expect(left).toBeGreaterThan(56)
        expect(right).toBeLessThan(842 - 33)
        expect(bottom).toBeLessThan(588)
      }
    }
  })
})
