import { emptyDecision, type DecisionAct, type DecisionContent } from '#shared/domain'
import { officeWithClerk, person, register, signInAs } from './office'
import { idsOf } from './routing'

/** What an executor writes as an ordinary answer. */
export const ANSWER: Partial<DecisionContent> = {
  text: 'Кезек қалпына келтірілді.',
  character: 'satisfied',
  decision: 'performAction',
}

/** An office with a clerk, a head and an executor at their screens, and short ways to drafts and decisions. */
export async function officeWithDecisions() {
  const test = await officeWithClerk()
  const { clerk } = test
  const head = await signInAs(test, person('head', ['head'], 'Тілеубергенов'))
  const executor = await signInAs(test, person('executor', ['executor'], 'Бекенов'))
  const ids = await idsOf(test)

  const card = (id: number) => clerk.call.register.card({ id })
  const bodyOf = async (kind: string) => (await clerk.call.directory.all()).bodies.find((body) => body.kind === kind)!.id

  /** A letter with work given to the executor. */
  async function inWork(facts = {}): Promise<number> {
    const { id } = await register(clerk, facts)
    const executors = [{ personId: ids['executor']!, responsible: true }]
    const { deadline } = (await card(id)).term
    await head.call.routing.resolve({ appealId: id, version: 1, text: 'Қараңыз', executors, due: deadline, control: false })
    return id
  }

  const draft = (appealId: number, act: DecisionAct, content: Partial<DecisionContent>, by = clerk) =>
    by.call.decisions.save({ id: null, version: 0, appealId, act, content: { ...emptyDecision('kk'), ...content } })

  /** The head signs for himself, today. */
  const sign = (id: number, version: number, entryVersion: number, by = head) =>
    by.call.decisions.sign({ id, version, entryVersion, signerId: null, signedOn: null })

  /** Drafted, laid before the head and signed by him. */
  async function decided(appealId: number, act: DecisionAct, content: Partial<DecisionContent>) {
    const { id, version } = await draft(appealId, act, content)
    await clerk.call.decisions.submit({ id, version })
    return sign(id, version + 1, (await card(appealId)).version)
  }

  return { test, clerk, head, executor, ids, card, bodyOf, inWork, draft, sign, decided }
}
export type DecisionsOffice = Awaited<ReturnType<typeof officeWithDecisions>>
