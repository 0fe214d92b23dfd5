import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest'
import type { Body } from '#shared/contract'
import { useChanges } from '../../renderer/stores/changes'
import { useDirectory } from '../../renderer/stores/directory'
import { entry, FACTS } from './support/entryHost'

/** The story: every dialog asks for bodies and cases; the host is asked once, and again when somebody changed them. */

const body = (id: number, change: Partial<Body> = {}): Body => ({
  ...{ id, version: 1, kind: 'corporation', name: { kk: `Ұйым ${id}`, ru: `Орган ${id}` }, head: { kk: '', ru: '' } },
  ...{ address: { kk: '', ru: '' }, phone: '', email: '', site: '', active: true },
  ...change,
})
let bodies: Body[] = []
let asked = 0
let fails = false
/** Answers that are held back until somebody lets them go. */
let held: (() => void)[] | null = null

const fetchAll = async (): Promise<Response> => {
  asked++
  const answer = JSON.stringify({ json: { bodies, cases: [] }, meta: [] })
  if (fails) throw new TypeError('failed to fetch')
  if (held) await new Promise<void>((go) => held!.push(go))
  return new Response(answer, { headers: { 'content-type': 'application/json' } })
}
const changed = (...kinds: string[]) => useChanges().listeners.forEach((listener) => listener(new Set(kinds)))

beforeEach(() => {
  ;[bodies, asked, fails, held] = [[body(1)], 0, false, null]
  vi.stubGlobal('fetch', fetchAll)
  vi.stubGlobal('location', { origin: 'http://kiris.test', assign: vi.fn() })
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

describe('the directory', () => {
  it('is read once, however many ask for it', async () => {
    const directory = useDirectory()
    await Promise.all([directory.ready(), directory.ready()])
    await directory.ready()
    expect(asked).toBe(1)
    expect(directory.bodyById(1)?.name.kk).toBe('Ұйым 1')
    expect(directory.bodyById(null)).toBeUndefined()
  })

  it('is read again when bodies or cases were changed, and not for anything else', async () => {
    const directory = useDirectory()
    changed('body')
    expect(asked).toBe(0)
    await directory.ready()
    bodies = [body(1, { name: { kk: 'Корпорация', ru: 'Корпорация' } })]
    changed('appeal', 'person')
    expect(asked).toBe(1)
    changed('case')
    await vi.waitFor(() => expect(directory.bodyById(1)?.name.kk).toBe('Корпорация'))
    expect(asked).toBe(2)
  })

  it('that could not be read is asked for again, and what was known stays', async () => {
    const directory = useDirectory()
    await directory.ready()
    fails = true
    await expect(directory.load()).rejects.toThrow()
    expect(directory.redirectBodies).toHaveLength(1)
    ;[fails, bodies] = [false, [body(1), body(2)]]
    await directory.ready()
    expect(directory.redirectBodies).toHaveLength(2)
  })

  it('never goes back to what a slower, earlier reading brings', async () => {
    const directory = useDirectory()
    held = []
    const first = directory.load()
    await vi.waitFor(() => expect(held).toHaveLength(1))
    bodies = [body(1), body(2)]
    const second = directory.load()
    await vi.waitFor(() => expect(held).toHaveLength(2))
    held[1]!()
    await second
    held[0]!()
    await first
    expect(directory.redirectBodies).toHaveLength(2)
  })

  it('knows where a letter belongs, offers what is in use, and still names what is not', async () => {
    bodies = [body(1, { active: false }), body(2), body(3, { kind: 'court' })]
    const directory = useDirectory()
    await directory.ready()
    const appeal = entry({ facts: { ...FACTS, respondent: 'corporationWorker' } })
    expect(directory.belonging(appeal)).toMatchObject({ kind: 'corporation', body: { id: 2 } })
    expect(directory.belonging(entry())).toBeNull()
    expect(directory.redirectBodies.map(({ id }) => id)).toEqual([2])
    expect(directory.bodyById(1)?.name.ru).toBe('Орган 1')
  })
})
