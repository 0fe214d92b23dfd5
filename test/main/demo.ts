import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../architecture/graph'
import { startMain, type Started } from './startMain'

interface Material {
  password: string
  people: { login: string; roles: string[] }[]
}

/** The program with the demonstration's office. */
export function startDemo(): Promise<Started> {
  return startMain({ args: ['--demo'] })
}

/** Signs the demonstration's clerk in, as the page does. */
export function signedIn(started: Started): Promise<Response> {
  const { password, people } = JSON.parse(readFileSync(join(root, 'resources/demo/demo.json'), 'utf8')) as Material
  const login = people.find(({ roles }) => roles.includes('clerk'))!.login
  return post(started, 'session/signIn', { login, password })
}

/** Who the program takes a page for that sends these headers. */
export async function withoutSession(started: Started, headers: Record<string, string>): Promise<unknown> {
  const answer = await post(started, 'session/start', {}, headers)
  return ((await answer.json()) as { json: unknown }).json
}

function post(started: Started, procedure: string, input: object, headers: Record<string, string> = {}): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'kiris://office', ...headers },
    body: JSON.stringify({ json: input }),
  }
  return started.request(`/rpc/${procedure}`, init)
}
