import { foldForSearch } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { callerOf, type ReadCall } from '../call'
import { refuseField, Refusal } from '../errors'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import { signedIn, type People, type PersonRow } from '../people/people.service'
import type { Settings } from '../settings/settings.service'
import type { Structure } from '../structure/structure.service'
import { beginCookie, END_COOKIE } from './cookie'
import type { Sessions } from './sessions.service'
import { startOf, type HostFacts } from './start'
import type { Throttle } from './throttle'

/** What the session procedures work with. */
export interface SessionParts {
  people: People
  settings: Settings
  structure: Structure
  sessions: Sessions
  throttle: Throttle
  host: HostFacts
}

/** Sign-in, sign-out and what the screen needs to begin. */
export function sessionHandlers({ session }: Procedures, parts: SessionParts) {
  const { people, sessions, structure, host } = parts
  return session.router({
    start: session.start.handler(reading((call) => startOf(call, parts))),
    signIn: session.signIn.handler(
      writingAround(
        {
          prepare: (call, input: { login: string; password: string }) => checkPassword(call, parts, input.login, input.password),
          finish(call, _, person) {
            // The session it replaces would otherwise live on without its cookie.
            sessions.end(call.session)
            call.answer.append('set-cookie', beginCookie(sessions.begin(signedIn(person), Date.parse(call.at)), call.secure))
          },
        },
        async (call, _, person) => {
          call.actsAs({ id: person.id, name: signedIn(person).name })
          call.tell('person', person.id)
          const staff = await structure.state(call.work)
          return staff.shown(staff.onDay(signedIn(person), localMoment(call.at, host.timeZone).date))
        },
      ),
    ),
    signOut: session.signOut.handler(
      writing(
        async (call) => {
          call.tell('person', callerOf(call).id)
          return {}
        },
        (call) => {
          sessions.end(call.session)
          call.answer.append('set-cookie', END_COOKIE)
        },
      ),
    ),
    changePassword: session.changePassword.handler(
      writingAround(
        {
          async prepare(call, input: { current: string; next: string }) {
            const person = await people.byId(call.view, callerOf(call).id)
            if (!person || !(await people.passwordFits(person, input.current))) throw new Refusal('session.wrong_password')
            if (input.next.length < 8) throw refuseField('next', 'too_short', { min: 8 })
            return people.hashPassword(input.next)
          },
          // Whoever knew the old password may have another window open.
          finish: (call) => sessions.endOthers(callerOf(call).id, call.session),
        },
        async (call, _, passwordHash) => {
          await people.setPassword(call, callerOf(call).id, passwordHash)
          return {}
        },
      ),
    ),
  })
}

/** The person behind a sign-in name and password. Errors: `session.throttled` (parameter `seconds`), `session.wrong_password`. */
async function checkPassword(
  call: ReadCall,
  { people, throttle }: SessionParts,
  login: string,
  password: string,
): Promise<PersonRow> {
  const [name, now] = [foldForSearch(login.trim()), Date.parse(call.at)]
  const wait = throttle.wait(name, now)
  if (wait > 0) throw new Refusal('session.throttled', { seconds: Math.ceil(wait / 1000) })
  throttle.tried(name, now)
  const person = await people.byLogin(call.view, login)
  if (!(await people.passwordFits(person, password)) || !person) {
    throw new Refusal('session.wrong_password')
  }
  throttle.succeeded(name)
  return person
}
