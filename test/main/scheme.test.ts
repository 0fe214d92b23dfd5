import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startDemo, withoutSession } from './demo'
import { built, type Started } from './startMain'

let started: Started
beforeAll(async () => {
  built()
  started = await startDemo()
}, 120_000)
afterAll(() => started.stop())

describe('the scheme kiris:', () => {
  it('gives the start page under the strict policy of the core', async () => {
    const page = await started.request('/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    // Our own WebAssembly may be compiled; scripts in the page, styles in the page and `eval` stay out.
    expect(policy?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
  })

  it.each(['/', '/journal', '/letters/12'])('the page loaded anew at %s finds its script', async (path) => {
    const page = await (await started.request(path)).text()
    const source = /<script[^>]* src="([^"]+)"/.exec(page)?.[1]
    // Resolved as a browser does: against the address of the screen.
    const script = new URL(source ?? '/none', `http://office${path}`).pathname
    expect((await started.request(script)).headers.get('content-type')).toContain('text/javascript')
  })

  it('gives a screen of the program its start page, and nothing outside the folder', async () => {
    expect((await started.request('/journal')).headers.get('content-type')).toContain('text/html')
    for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/nothing.js']) {
      expect((await started.request(path)).status, path).toBe(404)
    }
  })

  it.each(['kiris://elsewhere/', 'kiris://office.example/', 'kiris://office:8080/', 'kiris://user@office/'])(
    'does not answer %s',
    async (address) => {
      const answer = await started.request('/')
      expect(answer.status).toBe(200)
      expect((await started.handlers.get('kiris')!({ url: address } as Request)).status).toBe(404)
    },
  )

  it('answers procedures of its own page and refuses those another origin asks for', async () => {
    expect((await started.call('session/start')).status).toBe(200)
    const headers = { 'content-type': 'application/json', origin: 'https://example.org' }
    const foreign = await started.request('/rpc/session/start', { method: 'POST', headers, body: '{"json":{}}' })
    expect(foreign.status).toBe(403)
  })
})

describe('the session', () => {
  it('lives on this side only: set at sign-in, sent with each request, gone after sign-out, never seen by the page', async () => {
    const slips = async () => (await started.call('slips/list', { appealId: 1 })).status
    expect(await slips()).toBe(401)
    const answer = await signedIn(started)
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.has('set-cookie')).toBe(false)
    expect((await started.call('session/start')).json).toMatchObject({ caller: { name: expect.any(String) as string } })
    expect(await slips()).toBe(200)
    expect((await started.call('session/signOut')).status).toBe(200)
    expect((await started.call('session/start')).json).toMatchObject({ caller: null })
    expect(await slips()).toBe(401)
  })

  it('cannot be brought by the page', async () => {
    const forged = await withoutSession(started, { cookie: 'kiris_session=forged' })
    expect(forged).toMatchObject({ caller: null })
  })
})
