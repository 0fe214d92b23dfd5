import { addDays } from '#shared/domain'
import { localMoment, translatorFor } from '#shared/i18n'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pdf, picture } from '../support/attachments'
import { PASSWORD, register } from '../support/office'
import { RunningServer } from './server'
import { openWithPeople, signIn, soon, visitor } from './steps'
import { openBrowser, Window } from './window'

const t = translatorFor('ru')
const server = new RunningServer()
const dir = mkdtempSync(join(tmpdir(), 'kiris-stamp-'))
let browser: Browser
let window: Window

/** A part of a page, of its width and height. */
interface Part {
  left: number
  top: number
  right: number
  bottom: number
}

/** A white sheet with a red mark in its upper left corner, as it is seen. */
const sheet = (width: number, height: number) =>
  picture(width, height, '#ffffff').composite([
    {
      input: { create: { width: Math.round(width / 5), height: Math.round(height / 10), channels: 3, background: '#d01818' } },
      left: 0,
      top: 0,
    },
  ])

/** A5 upright at 300 dpi, lying as a camera stores it. */
const lying = async () =>
  sharp(await sheet(1748, 2480).png().toBuffer())
    .rotate(270)
    .withMetadata({ density: 300, orientation: 6 })
    .jpeg()
    .toBuffer()
/** A5 across at 200 dpi, said in pixels per centimetre. */
const perCentimetre = async () =>
  sharp(await sheet(1654, 1169).png().toBuffer())
    .tiff({ compression: 'lzw', resolutionUnit: 'cm', xres: 200 / 25.4, yres: 200 / 25.4 })
    .toBuffer()

/** Where a colour is in a picture of a page. */
async function partOf(page: Buffer | string, isMeant: (red: number, green: number, blue: number) => boolean): Promise<Part> {
  const { data, info } = await sharp(page).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const part = { left: 1, top: 1, right: 0, bottom: 0 }
  for (let at = 0; at < data.length; at += 3) {
    if (!isMeant(data[at]!, data[at + 1]!, data[at + 2]!)) continue
    const [x, y] = [((at / 3) % info.width) / info.width, Math.floor(at / 3 / info.width) / info.height]
    part.left = Math.min(part.left, x)
    part.right = Math.max(part.right, x)
    part.top = Math.min(part.top, y)
    part.bottom = Math.max(part.bottom, y)
  }
  return part
}
const isBlue = (red: number, green: number, blue: number): boolean => blue - red > 40 && green < 200
const isRed = (red: number, green: number, blue: number): boolean => red > 150 && green < 90 && blue < 90

function expectSame(one: Part, other: Part): void {
  for (const side of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs(one[side] - other[side]), `${side}: ${one[side]} and ${other[side]}`).toBeLessThan(0.012)
}

const stamp = () => window.page.locator('[data-test="stamp-here"]')
const files = () => window.page.locator('[data-test="file"]')
const stored = () => window.page.locator('[data-test="stored"]')
const place = () => stamp().getAttribute('aria-label')
const given = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const choose = (...list: ReturnType<typeof given>[]) => window.page.locator('input[type="file"]').setInputFiles(list)

async function centre(selector: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await window.page.locator(selector).boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

/** Moves the stamp, or turns it by its handle, with the mouse held down all the way. */
async function drag(selector: string, right: number, down: number, { letGo = true } = {}): Promise<void> {
  const { mouse } = window.page
  const { x, y } = await centre(selector)
  const before = await place()
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + right, y + down, { steps: 5 })
  await soon(place).not.toBe(before)
  if (letGo) await mouse.up()
}

/** Opens the card of an entry at its files. */
async function openFiles(id: number): Promise<void> {
  await window.page.goto(`${server.address}/letters/${id}?tab=files`)
  await window.page.locator('input[type="file"]').waitFor({ state: 'attached' })
}

beforeAll(async () => {
  await server.start()
  await openWithPeople(server.address)
  const clerk = visitor(server.address)
  await clerk.call.session.signIn({ login: 'clerk0', password: PASSWORD })
  const today = localMoment(new Date().toISOString(), 'Asia/Almaty').date
  for (let count = 0; count < 3; count++) await register(clerk, { receivedOn: addDays(today, -1) })
  browser = await openBrowser()
  window = await Window.open(browser, server.address, { locale: 'ru' })
})
afterEach((context) => window.keepFailure(context))
afterAll(async () => {
  await browser?.close()
  await server.end()
  rmSync(dir, { recursive: true, force: true })
})

