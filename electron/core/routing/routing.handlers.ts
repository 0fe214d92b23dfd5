import { localMoment } from '#shared/i18n'
import { callerOf, type Call } from '../call'
import type { View } from '../db/work'
import { plainJson } from '../http/plainJson'
import { reading, writing, type Procedures } from '../http/pipeline'
import type { Register } from '../register/register.service'
import type { Settings } from '../settings/settings.service'
import type { DeskDay, Desks } from './desks.service'
import { resolutionsOf } from './resolutions'
import type { Routing } from './routing.service'
import type { Tasks } from './tasks.service'

/** What the procedures about the way of a letter work with. */
export interface RoutingParts {
  routing: Routing
  tasks: Tasks
  desks: Desks
  register: Register
  settings: Settings
  timeZone: string
}

/** Resolutions, tasks and desks. */
export function routingHandlers(
  { routing: contract }: Procedures,
  { routing, tasks, desks, register, settings, timeZone }: RoutingParts,
) {
  const dayOf = async (view: View, { at }: Call): Promise<DeskDay> => {
    const { calendar } = await settings.opened(view)
    return { today: localMoment(at, timeZone).date, calendar }
  }
  return contract.router({
    ofEntry: contract.ofEntry.handler(
      reading(async (call, { id }) => {
        await register.seen(call.view, callerOf(call), id)
        return resolutionsOf(call.view, id)
      }),
    ),
    desk: contract.desk.handler(
      reading(async (call) => {
        const { view } = call
        const caller = callerOf(call)
        const { letters, waiting } = await desks.waiting(view, caller)
        return {
          letters: plainJson(letters),
          waiting,
          ...(await desks.executors(view, await dayOf(view, call))),
          texts: await desks.texts(view, caller.id),
        }
      }),
    ),
    executors: contract.executors.handler(reading(async (call) => desks.executors(call.view, await dayOf(call.view, call)))),
    tasks: contract.tasks.handler(
      reading(async (call, { done }) => {
        const { today } = await dayOf(call.view, call)
        return plainJson(await desks.tasks(call.view, callerOf(call), { done, today }))
      }),
    ),
    send: contract.send.handler(writing((call, input) => routing.send(call, input))),
    resolve: contract.resolve.handler(writing((call, input) => routing.resolve(call, input))),
    enterPaper: contract.enterPaper.handler(writing((call, input) => routing.enterPaper(call, input))),
    assign: contract.assign.handler(writing((call, input) => routing.assign(call, input))),
    recall: contract.recall.handler(writing((call, input) => routing.recall(call, input))),
    replace: contract.replace.handler(writing((call, input) => tasks.replace(call, input))),
    handOver: contract.handOver.handler(writing((call, input) => tasks.handOver(call, input))),
    accept: contract.accept.handler(writing((call, input) => tasks.accept(call, input))),
    mark: contract.mark.handler(writing((call, input) => tasks.mark(call, input))),
    report: contract.report.handler(writing((call, input) => tasks.report(call, input))),
    control: contract.control.handler(writing((call, input) => routing.control(call, input))),
    saveTexts: contract.saveTexts.handler(
      writing(async (call, { texts }) => {
        await desks.saveTexts(call.work, callerOf(call).id, texts)
        return {}
      }),
    ),
  })
}
