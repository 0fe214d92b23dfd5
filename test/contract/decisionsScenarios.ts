import { emptyDecision, type DecisionAct, type DecisionContent } from '#shared/domain'
import { register, type TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of decisions, outgoing letters, filing and the directory. `desk`: somebody with every role; `clerk`: somebody else. */
export function decisionsScenarios(desk: () => TestBrowser, clerk: () => TestBrowser): Record<string, Scenario> {
  let one = 0
  const entry = async () => ({ id: (await register(desk())).id, version: 1 })
  const answer: Partial<DecisionContent> = {
    text: 'Кезек қалпына келтірілді.',
    character: 'satisfied',
    decision: 'performAction',
  }

  async function input(act: DecisionAct = 'answer', content = answer) {
    const { id: appealId } = await entry()
    return { id: null, version: 0, appealId, act, content: { ...emptyDecision('kk'), ...content } }
  }
  const draft = async (act?: DecisionAct, content?: Partial<DecisionContent>) =>
    desk().call.decisions.save(await input(act, content))
  /** A draft of somebody else. */
  const clerks = async () => clerk().call.decisions.save(await input())
  async function submitted(act?: DecisionAct, content?: Partial<DecisionContent>) {
    const { id, version } = await draft(act, content)
    return desk().call.decisions.submit({ id, version })
  }
  const at = ({ id, version }: { id: number; version: number }) => ({ id, version })
  const stale = ({ id }: { id: number }) => ({ id, version: 99 })
  const unsigned = { entryVersion: 1, signerId: null, signedOn: null }
  async function signed() {
    const { letters, appeal } = await desk().call.decisions.sign({ ...at(await submitted()), ...unsigned })
    return { letter: letters[0]!, appeal }
  }
  const handed = async () => ({ letterId: (await signed()).letter.id, how: 'post', on: '2026-12-11', to: '', tracking: 'RA1' })
  const body = () => ({
    ...{ id: null as number | null, version: 0, kind: 'other', name: { kk: `Орган ${++one}`, ru: `Орган ${one}` }, active: true },
    ...{ head: { kk: '', ru: '' }, address: { kk: '', ru: '' }, phone: '', email: '', site: '' },
  })
  const oneCase = () => ({
    ...{ id: null as number | null, version: 0, index: `09-${++one}`, title: { kk: 'Іс', ru: 'Дело' }, active: true },
    retention: { kk: '5 жыл', ru: '5 лет' },
  })
  const caseId = async () => (await desk().call.directory.all()).cases[0]!.id
  const me = async (): Promise<number> => (await desk().call.session.start()).caller!.id
  async function given() {
    const { id } = await entry()
    await desk().call.filing.giveOut({ id, holderId: await me() })
    return { id }
  }
  const template = { purpose: 'answer', language: 'kk' }
  const longer = { text: 'Қосымша тексеру қажет.', until: '2026-12-25' }

  return {
    'decisions.save': { good: () => input(), refused: async () => ({ ...(await input()), ...stale(await draft()) }) },
    'decisions.submit': { good: async () => at(await draft()), refused: async () => at(await draft('answer', {})) },
    'decisions.agree': {
      good: async () => ({ ...at(await clerks()), verdict: 'agreed', remark: '' }),
      refused: async () => ({ ...stale(await draft()), verdict: 'objected', remark: 'Қате' }),
    },
    'decisions.sendBack': {
      good: async () => ({ ...at(await submitted()), reason: 'толықтырыңыз' }),
      refused: async () => ({ ...at(await draft()), reason: 'толықтырыңыз' }),
    },
    'decisions.refuse': {
      good: async () => ({ ...at(await submitted('extend', longer)), reason: 'негіз жоқ' }),
      refused: async () => ({ ...at(await submitted()), reason: 'негіз жоқ' }),
    },
    'decisions.drop': { good: async () => at(await draft()), refused: async () => stale(await draft()) },
    'decisions.sign': {
      good: async () => ({ ...at(await submitted()), ...unsigned }),
      refused: async () => ({ ...at(await submitted()), ...unsigned, entryVersion: 7 }),
    },
    'decisions.handOver': { good: handed, refused: async () => ({ ...(await handed()), on: '2026-12-10' }) },
    'decisions.attach': {
      good: async () => {
        const { number } = await register(desk())
        return { ...(await entry()), number, reason: 'қайталама' }
      },
      refused: async () => ({ ...(await entry()), number: 'Ж-9999/26', reason: 'қайталама' }),
    },
    'filing.file': {
      good: async () => {
        const { letter, appeal } = await signed()
        await desk().call.decisions.handOver({ letterId: letter.id, how: 'post', on: '2026-12-11', to: '', tracking: '' })
        return { ...at(appeal), caseId: await caseId() }
      },
      refused: async () => ({ ...(await entry()), caseId: await caseId() }),
    },
    'filing.giveOut': {
      good: async () => ({ id: (await entry()).id, holderId: await me() }),
      refused: async () => ({ ...(await given()), holderId: await me() }),
    },
    'filing.takeBack': { good: given, refused: async () => ({ id: (await entry()).id }) },
    'directory.saveBody': { good: async () => body(), refused: async () => ({ ...body(), id: 9999 }) },
    'directory.saveCase': { good: async () => oneCase(), refused: async () => ({ ...oneCase(), index: '03-01' }) },
    'directory.saveTemplate': {
      good: async () => ({ ...template, text: '{{text}}' }),
      refused: async () => ({ ...template, text: '{{teksst}}' }),
    },
    'directory.restoreTemplate': { good: async () => template, refused: async () => null },
  }
}
