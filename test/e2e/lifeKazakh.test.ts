import { countTerm, formatDate, formatNumber, ruleFor, yearOf } from '#shared/domain'
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
  readPaper,
  seenBy,
  sign,
  today,
  toOutgoing,
} from './lifeSteps'
import { RunningOffice } from './runningOffice'
import { fillIn, focused, iin, newLetter, soon, takenNumber, toControl, write } from './steps'
import type { Window } from './window'

const t = translatorFor('kk')
const RECEIVED = lastWorkingDay()
const NUMBER = formatNumber(office.rules.numberPattern, { seq: 1, year: yearOf(RECEIVED) })
const OUTGOING = formatNumber(office.rules.outgoingPattern, { seq: 1, year: yearOf(today()) })
const RULE = ruleFor(terms, { kind: 'serviceComplaint', addressee: 'provider', registeredOn: RECEIVED })!
const { deadline: DEADLINE } = countTerm(RULE, RECEIVED, fiveDays, office.rules.countingStart)
const INNER_DAY = fiveDays.workingDayAfter(today())
const GULNUR = {
  receivedOn: formatDate(RECEIVED),
  receivedAt: '10:00',
  identifier: iin('850412', 4, '0001'),
  name: 'Әбдірахманова Гүлнұр Ерғалиқызы',
  postalAddress: 'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
  phone: '+7 700 000 12 34',
  subject: 'Балабақша кезегі',
  summary: 'Баласының кезек нөмірі екі ай ішінде 40 орынға артқа жылжыған',
  sheets: '1 + 2',
}
const ORDER = 'Кезек журналын тексеріп, жауап жобасын дайындаңыз'
const MARK = 'Балабақшадан түсіндірме алынды'
const TEXT =
  'Шағымыңызда айтылған мән-жайлар тексерілді. Кезек тәртібінің бұзылғаны расталды.\nБалаңыздың кезек нөмірі қалпына келтірілді, кінәлі қызметкерге ескерту жасалды.'

