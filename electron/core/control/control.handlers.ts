import { localMoment } from '#shared/i18n'
import { callerOf, type Call } from '../call'
import type { View } from '../db/work'
import { plainJson } from '../http/plainJson'
import { reading, type Procedures } from '../http/pipeline'
import type { Settings } from '../settings/settings.service'
import type { Control } from './control.service'
import type { ControlDay } from './scope'

/** What the procedures about control work with. */
export interface ControlParts {
  control: Control
  settings: Settings
  timeZone: string
}

/** The digest of the day, the days ahead, and what is late. */
export function controlHandlers({ control: contract }: Procedures, { control, settings, timeZone }: ControlParts) {
  const dayOf = async (view: View, { at }: Call): Promise<ControlDay> => {
    const { calendar, rules } = await settings.opened(view)
    return { today: localMoment(at, timeZone).date, calendar, remindAhead: rules.remindAhead }
  }
  return contract.router({
    digest: contract.digest.handler(
      reading(async (call) => {
        const day = await dayOf(call.view, call)
        return { today: day.today, sections: plainJson(await control.digest(call.view, callerOf(call), day)) }
      }),
    ),
    ahead: contract.ahead.handler(
      reading(async (call) => {
        const day = await dayOf(call.view, call)
        const { days, rows } = await control.ahead(call.view, callerOf(call), day)
        return { today: day.today, days, rows: plainJson(rows) }
      }),
    ),
    behind: contract.behind.handler(
      reading(async (call, input) => plainJson(await control.behind(call.view, callerOf(call), input))),
    ),
    late: contract.late.handler(
      reading(async (call) => plainJson(await control.late(call.view, callerOf(call), await dayOf(call.view, call)))),
    ),
  })
}
