import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Caller, Start } from '#shared/contract'
import { api } from '../../renderer/api/client'
import { AppFault } from '../../renderer/api/fault'
import { useConnection } from '../../renderer/stores/connection'
import { watchIdle } from '../../renderer/stores/idle'
import { useSession } from '../../renderer/stores/session'

/** The story: the session ends while a clerk is typing. What was sent must arrive once the same clerk is back, and never under another name. */

const clerk: Caller = {
  id: 1,
  name: 'Қасенова А. Т.',
  fullName: 'Қасенова Айгүл Тұрсынқызы',
  position: { kk: 'маман', ru: 'специалист' },
  roles: ['clerk'],
  permissions: ['register.read', 'register.write'],
  actsFor: [],
}
const facts: Omit<Start, 'caller'> = {
  needsSetup: false,
  people: [],
  askForLogin: true,
  cover: null,
  now: '2026-12-11T06:05:00Z',
  timeZone: 'Asia/Almaty',
  workstation: 'w',
  version: '0.1.0',
  demo: false,
}

let signedIn: Caller | null
let asked: string[]
let reachable: boolean

function reply(json: unknown, status = 200): Response {
  return new Response(JSON.stringify({ json, meta: [] }), { status, headers: { 'content-type': 'application/json' } })
}
function refuse(code: string, status: number, data: object = {}): Response {
  return reply({ defined: false, code, status, message: code, data: { params: {}, ...data } }, status)
}

async function office(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  if (!reachable) throw new TypeError('Failed to fetch')
  const procedure = new URL(request.url).pathname.slice('/rpc/'.length)
  asked.push(procedure)
  if (procedure === 'session/start') return reply({ ...facts, caller: signedIn })
  if (procedure === 'session/signIn') {
    const { json } = (await request.json()) as { json: { login: string } }
    signedIn = { ...clerk, id: json.login === 'clerk' ? 1 : 2 }
    return reply(signedIn)
  }
  if (procedure === 'session/signOut') {
    signedIn = null
    return reply({})
  }
  if (!signedIn) return refuse('unauthenticated', 401)
  if (procedure === 'drafts/save') return reply({ savedAt: '2026-12-11T06:05:00Z' })
  return refuse('invalid_input', 422, { fields: [{ path: 'facts.name', code: 'required', params: {} }] })
}

const times = (procedure: string) => asked.filter((one) => one === procedure).length
const save = () => api.drafts.save({ content: { name: 'Сейтқали' } })

beforeEach(() => {
  signedIn = clerk
  asked = []
  reachable = true
  vi.stubGlobal('fetch', office)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a session lost in the middle of typing', () => {
  it('holds the call, and makes it again when the same person is back', async () => {
    const session = useSession()
    await session.start()
    signedIn = null
    const saving = save()
    await vi.waitFor(() => expect(session.locked).toBe(true))
    expect(session.caller?.id).toBe(1)
    await session.signIn('clerk', 'secret')
    await expect(saving).resolves.toEqual({ savedAt: '2026-12-11T06:05:00Z' })
    expect(times('drafts/save')).toBe(2)
    expect(session.locked).toBe(false)
    expect(location.assign).not.toHaveBeenCalled()
  })

  it('gives the call up when another person signs in, and starts afresh', async () => {
    const session = useSession()
    await session.start()
    signedIn = null
    const saving = save()
    const refused = expect(saving).rejects.toMatchObject({ code: 'unauthenticated' })
    await vi.waitFor(() => expect(session.locked).toBe(true))
    await session.signIn('other', 'secret')
    await refused
    expect(times('drafts/save')).toBe(1)
    expect(location.assign).toHaveBeenCalledWith('/')
  })

  it('keeps the owner of a locked screen although the host knows nobody', async () => {
    const session = useSession()
    await session.start()
    await session.lock()
    await session.start()
    expect(signedIn).toBeNull()
    expect(session.caller?.id).toBe(1)
    expect(session.locked).toBe(true)
  })
})

describe('a failed call', () => {
  it('names code and fields', async () => {
    useSession()
    const thrown: unknown = await api.register.card({ id: 1 }).catch((fault: unknown) => fault)
    expect(thrown).toBeInstanceOf(AppFault)
    expect(thrown).toMatchObject({ code: 'invalid_input', fields: [{ path: 'facts.name', code: 'required', params: {} }] })
  })

  it('tells of a host that is not reached, and when it is back', async () => {
    useSession()
    const connection = useConnection()
    reachable = false
    await expect(save()).rejects.toMatchObject({ code: 'host.unreachable' })
    expect(connection.lost).toBe(true)
    const back = connection.untilBack()
    reachable = true
    await save()
    await back
    expect(connection.lost).toBe(false)
  })
})

describe('watchIdle', () => {
  it('tells once after the minutes without a touch, and watches again after one', () => {
    vi.useFakeTimers()
    const idle = vi.fn()
    const stop = watchIdle(() => 15, idle)
    vi.advanceTimersByTime(14 * 60_000)
    window.dispatchEvent(new Event('keydown'))
    vi.advanceTimersByTime(14 * 60_000)
    expect(idle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(10 * 60_000)
    expect(idle).toHaveBeenCalledTimes(1)
    window.dispatchEvent(new Event('pointerdown'))
    vi.advanceTimersByTime(16 * 60_000)
    expect(idle).toHaveBeenCalledTimes(2)
    stop()
  })
})
