import { localMoment } from '#shared/i18n'
import type { Attachments } from '../attachments/attachments.service'
import type { Decisions } from '../decisions/decisions.service'
import type { Drafts } from '../drafts/drafts.service'
import { callerOf, type WriteCall } from '../call'
import { reading, writing, type Procedures } from '../http/pipeline'
import { plainJson } from '../http/plainJson'
import type { Journals } from '../journals/journal.service'
import type { Letters } from '../letters/letters.service'
import type { Tasks } from '../routing/tasks.service'
import type { Settings } from '../settings/settings.service'
import type { Confidence } from './confidence.service'
import type { Register } from './register.service'
import { sightOn } from './sight.service'

/** What the register's procedures work with. */
export interface RegisterParts {
  register: Register
  confidence: Confidence
  journals: Journals
  settings: Settings
  drafts: Drafts
  tasks: Tasks
  decisions: Decisions
  letters: Letters
  attachments: Attachments
  timeZone: string
}

/** The register and its journal. */
export function registerHandlers(
  { register: contract }: Procedures,
  { register, confidence, journals, settings, drafts, tasks, decisions, letters, attachments, timeZone }: RegisterParts,
) {
  return contract.router({
    register: contract.register.handler(
      writing(async (call, input) => {
        const told: Parameters<WriteCall['tell']>[] = []
        const registered = await register.register({ ...call, tell: (...story) => void told.push(story) }, input)
        // A repeated request tells nothing, and attaches nothing a second time.
        for (const [kind, id, details] of told) {
          const files = await attachments.attachNew(call, registered.id, input.files)
          const attached = files.hashes.length > 0 ? { files: files.names, hashes: files.hashes } : {}
          call.tell(kind, id, { ...details, ...attached })
        }
        // In the same transaction: a draft that outlived its letter would send the next one under the same request.
        await drafts.discard(call)
        return registered
      }),
    ),
    card: contract.card.handler(reading((call, { id }) => register.shown(call.view, call, id))),
    history: contract.history.handler(reading((call, { id }) => register.events(call.view, call, id))),
    correct: contract.correct.handler(writing((call, input) => register.correct(call, input))),
    confine: contract.confine.handler(writing((call, input) => confidence.confine(call, input))),
    readers: contract.readers.handler(reading((call, { id }) => confidence.readers(call.view, call, id))),
    void: contract.void.handler(
      writing(async (call, input) => {
        const appeal = await register.void(call, input)
        await letters.refuseIfLeft(call.work, input.id)
        // Nobody works on a void letter, and nothing is decided about it.
        await tasks.close(call, appeal.id, { answered: false, because: appeal.voided!.reason })
        await decisions.overtake(call, appeal.id)
        return appeal
      }),
    ),
    journal: contract.journal.handler(
      reading(async (call, query) => {
        const { view, at } = call
        const { calendar } = await settings.opened(view)
        const page = await journals.page(view, query, {
          today: localMoment(at, timeZone).date,
          calendar,
          sight: sightOn(callerOf(call)),
        })
        return { ...page, rows: plainJson(page.rows) }
      }),
    ),
    overview: contract.overview.handler(
      reading(async (call, { year }) => {
        const { view, at } = call
        const today = localMoment(at, timeZone).date
        return journals.overview(view, year, { today, sight: sightOn(callerOf(call)) }, await settings.opened(view))
      }),
    ),
  })
}
