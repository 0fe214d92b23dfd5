import type { PaperSettings } from '#shared/contract'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  officeWithClerk,
  PASSWORD,
  person,
  refusal,
  register,
  signInAs,
  type ClerksOffice,
  type TestBrowser,
} from '../support/office'
import { stage, stored } from '../support/attachments'
import { eventsOf, rowsOf } from '../support/raw'

let test: ClerksOffice
let head: TestBrowser

beforeAll(async () => {
  test = await officeWithClerk()
  head = await signInAs(test, person('head', ['head'], 'Тілеубергенов'))
})
afterAll(() => test.close())

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 20, g: 60, b: 140, alpha: 1 } } })

async function send(browser: TestBrowser, body: Uint8Array) {
  const request = new Request(`${browser.origin}/files/papers/logo?name=elt.png`, {
    method: 'POST',
    body: body as Uint8Array<ArrayBuffer>,
  })
  const answer = await browser.fetch(request)
  return { status: answer.status, ...((await answer.json()) as { sha256?: string; code?: string; params?: object }) }
}

describe('the wording of the papers', () => {
  it('is plain until somebody words it, and then as worded, with a version and an event', async () => {
    const plain: PaperSettings = { heading: { kk: '', ru: '' }, note: { kk: '', ru: '' }, logo: null, stampRussian: false }
    expect(await test.clerk.call.papers.settings()).toEqual({ settings: plain, version: 0 })
    const settings = { ...plain, heading: { kk: 'Білім басқармасы\nКеңсе', ru: 'Управление образования' }, stampRussian: true }
    expect(await head.call.papers.saveSettings({ version: 0, settings })).toEqual({ settings, version: 1 })
    expect(await test.clerk.call.papers.settings()).toEqual({ settings, version: 1 })
    expect((await eventsOf(test)).at(-1)).toMatchObject({ action: 'papers.changed', actor: 'Тілеубергенов А. Т.' })
  })

  it('is not overwritten by somebody who saw an earlier one, nor changed by a clerk', async () => {
    const { settings, version } = await head.call.papers.settings()
    await head.call.papers.saveSettings({ version, settings: { ...settings, note: { kk: 'Жаңа', ru: 'Новое' } } })
    expect((await refusal(head.call.papers.saveSettings({ version, settings }))).code).toBe('conflict.stale')
    expect((await refusal(test.clerk.call.papers.saveSettings({ version: version + 1, settings }))).code).toBe('forbidden')
    expect((await head.call.papers.settings()).settings.note.kk).toBe('Жаңа')
  })
})

describe('the picture of the papers', () => {
  it('is kept as PNG under its hash, no wider than papers need', async () => {
    const { status, sha256 } = await send(head, await blank(3000, 600).jpeg().toBuffer())
    expect(status).toBe(201)
    const kept = readFileSync(join(test.dataDir, 'files', sha256!.slice(0, 2), sha256!))
    expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256)
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 1200, height: 240 })
    const { settings, version } = await head.call.papers.settings()
    expect((await head.call.papers.saveSettings({ version, settings: { ...settings, logo: sha256! } })).settings.logo).toBe(
      sha256,
    )
  })

  it('is still there after a restart, as the papers name it', async () => {
    const { settings, version } = await head.call.papers.settings()
    const kept = stored(test)
    for (const sign of '0123456789abcdef') {
      mkdirSync(join(test.dataDir, 'files', sign.repeat(2)), { recursive: true })
      writeFileSync(join(test.dataDir, 'files', sign.repeat(2), sign.repeat(64)), 'иесіз')
    }
    await test.reopen()
    // What nobody has is swept away when the office is opened.
    await vi.waitFor(() => expect(stored(test)).toEqual(kept), 30_000)
    await head.call.session.signIn({ login: 'head', password: PASSWORD })
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    expect((await head.call.papers.saveSettings({ version, settings })).settings.logo).toBe(settings.logo)
  })

  it.each([
    [
      'a text that says it is a picture',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a picture of another kind', () => blank(40, 40).webp().toBuffer()],
    ['half a picture', async () => (await blank(600, 600).jpeg().toBuffer()).subarray(0, 900)],
    ['a picture of too many points', () => blank(4001, 10).png().toBuffer()],
  ])('is not %s', async (_, make) => {
    expect(await send(head, await make())).toMatchObject({
      status: 422,
      code: 'attachments.not_allowed',
      params: { name: 'elt.png' },
    })
  })

  it('is not larger than two megabytes, and not nothing', async () => {
    const large = await send(head, new Uint8Array(2 * 1024 * 1024 + 1))
    expect(large).toMatchObject({ status: 413, code: 'attachments.too_large', params: { max: 2 } })
    expect(await send(head, new Uint8Array())).toMatchObject({ status: 422, code: 'attachments.empty' })
  })

  it('is sent only by whoever words the papers, and named only when it was sent', async () => {
    expect(await send(test.clerk, await blank(10, 10).png().toBuffer())).toMatchObject({ status: 403 })
    const { settings, version } = await head.call.papers.settings()
    const named = refusal(head.call.papers.saveSettings({ version, settings: { ...settings, logo: 'ab'.repeat(32) } }))
    expect((await named).data.fields).toEqual([{ path: 'settings.logo', code: 'unknown_value', params: {} }])
  })
})

