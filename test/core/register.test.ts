import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, refusal, register, type ClerksOffice } from '../support/office'

describe('a letter comes in', () => {
  let test: ClerksOffice
  beforeAll(async () => void (test = await officeWithClerk()))
  afterAll(() => test.close())

  it('gets a number, a day and a deadline', async () => {
    const entry = await register(test.clerk)
    expect(entry).toMatchObject({ number: 'Ж-0001/26', seq: 1, year: 2026, registeredOn: '2026-12-11', deadline: '2026-12-21' })
  })

  it('returns the first entry when the same request comes twice', async () => {
    const requestId = crypto.randomUUID()
    const [first, again] = [
      await register(test.clerk, {}, requestId),
      await register(test.clerk, { subject: 'Басқа' }, requestId),
    ]
    expect(again).toEqual(first)
    expect((await test.clerk.call.register.history({ id: first.id })).map((event) => event.action)).toEqual(['appeal.registered'])
  })

  it('registers what came after hours on the next working day', async () => {
    test.clock.set('2026-12-11T13:50:00.000Z')
    const entry = await register(test.clerk, { receivedAt: '18:45' })
    expect(entry).toMatchObject({ registeredOn: '2026-12-14', deadline: '2026-12-22' })
  })

  it('names every field that is missing', async () => {
    const fault = await refusal(register(test.clerk, { subject: ' ', name: '', postalAddress: '' }))
    expect(fault.code).toBe('invalid_input')
    expect(fault.data.fields!.map((field) => [field.path, field.code])).toEqual([
      ['facts.subject', 'required'],
      ['facts.name', 'required'],
      ['facts.postalAddress', 'required'],
    ])
  })
})
