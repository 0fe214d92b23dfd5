import { addDays, countTerm, formatDate, formatNumber, ruleFor, yearOf, type IsoDate } from '#shared/domain'
import { dayMonthYear, longDate, translatorFor } from '#shared/i18n'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fiveDays, office, terms } from '../domain/material'
import type { TestBrowser } from '../support/office'
import { beside } from './desk'
import {
  HIGHER_ADDRESS,
  comeIn,
  confirm,
  dialog,
  expectGapless,
  expectSeenSoon,
  fill,
  lastWorkingDay,
  name,
  openCard,
  openOffice,
  pick,
  readPaper,
  seenBy,
  sign,
  today,
  toOutgoing,
} from './lifeSteps'
import { RunningOffice } from './runningOffice'
import { fillIn, iin, newLetter, soon, takenNumber, toControl, toField, write } from './steps'
import type { Window } from './window'

const t = translatorFor('ru')
const RECEIVED = lastWorkingDay()
const incoming = (seq: number): string => formatNumber(office.rules.numberPattern, { seq, year: yearOf(RECEIVED) })
const outgoing = (seq: number): string => formatNumber(office.rules.outgoingPattern, { seq, year: yearOf(today()) })
const after = (date: IsoDate, days: number): IsoDate => {
  let day = date
  for (let left = days; left > 0; left--) day = fiveDays.workingDayAfter(day)
  return day
}
const RULE = ruleFor(terms, { kind: 'serviceComplaint', addressee: 'provider', registeredOn: RECEIVED })!
const { deadline: DEADLINE } = countTerm(RULE, RECEIVED, fiveDays, office.rules.countingStart)
/** Law 88-V art. 25(4): not more than ten working days, told within three. */
const LONGEST = after(DEADLINE, 10)
const NOTICE_BY = after(today(), 3)

const SERGEI = {
  receivedOn: formatDate(RECEIVED),
  receivedAt: '10:00',
  identifier: iin('790830', 3, '0042'),
  name: 'Колесников Сергей Петрович',
  postalAddress: 'г. Кокшетау, ул. Габдуллина, 30, кв. 8',
  phone: '8 701 000 55 66',
}
const PART = 'о грубости работника, принимавшего документы 12 числа'
const GROUNDS = 'Нужны сведения от детского сада и журнал очереди за два месяца'
const TEXT =
  'Очередь проверена по журналу учёта. Нарушений порядка не установлено.\nНомер в очереди соответствует дате подачи заявления.'

