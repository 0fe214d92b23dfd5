import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperSettings } from '#shared/contract'
import { officeWithClerk, register, signedIn, type TestBrowser } from '../support/office'
import { ReadPdf } from './readPdf'

let test: Awaited<ReturnType<typeof officeWithClerk>>
let admin: TestBrowser
let appealId: number
beforeAll(async () => {
  test = await officeWithClerk()
  admin = await signedIn(test, 'admin')
  appealId = (await register(test.clerk)).id
})
afterAll(() => test.close())

const read = async (answer: Promise<Response>): Promise<ReadPdf> => {
  const response = await answer
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return new ReadPdf(new Uint8Array(await response.arrayBuffer()))
}
const status = async (path: string, browser = test.clerk): Promise<number> => (await browser.get(path)).status

const SETTINGS: PaperSettings = {
  heading: { kk: 'Жаңа тақырып', ru: 'Новый заголовок' },
  note: { kk: 'Ескертпе мәтіні', ru: 'Текст примечания' },
  logo: null,
  stampRussian: true,
}
const encoded = (settings: object): string => Buffer.from(JSON.stringify(settings)).toString('base64url')

describe('slips as files', () => {
  it('are what was issued, in the format in which it was', async () => {
    for (const [format, size] of [['a4pair', '841.89'], ['roll80', '226.772'], ['large', '595.28']] as const) {
      const { id } = await test.clerk.call.slips.issue({ appealId, languages: 'kk', format })
      const { info, text } = await read(test.clerk.get(`/files/slips/${id}.pdf`))
      expect(info['Page size']).toContain(size)
      expect(text).toContain('Шағымның қабылданғанын растау')
    }
  }) // prettier-ignore

  it('carry the signed code and the words that the register keeps', async () => {
    const slip = await test.clerk.call.slips.issue({ appealId, languages: 'ru', format: 'a5' })
    const { text, codes } = await read(test.clerk.get(`/files/slips/${slip.id}.pdf`))
    expect(slip.words).toHaveLength(3)
    expect(text).toContain(slip.words.join(', '))
    const [code] = codes.filter((found) => /^\d{200,}$/.test(found))
    expect((await test.clerk.call.proof.check({ code: code! })).verdict).toBe('genuine')
  })

  it('a preview says that nothing was issued, and later which duplicate the next one will be', async () => {
    const { id } = await register(test.clerk)
    const preview = async () => (await read(test.clerk.get(`/files/slips/preview/${id}.pdf?languages=ru`))).text
    expect(await preview()).toContain('талон не выдан')
    await test.clerk.call.slips.issue({ appealId: id, languages: 'ru', format: 'a5' })
    const next = await preview()
    expect(next).toContain('будет выдан дубликат № 2')
    expect(next).not.toContain('талон не выдан')
  })

  it('move as a whole for a printer that prints askew, at most 20 mm', async () => {
    const path = `/files/slips/preview/${appealId}.pdf?languages=kk`
    const [plain, moved] = [await read(test.clerk.get(path)), await read(test.clerk.get(`${path}&dx=5&dy=-2.5`))]
    const left = (pdf: ReadPdf): number => pdf.words.find(({ text }) => text === 'Түрі')!.left
    expect(left(moved) - left(plain)).toBeCloseTo((5 * 72) / 25.4, 1)
    for (const wrong of ['dx=21', 'dy=-20.5', 'dx=1e1', 'dy=abc']) expect(await status(`${path}&${wrong}`)).toBe(404)
  })

  it('a sample shows a wording before it is saved, to whoever may word the papers', async () => {
    const path = `/files/slips/sample.pdf?format=a5&languages=both&settings=${encoded(SETTINGS)}`
    const { text } = await read(admin.get(path))
    for (const part of ['Жаңа тақырып', 'Новый заголовок', 'Ескертпе мәтіні', 'Текст примечания', 'ҮЛГІ'])
      expect(text).toContain(part)
    // The place of the answer begins with the room, as an entry's does.
    const { details } = await admin.call.office.state()
    expect(text).toContain(details.room.kk)
    expect((await admin.call.papers.settings()).settings.heading.kk).toBe('')
    expect(await status(path)).toBe(403)
    for (const wrong of ['', 'e30', encoded({ ...SETTINGS, logo: '../../etc' }), '%00'])
      expect(await status(`/files/slips/sample.pdf?settings=${wrong}`, admin)).toBe(404)
  })

  it('bear the wording once it is saved, and slips of before keep theirs', async () => {
    const before = await test.clerk.call.slips.issue({ appealId, languages: 'kk', format: 'a5' })
    await admin.call.papers.saveSettings({ version: 0, settings: SETTINGS })
    const after = await test.clerk.call.slips.issue({ appealId, languages: 'kk', format: 'a5' })
    expect((await read(test.clerk.get(`/files/slips/${before.id}.pdf`))).text).not.toContain('Жаңа тақырып')
    expect((await read(test.clerk.get(`/files/slips/${after.id}.pdf`))).text).toContain('Жаңа тақырып')
  })

  it('the stamp alone stands where it is asked for', async () => {
    const path = `/files/slips/stamp/${appealId}.pdf`
    const { text, info } = await read(test.clerk.get(`${path}?sheet=a5&x=80&y=60&turn=0&russian=false`))
    expect(info['Page size']).toContain('419.53 x 595.28')
    expect(text).toMatch(/Кіріс №/)
    expect(text).not.toMatch(/Вх\. №/)
    expect((await read(test.clerk.get(`${path}?russian=true`))).text).toMatch(/Вх\. №/)
    for (const wrong of ['sheet=a3', 'x=10', 'x=10&y=999', 'x=10&y=10&turn=400', 'russian=maybe'])
      expect(await status(`${path}?${wrong}`)).toBe(404)
    expect(await status('/files/slips/stamp/9999.pdf')).toBe(404)
  })

  it('the test page comes in three sizes and no other', async () => {
    expect((await read(test.clerk.get('/files/slips/test.pdf?size=roll80'))).info['Page size']).toContain('226.772')
    expect((await read(test.clerk.get('/files/slips/test.pdf'))).info['Page size']).toContain('841.89')
    expect(await status('/files/slips/test.pdf?size=toString')).toBe(404)
    expect(await status('/files/slips/nothing.pdf')).toBe(404)
  })
})
