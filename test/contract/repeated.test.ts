import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, refusal, register, type TestBrowser, type TestOffice } from '../support/office'
import { contentOf, eventsOf } from '../support/raw'

let test: TestOffice
let browser: TestBrowser
beforeAll(async () => {
  const office = await officeWithClerk()
  test = office
  browser = office.clerk
})
afterAll(() => test.close())

describe('the same request again', () => {
  it('leaves no second event and no second row', async () => {
    const requestId = crypto.randomUUID()
    const first = await register(browser, {}, requestId)
    const before = await contentOf(test)
    const again = await Promise.all([register(browser, {}, requestId), register(browser, { subject: 'Басқа' }, requestId)])
    expect(again).toEqual([first, first])
    expect(await contentOf(test)).toEqual(before)
  })

  it('counts once also when both clicks arrive at the same time', async () => {
    const requestId = crypto.randomUUID()
    const before = await eventsOf(test)
    const [one, two] = await Promise.all([register(browser, {}, requestId), register(browser, {}, requestId)])
    expect(one).toEqual(two)
    expect(await eventsOf(test)).toHaveLength(before.length + 1)
  })

  it('is free again when the first one was refused', async () => {
    const requestId = crypto.randomUUID()
    expect((await refusal(register(browser, { receivedOn: '2026-12-12' }, requestId))).code).toBe('invalid_input')
    expect((await register(browser, {}, requestId)).id).toBeGreaterThan(0)
  })
})