/** A complaint that is partly somebody else's: redirected in part, its term extended, answered with a refusal and posted; and a second one whose term is not extended. */
describe('the life of a complaint, in Russian', () => {
  const running = new RunningOffice({ prepare: openOffice, closes: 'end' })
  let clerk: Window
  let head: Window
  let deputy: Window
  let executor: Window
  let beyond: TestBrowser
  const everybody = (): Window[] => [clerk, head, deputy, executor]

  beforeAll(async () => void (beyond = await beside(running.address, 'kassenova')))

  /** From the empty form to work on the executor's desk. */
  async function inWork(seq: number, subject: string, summary: string): Promise<void> {
    await newLetter(clerk)
    await fillIn(clerk, SERGEI, { contested: false })
    await toField(clerk, 'language')
    await pick(clerk, t('words.language.ru'))
    for (const [field, text] of Object.entries({ subject, summary, sheets: '2' })) {
      await toField(clerk, field)
      await write(clerk, text)
    }
    await toField(clerk, 'contested')
    await clerk.press('Digit2')
    await toField(clerk, 'respondent')
    await pick(clerk, t('words.respondents.corporationWorker'))
    await toField(clerk, 'delivery')
    await pick(clerk, t('words.deliveries.post'))
    await seenBy(clerk, 'register/register', () => clerk.press('Control+Enter'), head.page.getByText(subject).first())
    expect(await takenNumber(clerk)).toBe(incoming(seq))
    await head.press('Digit1')
    await name(head, 'Бекенов')
    const task = executor.page.locator('.ledger tr', { hasText: incoming(seq) })
    await seenBy(head, 'routing/resolve', () => head.press('KeyA', 'Enter'), task)
  }

  const decided = (window: Window, words: string): Locator => window.page.getByRole('tabpanel').getByText(words).first()
  const paperOf = async (number: string): Promise<string> => {
    const { rows } = await beyond.call.decisions.outgoing({ year: yearOf(today()), waiting: false, after: null, limit: 50 })
    return (await readPaper(clerk, `/files/letters/${rows.find((row) => row.number === number)!.id}.pdf`)).text
  }

  it('comes to the executor, whose card proposes the redirect by itself', async () => {
    const people = ['Қасенова', 'Тілеубергенов', 'Сәрсенов', 'Бекенов']
    ;[clerk, head, deputy, executor] = (await Promise.all(people.map((surname) => comeIn(running, surname, 'ru')))) as [
      Window,
      Window,
      Window,
      Window,
    ]
    await head.page.getByText(t('desk.empty.title')).waitFor()
    await inWork(1, 'Очередь в детский сад', 'Номер в очереди сдвинулся, работник ЦОНа нагрубил при приёме документов')
    await openCard(executor, incoming(1), 5)
    const proposed = executor.page.getByRole('note').filter({ hasText: 'Правительство для граждан' })
    await proposed.getByText(formatDate(after(RECEIVED, 3))).waitFor()
    await executor.expectAccessible()
  })

  it('is redirected in part, with a cover letter and a notice', async () => {
    await deputy.press('Alt+KeyG')
    await deputy.page.getByText(t('chancery.signing.empty')).waitFor()
    await executor.press('KeyT')
    await executor.page.getByRole('heading', { name: t('decisionScreen.titles.redirectPart') }).waitFor()
    await toControl(executor, t('decisionScreen.editor.body'))
    await executor.type('правительство')
    await executor.page.getByRole('option').first().waitFor()
    await executor.press('ArrowDown', 'Enter')
    await executor.page.getByText(t('decisionScreen.editor.proposed')).waitFor()
    await fill(executor, t('decisionScreen.editor.part'), PART)
    await executor.expectAccessible()
    const waiting = deputy.page.getByRole('option', { name: incoming(1) })
    await seenBy(executor, 'decisions/submit', () => executor.press('Control+Enter'), waiting)
    await deputy.page.getByTitle(t('decisions.purposes.redirectCover')).waitFor()
    await deputy.press('Space')
    await deputy.page.getByTitle(t('decisions.purposes.redirectNotice')).waitFor()
    await deputy.expectAccessible()
    const signed = decided(executor, t('decisions.states.signed'))
    await seenBy(deputy, 'decisions/sign', () => sign(deputy), signed)
    await deputy.page.getByText(t('chancery.signing.signed', { letters: `${outgoing(1)}, ${outgoing(2)}` })).waitFor()
    const [cover, notice] = [await paperOf(outgoing(1)), await paperOf(outgoing(2))]
    for (const fact of [outgoing(1), incoming(1), PART, SERGEI.name, 'Правительство для граждан', 'направляется в части'])
      expect(cover).toContain(fact)
    for (const fact of [outgoing(2), incoming(1), PART, SERGEI.name, 'перенаправлено в части', longDate('ru', DEADLINE)])
      expect(notice).toContain(fact)
    for (const paper of [cover, notice]) expect(paper).toContain('Сәрсенов')
  })

  it('asks for more time: a day later than the law allows is refused at its field, and what was typed stays', async () => {
    await soon(() => executor.page.getByRole('note').filter({ hasText: 'Правительство для граждан' }).count()).toBe(0)
    await executor.press('KeyX')
    await executor.page.getByRole('heading', { name: t('decisionScreen.titles.extend') }).waitFor()
    const until = executor.page.getByLabel(t('decisionScreen.editor.until'))
    const grounds = executor.page.getByLabel(t('decisionScreen.editor.text.extend'))
    await fill(executor, t('decisionScreen.editor.text.extend'), GROUNDS)
    await until.focus()
    await write(executor, formatDate(addDays(LONGEST, 1)))
    await executor.press('Tab')
    await executor.page.getByText(t('errors.field.date_too_late', { max: formatDate(LONGEST) })).waitFor()
    await executor.press('Control+Enter')
    await soon(() => executor.page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await executor.expectAccessible()
    expect(await until.inputValue()).toBe(formatDate(addDays(LONGEST, 1)))
    expect(await grounds.inputValue()).toBe(GROUNDS)
    const { decisions } = await beyond.call.decisions.ofEntry({ id: 1 })
    expect(decisions.filter(({ act }) => act === 'extend').map(({ state }) => state)).toEqual(['draft'])
    await until.focus()
    await write(executor, formatDate(LONGEST))
    const waiting = deputy.page.getByRole('option', { name: incoming(1) })
    await seenBy(executor, 'decisions/submit', () => executor.press('Control+Enter'), waiting)
  })

  it('is extended once by the deputy; the notice has a last day of its own', async () => {
    await toOutgoing(clerk)
    await clerk.press('Alt+Digit2')
    await deputy.page.getByText(dayMonthYear('ru', LONGEST)).first().waitFor()
    await deputy.page.getByText(t('decisions.checks.template')).waitFor()
    await deputy.expectAccessible()
    const row = clerk.page.locator('.ledger tr', { has: clerk.page.getByTitle(outgoing(3)) })
    await seenBy(deputy, 'decisions/sign', () => sign(deputy), row.getByText(formatDate(NOTICE_BY).slice(0, 5)))
    await clerk.expectAccessible()
    const notice = await paperOf(outgoing(3))
    for (const fact of [longDate('ru', DEADLINE), longDate('ru', LONGEST), GROUNDS, incoming(1)]) expect(notice).toContain(fact)
    await decided(executor, t('decisionScreen.titles.extend')).waitFor()
    await soon(() => executor.seen()).toContain(formatDate(LONGEST))
    const begins = (act: string): Locator =>
      executor.page.getByRole('button', { name: t(`decisionScreen.titles.${act}`), exact: true })
    await begins('answer').waitFor()
    expect(await begins('extend').count()).toBe(0)
    // Its key does nothing either: the next one opens the answer.
    await executor.press('KeyX', 'KeyA')
    await executor.page.getByRole('heading', { name: t('decisionScreen.titles.answer'), exact: true }).waitFor()
  })

  it('is answered in the wrong language, seen by the head and sent back', async () => {
    await head.press('Alt+KeyG')
    await head.page.getByText(t('chancery.signing.empty')).waitFor()
    await fill(executor, t('decisionScreen.editor.text.answer'), TEXT)
    await toControl(executor, t('decisions.characters.satisfied'))
    await executor.press('Digit5')
    await toControl(executor, t('decisionScreen.editor.decision'))
    await pick(executor, t('decisions.complaintDecisions.dismissed'))
    await toControl(executor, t('words.language.ru'))
    await executor.press('Digit1')
    await executor.page.getByText(t('decisionScreen.editor.otherLanguage', { language: t('words.language.ru') })).waitFor()
    await executor.expectAccessible()
    const waiting = head.page.getByRole('option', { name: incoming(1) })
    await seenBy(executor, 'decisions/submit', () => executor.press('Control+Enter'), waiting)
    await head.page.getByText(t('decisions.checks.languageNot')).waitFor()
    await head.press('F4')
    await dialog(head).waitFor()
    await head.expectAccessible()
    await head.type('Обращение на русском языке')
    const told = decided(executor, t('decisionScreen.remark.sentBack', { reason: 'Обращение на русском языке' }))
    await seenBy(head, 'decisions/sendBack', () => confirm(head), told)
  })

  it('is signed as a refusal that says where to complain further', async () => {
    await executor.press('Alt+KeyA')
    await executor.page.getByRole('main', { name: t('decisionScreen.editor.label', { number: incoming(1) }) }).waitFor()
    await toControl(executor, t('words.language.kk'))
    await executor.press('Digit2')
    await seenBy(
      executor,
      'decisions/submit',
      () => executor.press('Control+Enter'),
      head.page.getByRole('option', { name: incoming(1) }),
    )
    await head.page.getByText(t('decisions.checks.language'), { exact: true }).waitFor()
    await head.page.getByText(t('decisions.characters.refused')).first().waitFor()
    const row = clerk.page.locator('.ledger tr', { has: clerk.page.getByTitle(outgoing(4)) })
    await seenBy(head, 'decisions/sign', () => sign(head), row)
    const answer = await paperOf(outgoing(4))
    const facts = [
      ...[outgoing(4), incoming(1), longDate('ru', today()), SERGEI.name, ...TEXT.split('\n')],
      ...[
        t('decisions.complaintDecisions.dismissed'),
        'Право на обжалование',
        'в течение трёх месяцев',
        HIGHER_ADDRESS.ru,
        'Тілеубергенов',
      ],
      ...['Уполномоченный орган по оценке и контролю за качеством', 'обратиться в суд', 'руководитель управления'],
    ]
    for (const fact of facts) expect(answer).toContain(fact)
  })

  it('is posted with a tracking number, and is told so by phone', async () => {
    const row = clerk.page.locator('.ledger tr', { has: clerk.page.getByTitle(outgoing(4)) })
    for (let presses = 0; presses < 8 && (await row.getAttribute('aria-selected')) !== 'true'; presses++)
      await clerk.press('ArrowDown')
    await clerk.press('F4')
    await dialog(clerk).getByText(t('decisions.purposes.answer')).waitFor()
    await fill(clerk, t('decisionScreen.handOver.tracking'), 'RR123456785KZ')
    await clerk.expectAccessible()
    await seenBy(clerk, 'decisions/handOver', () => confirm(clerk), decided(executor, 'RR123456785KZ'))
    await clerk.press('Alt+Digit1')
    await row.getByText('RR123456785KZ').waitFor()
    await clerk.expectAccessible()
    await clerk.press('Alt+KeyQ')
    await clerk.page.getByRole('combobox').first().waitFor()
    await write(clerk, '701 000 55 66')
    await clerk.page.getByRole('option', { name: incoming(1) }).waitFor()
    const aloud = clerk.page.getByRole('region', { name: t('inquiry.aloud.title') })
    await soon(() => aloud.innerText()).toContain(
      t('inquiry.say.answered', { number: outgoing(4), date: longDate('ru', today()) }),
    )
    const said = await aloud.innerText()
    for (const fact of ['Правительство для граждан', outgoing(1), 'RR123456785KZ']) expect(said).toContain(fact)
    await clerk.expectAccessible()
  })

  it('tells the executor of another letter why its term is not extended', async () => {
    await head.press('Alt+KeyB')
    await executor.press('Alt+KeyP')
    await inWork(2, 'Питание в детском саду', 'Просит проверить качество питания')
    await openCard(executor, incoming(2), 5)
    await executor.press('KeyX')
    await fill(executor, t('decisionScreen.editor.text.extend'), GROUNDS)
    await executor.page.getByLabel(t('decisionScreen.editor.until')).focus()
    await write(executor, formatDate(LONGEST))
    await head.press('Alt+KeyG')
    const waiting = head.page.getByRole('option', { name: incoming(2) })
    await seenBy(executor, 'decisions/submit', () => executor.press('Control+Enter'), waiting)
    await head.press('F6')
    await dialog(head).waitFor()
    await head.expectAccessible()
    await head.type('Сведения можно получить за один день')
    const told = decided(executor, t('decisionScreen.remark.refused', { reason: 'Сведения можно получить за один день' }))
    await seenBy(head, 'decisions/refuse', () => confirm(head), told)
    await executor.page.getByRole('button', { name: t('decisionScreen.titles.extend'), exact: true }).waitFor()
    expect((await beyond.call.register.card({ id: 2 })).term.deadline).toBe(DEADLINE)
    await executor.expectAccessible()
  })

  it('leaves numbers without a gap and nothing to complain of', async () => {
    await expectGapless(beyond, 2, 4)
    for (const window of everybody()) window.expectQuiet()
    expectSeenSoon()
  })
})
