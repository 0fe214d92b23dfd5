import sharp from 'sharp'
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, pathOf, pdf, picture, stage, wav, word } from '../support/attachments'
import { serve } from '../support/http'
import { officeWithClerk, PASSWORD, register, type ClerksOffice } from '../support/office'

let test: ClerksOffice
beforeAll(async () => void (test = await officeWithClerk()))
afterAll(() => test.close())

let one = 0
async function attached(name: string, content: Buffer) {
  const { token, sha256 } = await stage(test, test.clerk, name, content)
  const { id } = await register(test.clerk)
  const [file] = await test.clerk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
  return { path: `/files/attachments/${file!.id}`, sha256 }
}
const get = (path: string, headers: Record<string, string> = {}) => ask(test, test.clerk, path, headers)
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a file', () => {
  const content = pdf('оқу', 200_000)
  let path: string
  let sha256: string
  beforeAll(async () => void ({ path, sha256 } = await attached("Сейтқали Ә. (1) 'шағым'.pdf", content)))

  it('is read back as it came', async () => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
      200,
      'application/pdf',
      String(content.length),
    ])
    expect([answer.headers.get('etag'), answer.headers.get('accept-ranges')]).toEqual([`"${sha256}"`, 'bytes'])
    expect(await bytes(answer)).toEqual(content)
  })

  it('bears its name, opens in the window, and is saved when that is asked for', async () => {
    const name =
      "filename*=UTF-8''%D0%A1%D0%B5%D0%B9%D1%82%D2%9B%D0%B0%D0%BB%D0%B8%20%D3%98.%20%281%29%20%27%D1%88%D0%B0%D2%93%D1%8B%D0%BC%27.pdf"
    expect((await get(path)).headers.get('content-disposition')).toBe(`inline; ${name}`)
    expect((await get(`${path}?download=1`)).headers.get('content-disposition')).toBe(`attachment; ${name}`)
  })

  const size = content.length
  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, size - 1],
    ['bytes=-50', size - 50, size - 1],
    [`bytes=${size - 10}-${size + 500}`, size - 10, size - 1],
    ['bytes=-999999999', 0, size - 1],
  ])('%s is read in part', async (range, first, last) => {
    const answer = await get(path, { range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/${size}`])
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1))
    expect(await bytes(answer)).toEqual(content.subarray(first, last + 1))
  })

  it.each([`bytes=${size}-`, 'bytes=99999999-999999999', 'bytes=-0'])('%s is beyond it', async (range) => {
    const answer = await get(path, { range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
  })

  it.each(['bytes=5-1', 'lines=1-2', 'bytes=a-b', 'bytes=0-1,5-6', 'bytes=-'])('%s is not heeded', async (range) => {
    expect(await bytes(await get(path, { range }))).toEqual(content)
  })

  it('of another edition is read whole', async () => {
    expect((await get(path, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
    expect((await get(path, { range: 'bytes=0-9', 'if-range': `"${sha256}"` })).status).toBe(206)
  })

  it('is read in part over the wire, and asked about without being read', async () => {
    const { host, origin, browser } = await serve(test)
    const clerk = browser()
    await clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    const headers = { cookie: clerk.cookie, range: 'bytes=10-19' }
    const part = await fetch(`${origin}${path}`, { headers })
    expect([part.status, await bytes(part)]).toEqual([206, content.subarray(10, 20)])
    const head = await fetch(`${origin}${path}`, { method: 'HEAD', headers: { cookie: clerk.cookie } })
    expect([head.status, head.headers.get('content-length'), (await bytes(head)).length]).toEqual([200, String(size), 0])
    // A reader that goes away in the middle.
    const gone = await fetch(`${origin}${path}`, { headers: { cookie: clerk.cookie } })
    await gone.body!.cancel()
    expect(await bytes(await get(path))).toEqual(content)
    await host.stop()
  })

  it('that waits is read in the same way', async () => {
    const { token } = await stage(test, test.clerk, 'сөз.wav', wav())
    const answer = await get(`/files/staged/${token}`, { range: 'bytes=0-3' })
    expect([answer.status, answer.headers.get('content-type'), (await bytes(answer)).toString()]).toEqual([
      206,
      'audio/wav',
      'RIFF',
    ])
    expect(answer.headers.get('content-disposition')).toMatch(/^inline;/)
  })

  it('for Word is saved, never shown', async () => {
    const { path } = await attached('хат.docx', word())
    expect((await get(path)).headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  it('that there is not is not found', async () => {
    for (const wrong of [
      '/files/attachments/9999',
      '/files/attachments/0',
      '/files/attachments/x',
      `/files/staged/${crypto.randomUUID()}`,
    ])
      expect((await get(wrong)).status).toBe(404)
  })
})

describe('a stored content that is no longer what it was', () => {
  let path: string
  let sha256: string
  beforeEach(async () => void ({ path, sha256 } = await attached('хат.pdf', pdf(`тексеру ${++one}`, 1000))))
  const refused = async () => {
    for (const headers of [{}, { range: 'bytes=0-9' }] as Record<string, string>[]) {
      const answer = await get(path, headers)
      expect([answer.status, await answer.json()]).toEqual([409, { code: 'attachments.changed', params: { name: 'хат.pdf' } }])
    }
  }

  it('is not served: another content of the same size and time', async () => {
    const when = new Date('2026-12-01T00:00:00Z')
    utimesSync(pathOf(test, sha256), when, when)
    expect((await get(path)).status).toBe(200)
    writeFileSync(pathOf(test, sha256), pdf(`басқа!! ${one}`, 1000))
    utimesSync(pathOf(test, sha256), when, when)
    await refused()
  })
  it('is not served: cut off', async () => {
    writeFileSync(pathOf(test, sha256), pdf().subarray(0, 50))
    await refused()
  })
  it('is not served: gone', async () => {
    rmSync(pathOf(test, sha256))
    await refused()
  })
})

describe('a picture of a page', () => {
  const shown = async (path: string) => sharp(await bytes(await get(path))).metadata()

  it('of a TIFF is made for each of its pages', async () => {
    const pages = await Promise.all(['#f00', '#0f0'].map((colour) => picture(1000, 2000, colour).png().toBuffer()))
    const { path } = await attached(
      'скан.tiff',
      await sharp(pages, { join: { animated: true } })
        .tiff()
        .toBuffer(),
    )
    const answer = await get(`${path}/2.png`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    const { data, info } = await sharp(await bytes(answer))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, ...data.subarray(0, 2)]).toEqual([800, 1600, 0, 255])
    for (const wrong of ['/3.png', '/0.png', '/1.jpg']) expect((await get(`${path}${wrong}`)).status).toBe(404)
  })

  it('is upright, as the camera says', async () => {
    const { path } = await attached('сурет.jpg', await picture(300, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect(await shown(`${path}/1.png`)).toMatchObject({ width: 100, height: 300, format: 'png' })
  })

  it('is not made of anything else', async () => {
    const { path } = await attached('хат.pdf', pdf('сурет емес'))
    expect((await get(`${path}/1.png`)).status).toBe(404)
  })
})
