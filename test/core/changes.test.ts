import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeWithClerk, person, register, signInAs, type ClerksOffice, type TestBrowser } from '../support/office'

let test: ClerksOffice
beforeEach(async () => {
  test = await officeWithClerk()
})
afterEach(() => test.close())

/** A window's line: what it hears, piece by piece. */
async function listen(browser: TestBrowser) {
  const response = await browser.get('/changes')
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  const next = async (): Promise<string | null> => {
    const { done, value } = await reader.read()
    return done ? null : decoder.decode(value)
  }
  await next()
  return { response, next, leave: () => reader.cancel() }
}

describe('the line on which a window hears of changes', () => {
  it('tells that an entry was changed, not which, after it was stored', async () => {
    const head = await signInAs(test, person('head', ['head']))
    const line = await listen(head)
    expect(line.response.headers.get('content-type')).toContain('text/event-stream')
    const { id } = await register(test.clerk)
    expect(await line.next()).toBe('event: changed\ndata: appeal\n\n')
    expect((await head.call.register.card({ id })).id).toBe(id)
    await line.leave()
  })

  it('tells that a day was closed', async () => {
    const line = await listen(test.clerk)
    await test.clerk.call.closings.close({ day: '2026-12-11' })
    expect(await line.next()).toBe('event: changed\ndata: closing\n\n')
    await line.leave()
  })

  it('says nothing of what was refused, and nothing of a draft', async () => {
    const line = await listen(test.clerk)
    await test.clerk.call.drafts.save({ content: { subject: 'Басталған' } })
    await test.clerk.call.register.void({ id: 99, version: 1, reason: 'қате' }).catch(() => {})
    await register(test.clerk)
    expect(await line.next()).toBe('event: changed\ndata: appeal\n\n')
    await line.leave()
  })

  it('is not for strangers, and ends with the session without keeping it alive', async () => {
    expect((await test.browser().get('/changes')).status).toBe(401)
    const head = await signInAs(test, person('head', ['head']))
    const line = await listen(head)
    await head.call.session.signOut()
    await register(test.clerk)
    expect(await line.next()).toBeNull()
  })

  it('does not hold up the closing of the office', async () => {
    const line = await listen(test.clerk)
    test.office.hangUp()
    expect(await line.next()).toBeNull()
  })
})