describe('the stamp on a picture', () => {
  it('is put by a clerk', () => signIn(window, 'Қасенова'))

  it.each([
    [1, 'жатқан.jpg', lying],
    [3, 'сантиметр.tiff', perCentimetre],
  ] as const)('of entry %i lies on the copy of %s where it was put by the mouse', async (id, name, made) => {
    await openFiles(id)
    await choose(given(name, await made()))
    await soon(() => files().first().getAttribute('data-state')).toBe('taken')
    await window.press('Control+Enter')
    await soon(() => stored().count()).toBe(1)
    await stored().getByRole('button', { name }).click()
    await window.press('KeyM')
    await stamp().waitFor()
    await soon(() =>
      window.page.locator('img.picture').evaluate((img) => (img as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0)
    await drag('[data-test="stamp-here"]', -60, -90)
    await window.press('KeyR')
    await soon(place).toContain('90')
    const seen = await window.page.evaluate(() => {
      const [page, drawn] = ['.sheet', '[data-test="stamp-here"]'].map((one) =>
        document.querySelector(one)!.getBoundingClientRect(),
      )
      const { left, top, width, height } = page!
      const { left: l, top: u, right, bottom } = drawn!
      return { left: (l - left) / width, top: (u - top) / height, right: (right - left) / width, bottom: (bottom - top) / height }
    })
    const shown = await partOf(await (await window.page.context().request.get(await source())).body(), isRed)
    await window.press('Control+Enter')
    await soon(() => stored().count()).toBe(2)
    const copyId = await stored()
      .locator('[aria-pressed="true"]')
      .evaluate((button) => button.closest('[data-id]')!.getAttribute('data-id'))
    const copy = await (await window.page.context().request.get(`${server.address}/files/attachments/${copyId}`)).body()
    writeFileSync(join(dir, 'copy.pdf'), copy)
    execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', join(dir, 'copy.pdf'), join(dir, 'copy')])
    expectSame(await partOf(join(dir, 'copy.png'), isBlue), seen)
    expectSame(await partOf(join(dir, 'copy.png'), isRed), shown)
  })

  const source = async (): Promise<string> =>
    `${server.address}${await window.page.locator('img.picture').evaluate((img) => new URL((img as HTMLImageElement).src).pathname)}`

  it('is turned by its handle, goes back by Escape while it is held, and stays on the page', async () => {
    await openFiles(1)
    await stored().getByRole('button', { name: 'жатқан.jpg', exact: true }).first().click()
    await window.press('KeyM')
    await stamp().waitFor()
    await drag('.handle', 120, 60)
    expect(await place()).not.toContain(t('attachments.screen.stamp.at', { page: 1, x: 0, y: 0, turn: 0 }).split(',').at(-1))
    const turned = await place()
    await drag('[data-test="stamp-here"]', -80, -80, { letGo: false })
    await window.press('Escape')
    await soon(place).toBe(turned)
    await window.page.mouse.up()
    expect(await place()).toBe(turned)
    await drag('[data-test="stamp-here"]', -2_000, -2_000)
    const [page, drawn] = await Promise.all([window.page.locator('.sheet').boundingBox(), stamp().boundingBox()])
    expect(drawn!.x).toBeGreaterThanOrEqual(page!.x - 1)
    expect(drawn!.y).toBeGreaterThanOrEqual(page!.y - 1)
    await window.expectAccessible()
    await window.press('Escape')
    await soon(() => stamp().count()).toBe(0)
  })
})

describe('files that are not attached yet', () => {
  it('stay with their entry when one goes to another card and when the window is loaded anew, as what they were said to be', async () => {
    await openFiles(2)
    await choose(given('бір.pdf', pdf('бір')), given('екі.pdf', pdf('екі')), given('екі тағы.pdf', pdf('екі')))
    await soon(() => window.page.locator('[data-test="file"][data-state="taken"]').count()).toBe(3)
    expect(await files().nth(2).innerText()).toContain(t('attachments.screen.same', { name: 'екі.pdf' }))
    await files().nth(1).getByRole('combobox').click()
    const kept = window.page.waitForResponse((response) => response.url().includes('/attachments/setRole'))
    await window.page.getByRole('option', { name: t('attachments.screen.roles.protocol') }).click()
    await kept
    await window.expectAccessible()
    await openFiles(3)
    await soon(() => files().count()).toBe(0)
    await openFiles(2)
    await soon(() => files().count()).toBe(3)
    expect(await files().nth(1).innerText()).toContain('екі.pdf')
    expect(await files().nth(1).innerText()).toContain(t('attachments.screen.roles.protocol'))
    await window.press('KeyK')
    await soon(() => new URL(window.page.url()).pathname).not.toBe('/letters/2')
    await soon(() => files().count()).toBe(0)
    await window.press('KeyJ')
    await soon(() => files().count()).toBe(3)
    await soon(() => window.page.getByRole('tab', { selected: true }).innerText()).toContain('0 + 3')
    await files().nth(0).getByRole('button').first().click()
    await soon(() => window.page.getByRole('complementary').getByRole('region').getAttribute('aria-label')).toContain('бір.pdf')
    await window.press('Control+Enter')
    await soon(() => stored().count()).toBe(3)
    expect(await files().count()).toBe(0)
  })
})

it('never made the browser complain', () => window.expectQuiet())
