import { emptyDecision, formatNumber, yearOf, type DecisionAct, type DecisionContent } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { office } from '../domain/material'
import { register, type TestBrowser } from '../support/office'
import { beside } from './desk'
import { comeIn, confirm, dialog, expectGapless, lastWorkingDay, openCard, openOffice, seenBy, sign, today } from './lifeSteps'
import { RunningOffice } from './runningOffice'
import { focused, soon } from './steps'
import type { Window } from './window'

const t = translatorFor('kk')
const RECEIVED = lastWorkingDay()
const incoming = (seq: number): string => formatNumber(office.rules.numberPattern, { seq, year: yearOf(RECEIVED) })
const outgoing = (seq: number): string => formatNumber(office.rules.outgoingPattern, { seq, year: yearOf(today()) })
const [FIRST, SECOND, THIRD] = ['Кезек журналы тексерілді.', 'Тәртіп бұзылғаны расталды.', 'Кінәлі қызметкерге ескертілді.']
const WHOLE: Partial<DecisionContent> = {
  text: [FIRST, SECOND, THIRD].join('\n'),
  character: 'satisfied',
  decision: 'performAction',
}

/** What goes wrong between people who work on the same letters: nothing typed is lost, and every refusal says why. */
describe('bad moments in the life of a letter', () => {
  const running = new RunningOffice({ prepare: async (address) => (admin = await openOffice(address)) })
  let admin: TestBrowser
  let clerk: TestBrowser
  let headCalls: TestBrowser
  let executorCalls: TestBrowser
  let ids: Record<string, number>

  beforeAll(async () => {
    ids = Object.fromEntries((await admin.call.people.list()).map(({ id, login }) => [login, id]))
    clerk = await beside(running.address, 'kassenova')
    headCalls = await beside(running.address, 'head')
    executorCalls = await beside(running.address, 'executor')
  })
  const at = (surname: string): Promise<Window> => comeIn(running, surname)

  /** A letter, given to somebody to be done; its id. */
  async function inWork(login = 'executor'): Promise<number> {
    const { id } = await register(clerk, { receivedOn: RECEIVED, receivedAt: '10:00' })
    const { term, version } = await clerk.call.register.card({ id })
    const executors = [{ personId: ids[login]!, responsible: true }]
    const given = { text: 'Қараңыз', executors, due: term.deadline, control: false }
    await headCalls.call.routing.resolve({ appealId: id, version, ...given })
    return id
  }

  async function drafted(appealId: number, act: DecisionAct, content: Partial<DecisionContent>, submit = false) {
    const draft = { id: null, version: 0, appealId, act, content: { ...emptyDecision('kk'), ...content } }
    const { id, version } = await executorCalls.call.decisions.save(draft)
    if (submit) await executorCalls.call.decisions.submit({ id, version })
  }

  const editorOf = (window: Window, number: string): Locator =>
    window.page.getByRole('main', { name: t('decisionScreen.editor.label', { number }) })

  /** Opens the draft of the answer and puts the cursor at the end of one of its lines. */
  async function inDraft(window: Window, number: string, line: number): Promise<Locator> {
    await openCard(window, number, 5)
    await window.page.getByText(FIRST).first().waitFor()
    await window.press('Alt+KeyA')
    const text = editorOf(window, number).locator('textarea').first()
    await soon(() => text.inputValue()).toBe(WHOLE.text)
    await soon(() => focused(window).then((now) => now.name)).toContain(t('decisionScreen.editor.text.answer'))
    await window.press('Control+Home')
    for (let down = 1; down < line; down++) await window.press('End', 'ArrowRight')
    await window.press('End')
    return text
  }

  /** Lets what a window sends to a procedure wait, as on a slow line, until it is let go. */
  async function slowLine(window: Window, procedure: string): Promise<() => void> {
    let letGo = (): void => {}
    const free = new Promise<void>((resolve) => (letGo = resolve))
    await window.page.route(`**/rpc/${procedure}`, async (route) => {
      await free
      await route.continue()
    })
    return letGo
  }

  const saved = t('decisionScreen.editor.saved', { when: '' }).trim()

  it('two people write in one draft: what does not meet is put together, what does is chosen, nothing is typed again', async () => {
    await drafted(await inWork(), 'answer', WHOLE)
    const [executor, head] = [await at('Бекенов'), await at('Тілеубергенов')]
    const [mine, theirs] = [await inDraft(executor, incoming(1), 3), await inDraft(head, incoming(1), 1)]
    const status = editorOf(head, incoming(1)).getByRole('status').first()
    let letGo = await slowLine(executor, 'decisions/save')
    await executor.type(' Бұйрық шығарылды.')
    await seenBy(head, 'decisions/save', () => head.type(' Журнал көшірмесі қоса беріледі.'), status.getByText(saved))
    letGo()
    await executor.page.getByText(t('decisionScreen.editor.merged', { who: 'Тілеубергенов Қ. М.' })).waitFor()
    const both = [`${FIRST} Журнал көшірмесі қоса беріледі.`, SECOND, `${THIRD} Бұйрық шығарылды.`].join('\n')
    await soon(() => mine.inputValue()).toBe(both)
    await soon(() => theirs.inputValue()).toBe(both)
    await executor.expectAccessible()

    // Both write on at the same place now.
    await executor.page.unroute('**/rpc/decisions/save')
    letGo = await slowLine(executor, 'decisions/save')
    for (const window of [executor, head]) await window.press('Control+End')
    await executor.type(' Нөмірі 15.')
    await soon(() => mine.inputValue()).toContain('Нөмірі 15.')
    await head.type(' Нөмірі 17.')
    await soon(async () => (await clerk.call.decisions.ofEntry({ id: 1 })).decisions[0]!.content.text).toContain('Нөмірі 17.')
    letGo()
    await dialog(executor)
      .getByText(t('decisionScreen.merge.title', { who: 'Тілеубергенов Қ. М.' }))
      .waitFor()
    for (const words of ['Нөмірі 15.', 'Нөмірі 17.']) await dialog(executor).getByText(words).first().waitFor()
    await executor.expectAccessible()
    await executor.press('Alt+Digit1')
    await confirm(executor)
    await soon(() => mine.inputValue()).toBe(`${both} Нөмірі 17.`)
    await soon(() => theirs.inputValue()).toBe(`${both} Нөмірі 17.`)
    for (const window of [executor, head]) window.expectQuiet(/409/)
  })

  it('an executor loses the role in the middle: the next act is refused in words, what was typed stays', async () => {
    await inWork('second')
    const executor = await at('Нұрланов')
    await executor.page.locator('.ledger tr', { hasText: incoming(2) }).waitFor()
    await executor.press('KeyM')
    await dialog(executor).waitFor()
    await executor.type('Түсіндірме алынды, салыстырылып жатыр')
    const person = (await admin.call.people.list()).find(({ login }) => login === 'second')!
    await admin.call.people.change({ ...person, roles: ['clerk'] })
    await executor.press('Control+Enter')
    await dialog(executor).getByText(t('errors.forbidden')).waitFor()
    expect(await dialog(executor).locator('textarea').inputValue()).toBe('Түсіндірме алынды, салыстырылып жатыр')
    await executor.expectAccessible()
    const [resolution] = await clerk.call.routing.ofEntry({ id: 2 })
    expect(resolution!.tasks.map(({ report, state }) => ({ report, state }))).toEqual([{ report: '', state: 'assigned' }])
    executor.expectQuiet(/403/)
  })

  it('a template was broken behind the program’s back: signing names file and line, the draft stays and is signed once it is mended', async () => {
    await drafted(await inWork(), 'answer', WHOLE, true)
    const file = join(running.server.dataDir, 'templates', 'answer.kk.md')
    const sound = readFileSync(file, 'utf8')
    const head = await at('Тілеубергенов')
    await head.press('Alt+KeyG')
    await head.page.getByRole('option', { name: incoming(3) }).waitFor()
    await head.page.getByText(t('decisions.checks.template')).waitFor()
    writeFileSync(file, `{{office}}\n\n{{жауап}}\n${sound}`)
    await sign(head)
    const told = t('errors.templates.unknown_field', { file: 'answer.kk.md', line: 3, field: 'жауап' })
    await head.page.getByRole('alert').getByText(told).waitFor()
    await head.expectAccessible()
    expect((await clerk.call.decisions.ofEntry({ id: 3 })).decisions.map(({ state }) => state)).toEqual(['submitted'])
    writeFileSync(file, `${sound}\n{{#text}`)
    await sign(head)
    await head.page.getByRole('alert').getByText('answer.kk.md').waitFor()
    writeFileSync(file, sound)
    await sign(head)
    // What was refused took no number.
    await head.page.getByText(t('chancery.signing.signed', { letters: outgoing(1) })).waitFor()
    await expectGapless(clerk, 3, 1)
    head.expectQuiet(/409/)
  })

  it('a decision is signed from two windows: the second is told the number it has', async () => {
    await drafted(await inWork(), 'answer', WHOLE, true)
    const [head, deputy] = [await at('Тілеубергенов'), await at('Сәрсенов')]
    for (const window of [head, deputy]) {
      await window.press('Alt+KeyG')
      await window.page.getByRole('option', { name: incoming(4) }).waitFor()
      await window.page.getByText(t('decisions.checks.template')).waitFor()
    }
    const letGo = await slowLine(deputy, 'decisions/sign')
    await sign(deputy)
    await sign(head)
    await head.page.getByText(t('chancery.signing.signed', { letters: outgoing(2) })).waitFor()
    letGo()
    await deputy.page.getByText(t('errors.decisions.signed_already', { number: outgoing(2) })).waitFor()
    await deputy.page.getByText(t('chancery.signing.empty')).waitFor()
    await deputy.expectAccessible()
    await expectGapless(clerk, 4, 2)
    head.expectQuiet()
    deputy.expectQuiet(/409/)
  })

  it('a letter is closed while its resolution is written: refused in words, with what was typed still there', async () => {
    const { id } = await register(clerk, { receivedOn: RECEIVED, receivedAt: '10:00' })
    const head = await at('Тілеубергенов')
    await openCard(head, incoming(5), 4)
    await head.page.getByText(t('routing.none')).waitFor()
    await head.press('Insert')
    await dialog(head).waitFor()
    await head.type('Мән-жайын анықтап, баяндаңыз')
    await dialog(head).getByRole('checkbox', { name: 'Бекенов' }).click()
    // The applicant takes the letter back in writing; the deputy signs that.
    const draft = { id: null, version: 0, appealId: id, act: 'withdraw' as const, content: emptyDecision('kk') }
    const decision = await clerk.call.decisions.save(draft)
    const { version: entryVersion } = await clerk.call.register.card({ id })
    const signed = { signerId: ids['deputy']!, signedOn: today() }
    await clerk.call.decisions.sign({ id: decision.id, version: decision.version, entryVersion, ...signed })
    await head.page.locator('header.ch', { hasText: t('words.statuses.withdrawn') }).waitFor()
    await head.press('Control+Enter')
    const status = t('words.statuses.withdrawn')
    await dialog(head)
      .getByText(t('errors.life.not_possible', { number: incoming(5), status }))
      .waitFor()
    expect(await dialog(head).locator('textarea').inputValue()).toBe('Мән-жайын анықтап, баяндаңыз')
    await head.expectAccessible()
    expect(await clerk.call.routing.ofEntry({ id })).toEqual([])
    head.expectQuiet(/409/)
  })

  it('the same on the head’s desk, where the letter is gone the moment it is closed', async () => {
    const { id } = await register(clerk, { receivedOn: RECEIVED, receivedAt: '10:00' })
    const head = await at('Тілеубергенов')
    await head.page.getByText('Сейтқали Айгүл Маратқызы').first().waitFor()
    await head.press('Digit1')
    const person = head.page.getByRole('checkbox', { name: 'Бекенов' })
    await person.click()
    const letGo = await slowLine(head, 'routing/resolve')
    const asked = head.page.waitForRequest('**/rpc/routing/resolve')
    await head.press('Enter')
    await asked
    const { version } = await clerk.call.register.card({ id })
    await clerk.call.register.void({ id, version, reason: 'екі рет тіркелген' })
    letGo()
    await head.page.getByText(t('desk.empty.title')).waitFor()
    await soon(() => head.seen()).toContain(t('errors.register.void_already', { number: incoming(6) }))
    await head.expectAccessible()
    head.expectQuiet(/409/)
  })
})
