import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, person, signedIn, signInAs, type ClerksOffice, type TestBrowser } from '../support/office'

let test: ClerksOffice
let admin: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
})
afterAll(() => test.close())

describe('the file of a year', () => {
  it.each([
    ['csv', 'text/csv; charset=utf-8', 'attachment'],
    ['ics', 'text/calendar; charset=utf-8', 'attachment'],
    ['pdf', 'application/pdf', 'inline'],
  ])('as %s goes to everybody who works in the office', async (format, type, disposition) => {
    const executor = await signInAs(test, person(`reader-${format}`, ['executor']))
    for (const browser of [test.clerk, admin, executor]) {
      const response = await browser.get(`/files/calendar/2027.${format}?language=ru`)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
      expect(response.headers.get('content-disposition')).toContain(disposition)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    }
  })

  it('comes back as it went out, in every language', async () => {
    const { calendar } = await admin.call.office.state()
    const kept = calendar.years.find(({ year }) => year === 2025)!
    const content = { ...kept, days: calendar.days.filter(({ date }) => date.startsWith('2025')) }
    for (const format of ['csv', 'ics']) {
      for (const language of ['kk', 'ru', 'en']) {
        const response = await admin.get(`/files/calendar/2025.${format}?language=${language}`)
        const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
        const read = await admin.call.deadlines.readYearFile({ year: 2025, name: `x.${format}`, content: bytes })
        expect(read).toMatchObject({ format, faults: [], content })
      }
    }
  })

  it('of a year that nobody filled in is drafted from the law', async () => {
    const text = await (await admin.get('/files/calendar/2031.csv?language=kk')).text()
    expect(text).toContain('01.01.2031')
    expect(text).toContain('Құрбан айт')
  })

  it.each(['2027.xlsx', '27.csv', '1999.csv', '2101.pdf', '2027.csv?language=de', '../../kiris.db', '2027.pdf?language=en'])(
    '%s does not exist',
    async (name) => expect((await admin.get(`/files/calendar/${name}`)).status).toBe(404),
  )

  it('is not for strangers', async () => {
    expect((await test.browser().get('/files/calendar/2027.pdf')).status).toBe(401)
  })
})

describe('a file that is no year', () => {
  it('is told row by row; nothing is stored', async () => {
    const before = await admin.call.office.state()
    const content = Buffer.from('күні;түрі\n24/11/26;мереке\n25.11.2027;мереке\n').toString('base64')
    const read = await admin.call.deadlines.readYearFile({ year: 2027, name: 'calendar.csv', content })
    expect(read.content).toBeNull()
    expect(read.faults.map(({ row }) => row)).toContain(2)
    expect(await admin.call.office.state()).toEqual(before)
  })
})
