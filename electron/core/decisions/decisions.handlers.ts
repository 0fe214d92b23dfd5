import { LETTERS_OF } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { callerOf, type ReadCall } from '../call'
import { reading, writing, type Procedures } from '../http/pipeline'
import { plainJson } from '../http/plainJson'
import type { Letters } from '../letters/letters.service'
import type { Register } from '../register/register.service'
import type { Tasks } from '../routing/tasks.service'
import type { Settings } from '../settings/settings.service'
import { checksOf } from './checks'
import type { Decisions } from './decisions.service'
import { toSign } from './desk'
import { draftLetter } from './draftLetter'
import type { Signing } from './signing.service'

/** What the procedures about decisions work with. */
export interface DecisionsParts {
  decisions: Decisions
  signing: Signing
  letters: Letters
  register: Register
  tasks: Tasks
  settings: Settings
  timeZone: string
}

/** Decisions and outgoing letters. */
export function decisionsHandlers({ decisions: contract }: Procedures, parts: DecisionsParts) {
  const { decisions, signing, letters, register } = parts
  return contract.router({
    ofEntry: contract.ofEntry.handler(
      reading(async (call, { id }) => {
        await register.seen(call.view, callerOf(call), id)
        return { decisions: await decisions.ofEntry(call.view, id), letters: await letters.ofEntry(call.view, id) }
      }),
    ),
    save: contract.save.handler(writing((call, input) => decisions.save(call, input))),
    submit: contract.submit.handler(writing((call, input) => decisions.submit(call, input))),
    agree: contract.agree.handler(writing((call, input) => decisions.agree(call, input))),
    sendBack: contract.sendBack.handler(writing((call, input) => decisions.sendBack(call, input))),
    refuse: contract.refuse.handler(writing((call, input) => decisions.refuse(call, input))),
    drop: contract.drop.handler(writing((call, input) => decisions.drop(call, input))),
    checks: contract.checks.handler(reading((call, { id }) => checks(call, id, parts))),
    sign: contract.sign.handler(writing((call, input) => signing.sign(call, input))),
    attach: contract.attach.handler(writing((call, input) => signing.attach(call, input))),
    toSign: contract.toSign.handler(reading(async (call) => plainJson(await toSign(call.view, callerOf(call))))),
    handOver: contract.handOver.handler(writing((call, input) => letters.handOver(call, input))),
    outgoing: contract.outgoing.handler(
      reading(async (call, query) => {
        const page = await letters.outgoing(call.view, callerOf(call), query)
        return { ...page, rows: plainJson(page.rows) }
      }),
    ),
  })
}

async function checks(call: ReadCall, id: number, parts: DecisionsParts) {
  const { view } = call
  const caller = callerOf(call)
  const draft = await parts.decisions.seen(view, caller, id)
  const { decision, entry } = draft
  return checksOf({
    ...draft,
    agreements: await parts.decisions.agreements(view, id),
    unreported: await parts.tasks.unreported(view, entry.id),
    executors: await parts.tasks.executors(view, entry.id),
    hasRemedy: await parts.letters.hasRemedy(view, entry.kind),
    signer: decision.signerName ?? (caller.permissions.includes('routing.resolve') ? caller.name : ''),
    today: decision.signedOn ?? localMoment(call.at, parts.timeZone).date,
    tryLetters: async () => {
      for (const purpose of LETTERS_OF[decision.act]) await draftLetter(call, parts, draft, purpose)
    },
  })
}
