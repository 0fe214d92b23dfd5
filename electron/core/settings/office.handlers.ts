import { Refusal } from '../errors'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import type { Letters } from '../letters/letters.service'
import type { People } from '../people/people.service'
import type { Shipped } from '../setup/shipped.service'
import type { Opening, Setup } from '../setup/setup.service'
import type { Structure } from '../structure/structure.service'
import type { Settings } from './settings.service'

/** What the office procedures work with. */
export interface OfficeParts {
  settings: Settings
  setup: Setup
  people: People
  shipped: Shipped
  structure: Structure
  letters: Letters
}

/** The office: first start, particulars, rules and pick-lists. `isLocal`: only this computer reaches the program; only then the first start is open. */
export function officeHandlers(
  { office }: Procedures,
  { settings, setup, people, shipped, structure, letters }: OfficeParts,
  isLocal: boolean,
) {
  const forget = (): void => settings.forget()
  return office.router({
    suggestion: office.suggestion.handler(reading(async () => shipped.suggestion)),
    open: office.open.handler(
      writingAround(
        {
          prepare(_, input: Opening & { administrator: { password: string } }) {
            // Over a network anybody could make himself the first administrator.
            if (!isLocal) throw new Refusal('forbidden')
            return people.hashPassword(input.administrator.password)
          },
          finish() {
            settings.forget()
            structure.forget()
          },
        },
        async (call, { administrator: { password: _, ...administrator }, ...rest }, hash) => {
          await setup.open(call, { ...rest, administrator }, hash, shipped)
          return {}
        },
      ),
    ),
    state: office.state.handler(
      reading(async ({ view }) => {
        const { details, rules, version, days, years, law, terms, shortTerms, services } = await settings.opened(view)
        return { details, rules, version, calendar: { days, years, law }, terms, shortTerms, services }
      }),
    ),
    change: office.change.handler(
      writing(async (call, input) => ({ ...input, version: await settings.change(call, input) }), forget),
    ),
    outgoing: office.outgoing.handler(reading((call) => letters.journal(call.view, call.at))),
    beginOutgoing: office.beginOutgoing.handler(writing((call, { firstNumber }) => letters.begin(call, firstNumber))),
    saveService: office.saveService.handler(writing((call, input) => settings.saveService(call, input), forget)),
  })
}