describe('a content that is no picture of the papers', () => {
  const named = async (logo: string) => {
    const { settings, version } = await head.call.papers.settings()
    return refusal(head.call.papers.saveSettings({ version, settings: { ...settings, logo } }))
  }
  const sample = async (logo: string | null) => {
    const { settings } = await head.call.papers.settings()
    const encoded = Buffer.from(JSON.stringify({ ...settings, logo })).toString('base64url')
    const answer = await head.fetch(new Request(`${head.origin}/files/slips/sample.pdf?settings=${encoded}`))
    expect(answer.status).toBe(200)
    return (await answer.arrayBuffer()).byteLength
  }
  const noise = (side: number) => sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })

  it('is neither taken nor drawn: a picture that came with a letter, waiting or attached', async () => {
    const { sha256, token } = await stage(test, test.clerk, 'сурет.png', await noise(300).png().toBuffer())
    const plain = await sample(null)
    const isUntouched = async () => {
      expect((await named(sha256)).data.fields).toMatchObject([{ path: 'settings.logo', code: 'unknown_value' }])
      expect(Math.abs((await sample(sha256)) - plain)).toBeLessThan(10_000)
    }
    await isUntouched()
    const { id } = await register(test.clerk)
    await test.clerk.call.attachments.attach({ id, files: [{ token, role: 'letter' }] })
    await isUntouched()
    // The same picture, sent as one of the papers, is another content and is drawn.
    const own = await send(head, await noise(300).png().toBuffer())
    expect(await sample(own.sha256!)).toBeGreaterThan(plain + 100_000)
  })

  it('stays the papers’ own when somebody attaches the same picture later', async () => {
    const { sha256 } = await send(head, await blank(90, 90).png().toBuffer())
    const { settings, version } = await head.call.papers.settings()
    const saved = await head.call.papers.saveSettings({ version, settings: { ...settings, logo: sha256! } })
    const kept = readFileSync(join(test.dataDir, 'files', sha256!.slice(0, 2), sha256!))
    expect((await stage(test, test.clerk, 'таңба.png', kept)).sha256).toBe(sha256)
    expect((await head.call.papers.saveSettings(saved)).settings.logo).toBe(sha256)
  })

  it.each([
    ['too large', async () => Buffer.concat([await blank(9, 9).png().toBuffer(), Buffer.alloc(2 * 1024 * 1024)])],
    ['of too many points', () => blank(1201, 9).png().toBuffer()],
    ['of another kind', () => blank(9, 9).jpeg().toBuffer()],
  ])('is not named either when it is %s', async (_, make) => {
    const bytes = await make()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    mkdirSync(join(test.dataDir, 'files', sha256.slice(0, 2)), { recursive: true })
    writeFileSync(join(test.dataDir, 'files', sha256.slice(0, 2), sha256), bytes)
    expect((await named(sha256)).data.fields).toMatchObject([{ path: 'settings.logo', code: 'unknown_value' }])
  })

  it('never comes of a picture that was sent: what cannot be packed is made smaller', async () => {
    // Noise as JPEG is small enough to be sent and as PNG far too large.
    const { sha256 } = await send(head, await noise(1400).jpeg({ quality: 40 }).toBuffer())
    const kept = readFileSync(join(test.dataDir, 'files', sha256!.slice(0, 2), sha256!))
    expect(kept.byteLength).toBeLessThanOrEqual(2 * 1024 * 1024)
    const { settings, version } = await head.call.papers.settings()
    expect((await head.call.papers.saveSettings({ version, settings: { ...settings, logo: sha256! } })).version).toBe(version + 1)
  })
})

describe('what was printed', () => {
  it('stands in the history of the entry, or of the office', async () => {
    const { id, number } = await register(test.clerk)
    await test.clerk.call.papers.printed({ paper: 'card', entryId: id, title: number, copies: 2 })
    const events = await test.clerk.call.register.history({ id })
    expect(events.at(-1)).toMatchObject({
      action: 'paper.printed',
      actor: 'Қасенова А. Т.',
      details: { paper: 'card', title: number, copies: 2 },
    })
    await test.clerk.call.papers.printed({ paper: 'controlList', entryId: null, title: '11.12.2026', copies: 1 })
    const [last] = await rowsOf(
      test,
      'SELECT action, subject_kind AS kind, subject_id AS id FROM events ORDER BY events.id DESC LIMIT 1',
    )
    expect(last).toEqual({ action: 'paper.printed', kind: 'office', id: 1 })
  })

  it('is not noted of an entry that the caller does not see', async () => {
    const executor = await signInAs(test, person('executor', ['executor'], 'Бекенов'))
    const { id } = await register(test.clerk)
    const before = (await eventsOf(test)).length
    const answer = await refusal(executor.call.papers.printed({ paper: 'card', entryId: id, title: 'Ж', copies: 1 }))
    expect(answer.code).toBe('not_found')
    expect(await eventsOf(test)).toHaveLength(before)
  })
})