/** One complaint on a service, from the desk of the clerk to the answer in the applicant's hand and the paper in its case, lived through by five people at their own screens. */
describe('the life of a complaint, in Kazakh, by keyboard', () => {
  const running = new RunningOffice({ prepare: openOffice, closes: 'end' })
  let clerk: Window
  let head: Window
  let chief: Window
  let executor: Window
  let second: Window
  let beyond: TestBrowser

  beforeAll(async () => void (beyond = await beside(running.address, 'kassenova')))

  const taskOf = (window: Window, surname: string, state: 'assigned' | 'accepted' | 'done'): Locator =>
    window.page
      .locator('.ledger tr', { hasText: NUMBER })
      .filter({ hasText: surname })
      .filter({ hasText: t(`routing.states.${state}`) })

  it('has five people at their screens', async () => {
    const people = ['Қасенова', 'Тілеубергенов', 'Омаров', 'Бекенов', 'Ахметова']
    ;[clerk, head, chief, executor, second] = (await Promise.all(people.map((surname) => comeIn(running, surname)))) as [
      Window,
      Window,
      Window,
      Window,
      Window,
    ]
  })

  it('is registered by the clerk and comes onto the head’s desk', async () => {
    await head.page.getByText(t('desk.empty.title')).waitFor()
    await head.expectAccessible()
    await newLetter(clerk)
    await fillIn(clerk, GULNUR)
    await seenBy(clerk, 'register/register', () => clerk.press('Control+Enter'), head.page.getByText(GULNUR.subject))
    expect(await takenNumber(clerk)).toBe(NUMBER)
    await openCard(clerk, NUMBER, 4)
    await clerk.page.getByText(t('routing.none')).waitFor()
    await clerk.expectAccessible()
    // A resolution on a letter that was sent up a moment ago would be one on its older version.
    const renewed = head.page.waitForResponse('**/rpc/routing/desk')
    await clerk.press('Alt+KeyS')
    await clerk.page.getByText(t('routing.done.send')).waitFor()
    await renewed
    await soon(() => clerk.page.locator('header.ch').innerText()).toContain(t('words.statuses.resolution'))
  })

  it('is resolved by the head and comes to the head of the department', async () => {
    await chief.page.getByText(t('desk.tasks.none')).waitFor()
    await head.page.getByText(GULNUR.name).first().waitFor()
    await head.press('Digit1')
    await name(head, 'Омаров')
    await head.press('KeyA', 'KeyB')
    await head.expectAccessible()
    await seenBy(head, 'routing/resolve', () => head.press('Enter'), taskOf(chief, 'Омаров', 'assigned'))
    await head.page.getByText(t('desk.empty.title')).waitFor()
    const pane = chief.page.getByRole('complementary', { name: t('desk.tasks.chosen') })
    for (const fact of [t('desk.typical.1'), dayMonthYear('kk', DEADLINE), 'Тілеубергенов Қ. М.'])
      await pane.getByText(fact).first().waitFor()
    await chief.expectAccessible()
    // The clerk's card is open all the while.
    await clerk.page.locator('header.ch', { hasText: t('routing.onControl') }).waitFor()
  })

  it('is divided further by the head of the department, with an inner day', async () => {
    await executor.page.getByText(t('desk.tasks.none')).waitFor()
    await chief.press('KeyA')
    await taskOf(chief, 'Омаров', 'accepted').waitFor()
    await chief.press('KeyI')
    await dialog(chief).waitFor()
    await chief.type(ORDER)
    await toControl(chief, 'Бекенов')
    await chief.press('Space')
    await fill(chief, t('routing.dialog.due'), formatDate(INNER_DAY))
    await chief.expectAccessible()
    await seenBy(chief, 'routing/assign', () => confirm(chief), taskOf(executor, 'Бекенов', 'assigned'))
    await soon(() => executor.seen()).toContain(ORDER)
    await executor.expectAccessible()
  })

  it('is taken up by the executor, who notes how far it is', async () => {
    await seenBy(executor, 'routing/accept', () => executor.press('KeyA'), taskOf(chief, 'Бекенов', 'accepted'))
    await executor.press('KeyM')
    await dialog(executor).waitFor()
    await executor.expectAccessible()
    await executor.type(MARK)
    await confirm(executor)
    await soon(() => executor.page.getByRole('complementary', { name: t('desk.tasks.chosen') }).innerText()).toContain(MARK)
  })

  it('is answered in a draft that is still there after the page was loaded anew', async () => {
    await executor.press('Enter')
    await executor.page.getByRole('tab', { selected: true }).waitFor()
    await soon(() => executor.seen()).toContain(MARK)
    await executor.expectAccessible()
    await executor.press('Alt+KeyA')
    const editor = executor.page.getByRole('main', { name: t('decisionScreen.editor.label', { number: NUMBER }) })
    await editor.waitFor()
    await soon(() => focused(executor).then((now) => now.name)).toContain(t('decisionScreen.editor.text.answer'))
    await executor.type(TEXT)
    const savedWords = t('decisionScreen.editor.saved', { when: '' }).trim()
    await soon(() => editor.getByRole('status').first().innerText()).toContain(savedWords)
    await executor.expectAccessible()
    await executor.page.reload()
    await executor.page.getByRole('button', { name: t('decisionScreen.goOn') }).waitFor()
    await executor.press('Alt+KeyA')
    await soon(() => editor.locator('textarea').first().inputValue()).toBe(TEXT)
    await toControl(executor, t('decisions.characters.satisfied'))
    await executor.press('Digit1')
    await toControl(executor, t('decisionScreen.editor.decision'))
    await executor.press('F4', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await soon(() => editor.innerText()).toContain(t('decisions.complaintDecisions.performAction'))
  })

  it('is laid before the head, and the head of the department agrees', async () => {
    await head.press('Alt+KeyG')
    await head.page.getByText(t('chancery.signing.empty')).waitFor()
    await head.expectAccessible()
    await chief.press('Enter')
    await chief.page.getByRole('tab', { selected: true }).waitFor()
    await chief.press('Digit5')
    const waiting = head.page.getByRole('option', { name: NUMBER })
    await seenBy(executor, 'decisions/submit', () => executor.press('Control+Enter'), waiting)
    await executor.page.getByText(t('decisionScreen.done.submit')).waitFor()
    await chief.page.getByText(t('decisions.states.submitted')).first().waitFor()
    await chief.expectAccessible()
    await chief.press('KeyY')
    await dialog(chief).waitFor()
    await chief.type('Келісемін, дерек тексерілді')
    const agreed = head.page.getByRole('listitem').filter({ hasText: t('chancery.signing.agreed') })
    await seenBy(chief, 'decisions/agree', () => confirm(chief), agreed.filter({ hasText: 'Омаров С. Ж.' }))
  })

  it('is signed by the head after the checklist and the letter itself', async () => {
    const checks = head.page.getByRole('complementary').getByRole('listitem')
    for (const check of ['language', 'remedy', 'character', 'address', 'template'] as const)
      await checks.getByText(t(`decisions.checks.${check}`)).waitFor()
    await checks.getByText(t('decisions.checks.reportedNot', { names: '' }).trim()).waitFor()
    const letter = head.page.getByTitle(t('decisions.purposes.answer'))
    await letter.waitFor()
    const draft = await readPaper(head, (await letter.getAttribute('src'))!.split('#')[0]!)
    expect(draft.text).toContain('Кезек тәртібінің бұзылғаны расталды.')
    expect(draft.text).not.toContain(OUTGOING)
    await head.expectAccessible()
    await toOutgoing(second)
    await second.press('Alt+Digit2')
    await second.page.getByText(t('chancery.outgoing.emptyWaiting')).waitFor()
    const waiting = second.page.locator('.ledger tr', { hasText: 'Әбдірахманова' }).getByTitle(OUTGOING)
    await seenBy(head, 'decisions/sign', () => sign(head), waiting)
    await head.page.getByText(t('chancery.signing.signed', { letters: OUTGOING })).waitFor()
    await second.expectAccessible()
  })

  it('is handed over in person by the second clerk', async () => {
    await openCard(head, NUMBER, 5)
    await head.page.getByText(t('decisionScreen.letter.waits')).waitFor()
    await second.press('F4')
    await dialog(second).waitFor()
    await second.expectAccessible()
    const handed = head.page.getByText(t('decisionScreen.handed.inPerson')).first()
    await seenBy(second, 'decisions/handOver', () => confirm(second), handed)
    await second.page.getByText(t('chancery.outgoing.emptyWaiting')).waitFor()
    await second.press('Alt+Digit1')
    await second.page.getByText(t('chancery.outgoing.gapless', { first: 1, last: 1 })).waitFor()
    await second.expectAccessible()
    await head.expectAccessible()
  })

  it('is taken off control by the head and filed by the second clerk', async () => {
    await openCard(second, NUMBER)
    const control = second.page.locator('header.ch', { hasText: t('routing.onControl') })
    await control.waitFor()
    await second.press('Alt+KeyY')
    await dialog(second).waitFor()
    await second.press('F4')
    await second.page.getByRole('option').first().waitFor()
    await second.press('ArrowDown', 'Enter')
    await second.expectAccessible()
    await second.press('Control+Enter')
    // What is on control is not put away.
    await dialog(second)
      .getByText(t('errors.life.on_control', { number: NUMBER }))
      .waitFor()
    await head.press('Digit4')
    await head.page.getByRole('button', { name: t('routing.acts.controlOff') }).waitFor()
    await seenBy(head, 'routing/control', () => head.press('KeyB'), control, 'detached')
    const filed = clerk.page.locator('header.ch', { hasText: t('words.statuses.filed') })
    await seenBy(second, 'filing/file', () => confirm(second), filed)
    await second.page
      .getByRole('note', { name: t('decisionScreen.outcome.label') })
      .getByText('03-01')
      .waitFor()
    await second.expectAccessible()
  })

  it('left a letter that says what was decided, on whose behalf and what else one may do', async () => {
    const { rows } = await beyond.call.decisions.outgoing({ year: yearOf(today()), waiting: false, after: null, limit: 10 })
    const { text } = await readPaper(second, `/files/letters/${rows[0]!.id}.pdf`)
    const facts = [
      ...[OUTGOING, NUMBER, longDate('kk', today()), longDate('kk', RECEIVED), GULNUR.name],
      ...TEXT.split('\n'),
      ...[t('decisions.complaintDecisions.performAction'), 'Тілеубергенов', 'басқарма басшысы', 'Бекенов'],
      ...['Шағымдану құқығы', 'үш ай ішінде', HIGHER_ADDRESS.kk, office.details.name.kk],
    ]
    for (const fact of facts) expect(text).toContain(fact)
    expect(text).not.toContain(GULNUR.identifier)
  })

  it('tells every step of it in words', async () => {
    await clerk.press('Digit2')
    const titles = clerk.page.getByRole('tabpanel').locator('tbody tr td:nth-child(4) b')
    const told = [
      ...['appeal.filed.title', 'appeal.control.offTitle', 'letter.handedOver.title', 'decision.signed.title'],
      ...['decision.agreed.title', 'decision.submitted.title', 'decision.drafted.title', 'task.marked.title'],
      ...['task.accepted.title', 'resolution.assigned.title', 'task.accepted.title', 'resolution.issued.title'],
      ...['appeal.sent.title', 'appeal.registered.title'],
    ]
    await soon(() => titles.allInnerTexts()).toEqual(told.map((key) => t(`events.${key}`)))
    const history = await clerk.page.getByRole('tabpanel').innerText()
    for (const fact of [ORDER, MARK, OUTGOING, 'Келісемін, дерек тексерілді', 'Тілеубергенов Қ. М.', 'Ахметова Г. Б.'])
      expect(history).toContain(fact)
    expect(history).not.toMatch(/undefined|null|\{\w+\}/)
    await clerk.expectAccessible()
  })

  it('is found by IIN when the applicant asks by phone, and the sentence says how it ended', async () => {
    await clerk.press('Alt+KeyQ')
    await clerk.page.getByRole('combobox').first().waitFor()
    await write(clerk, GULNUR.identifier)
    await clerk.page.getByRole('option', { name: NUMBER }).waitFor()
    const aloud = clerk.page.getByRole('region', { name: t('inquiry.aloud.title') })
    await soon(() => aloud.innerText()).toContain(t('inquiry.say.answered', { number: OUTGOING, date: longDate('kk', today()) }))
    expect(await aloud.innerText()).toContain(t('inquiry.say.handed.inPerson', { date: longDate('kk', today()) }))
    await clerk.expectAccessible()
    await expectGapless(beyond, 1, 1)
  })

  it('has had nothing to complain of', () => {
    for (const window of [clerk, head, chief, executor]) window.expectQuiet()
    second.expectQuiet(/409.*filing\/file/)
    expectSeenSoon()
  })
})
