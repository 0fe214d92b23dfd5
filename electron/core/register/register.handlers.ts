import { localMoment } from '#shared/i18n'
import type { Drafts } from '../drafts/drafts.service'
import { reading, writing, type Procedures } from '../http/pipeline'
import { plainJson } from '../http/plainJson'
import type { Journals } from '../journals/journal.service'
import type { Settings } from '../settings/settings.service'
import type { Register } from './register.service'

/** What the register's procedures work with. */
export interface RegisterParts {
  register: Register
  journals: Journals
  settings: Settings
  drafts: Drafts
  timeZone: string
}

/** The register and its journal. */
export function registerHandlers(
  { register: contract }: Procedures,
  { register, journals, settings, drafts, timeZone }: RegisterParts,
) {
  return contract.router({
    register: contract.register.handler(
      writing(async (call, input) => {
        const registered = await register.register(call, input)
        // In the same transaction: a draft that outlived its letter would send the next one under the same request.
        await drafts.discard(call)
        return registered
      }),
    ),
    card: contract.card.handler(reading(({ view }, { id }) => register.card(view, id))),
    history: contract.history.handler(reading(({ view }, { id }) => register.events(view, id))),
    correct: contract.correct.handler(writing((call, input) => register.correct(call, input))),
    void: contract.void.handler(writing((call, input) => register.void(call, input))),
    journal: contract.journal.handler(
      reading(async ({ view, at }, query) => {
        const { calendar } = await settings.opened(view)
        const page = await journals.page(view, query, localMoment(at, timeZone).date, calendar)
        return { ...page, rows: plainJson(page.rows) }
      }),
    ),
    overview: contract.overview.handler(
      reading(async ({ view, at }, { year }) =>
        journals.overview(view, year, localMoment(at, timeZone).date, await settings.opened(view)),
      ),
    ),
  })
}
