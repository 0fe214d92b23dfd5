import type { PersonFields } from '#shared/contract'
import { reading, writingAround, type Procedures } from '../http/pipeline'
import type { Sessions } from '../session/sessions.service'
import type { Structure } from '../structure/structure.service'
import { personOf, signedIn, type People } from './people.service'

/** What the procedures about people work with. */
export interface PeopleParts {
  people: People
  sessions: Sessions
  structure: Structure
}

/** People and their accounts. */
export function peopleHandlers({ people: contract }: Procedures, { people, sessions, structure }: PeopleParts) {
  const hashing = <Input extends { password: string }>() => ({
    prepare: (_: unknown, input: Input) => people.hashPassword(input.password),
  })
  return contract.router({
    list: contract.list.handler(reading(async ({ view }) => (await people.all(view)).map(personOf))),
    add: contract.add.handler(
      writingAround(
        { ...hashing<PersonFields & { password: string }>(), finish: () => structure.forget() },
        async (call, { password: _, ...fields }, hash) => personOf(await people.add(call, fields, hash)),
      ),
    ),
    change: contract.change.handler(
      writingAround(
        {
          prepare: async () => {},
          finish(_, person) {
            structure.forget()
            sessions.refresh(person.id, person.active ? signedIn({ ...person, passwordHash: '', loginFolded: '' }) : null)
          },
        },
        async (call, input: PersonFields & { id: number; version: number; active: boolean }) =>
          personOf(await people.change(call, input)),
      ),
    ),
    setPassword: contract.setPassword.handler(
      writingAround(
        {
          prepare: async (_, input: { id: number; password: string }) => ({
            id: input.id,
            hash: await people.hashPassword(input.password),
          }),
          finish: (_, __, prepared) => sessions.refresh(prepared.id, null),
        },
        async (call, _, { id, hash }) => {
          await people.setPassword(call, id, hash)
          return {}
        },
      ),
    ),
  })
}
