import { officeWithClerk, person, signInAs, type TestOffice } from './office'
import { rowsOf } from './raw'

/** Who is who in an office, by login. */
export async function idsOf(test: TestOffice): Promise<Record<string, number>> {
  const people = await rowsOf<{ id: number; login: string }>(test, 'SELECT id, login FROM people')
  return Object.fromEntries(people.map(({ id, login }) => [login, id]))
}

/** An office with a clerk, a head and two executors at their screens, and short ways to cards and resolutions. */
export async function officeWithRouting() {
  const test = await officeWithClerk()
  const head = await signInAs(test, person('head', ['head'], 'Тілеубергенов'))
  const executor = await signInAs(test, person('executor', ['executor'], 'Бекенов'))
  const second = await signInAs(test, person('second', ['executor'], 'Тен'))
  const ids = await idsOf(test)

  const card = (id: number) => test.clerk.call.register.card({ id })
  const history = async (id: number) => (await test.clerk.call.register.history({ id })).map(({ action }) => action)
  const tasksOf = async (id: number) => (await head.call.routing.ofEntry({ id })).flatMap(({ tasks }) => tasks)

  /** A resolution of the head on an entry, for the executor. */
  async function resolve(appealId: number, changes: object = {}, who = head) {
    const { version } = await card(appealId)
    const executors = [{ personId: ids['executor']!, responsible: true }]
    const given = { text: 'Қарап, жауап беріңіз', executors, due: '2026-12-18', control: false }
    return who.call.routing.resolve({ appealId, version, ...given, ...changes })
  }

  return { test, head, executor, second, ids, card, history, tasksOf, resolve }
}
export type RoutingOffice = Awaited<ReturnType<typeof officeWithRouting>>
