import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { made } from '../support/books'
import { ANSWER, officeWithDecisions, type DecisionsOffice } from '../support/decisions'
import { PASSWORD, person, register, signInAs, type TestBrowser } from '../support/office'
import { builtWorkers } from '../support/workers'

/** A book names the number of another entry only to whom that entry is open: beside the applicant it would say who wrote the confidential letter. */

let office: DecisionsOffice
const browsers: Record<string, TestBrowser> = {}

beforeAll(async () => {
  office = await officeWithDecisions()
  const { test, clerk, head, card } = office
  await register(clerk)
  const secret = await office.inWork()
  await office.decided(secret, 'answer', ANSWER)
  const again = await office.inWork()
  const { version } = await card(again)
  await head.call.decisions.attach({ id: again, version, number: 'Ж-0002/26', reason: 'қайталама' })
  await clerk.call.register.confine({ id: secret, version: (await card(secret)).version, readers: [] })
  const another = await register(clerk)
  await clerk.call.register.confine({ id: another.id, version: 1, readers: [] })
  await register(clerk)
  await signInAs(test, person('second', ['clerk'], 'Бекова'))
  await test.reopen({ workersDir: await builtWorkers() })
  for (const login of ['clerk', 'second']) {
    browsers[login] = test.browser()
    await browsers[login].call.session.signIn({ login, password: PASSWORD })
  }
})
afterAll(() => office.test.close())

async function rowsOf(login: string, book: 'incoming' | 'appeals'): Promise<Record<string, string>[]> {
  const { bytes } = await made(browsers[login]!, { language: 'ru', book })
  return parse(Buffer.from(bytes), { bom: true, delimiter: ';', columns: true })
}

const COLUMN = 'Первичное, повторное'

it('the journal of appeals names the earlier letter to whom it is open', async () => {
  const open = await rowsOf('clerk', 'appeals')
  expect(open.map((row) => row[COLUMN])).toEqual([
    'первичное',
    'прежнее письмо: Ж-0001/26',
    'повторное: Ж-0002/26',
    'прежнее письмо: Ж-0003/26',
    'прежнее письмо: Ж-0004/26',
  ])
})

it('to others it names the last one that they see, and that a letter is repeated without saying which', async () => {
  const closed = await rowsOf('second', 'appeals')
  expect(closed.map((row) => row[COLUMN])).toEqual(['первичное', '', 'повторное', '', 'прежнее письмо: Ж-0003/26'])
})

it('the journal of incoming documents says to which case a letter was joined only to whom that case is open', async () => {
  const [open, closed] = [await rowsOf('clerk', 'incoming'), await rowsOf('second', 'incoming')]
  expect(open[2]).toMatchObject({
    'Отметка об исполнении': 'приобщено к прежнему делу',
    Примечание: 'приобщено к делу: Ж-0002/26',
  })
  expect(closed[2]).toMatchObject({ 'Отметка об исполнении': 'приобщено к прежнему делу', Примечание: '' })
  for (const number of ['Ж-0002/26', 'Ж-0004/26']) expect(JSON.stringify(closed).split(number)).toHaveLength(2)
})
