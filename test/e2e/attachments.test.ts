import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib'
import { translatorFor } from '#shared/i18n'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ReadPdf } from '../documents/readPdf'
import { PASSWORD } from '../support/office'
import { RunningServer } from './server'
import { fillIn, newLetter, numberNow, openWithPeople, signIn, soon, takenNumber, toField, valueOf, visitor } from './steps'
import { openBrowser, Window } from './window'

const MEGABYTE = 1024 * 1024

/** A letter of three pages, its font not embedded; `ballast`: so many bytes behind it that nobody needs to see a page. */
async function letterPdf(ballast = 0): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const page of [1, 2, 3]) pdf.addPage([595, 842]).drawText(`Letter, page ${page}`, { x: 72, y: 700, size: 24, font })
  for (let left = ballast; left > 0; left -= MEGABYTE) {
    const dict = pdf.context.obj({ Type: 'Ballast' })
    dict.set(PDFName.of('Left'), pdf.context.obj(left))
    pdf.context.register(PDFRawStream.of(dict, randomBytes(MEGABYTE)))
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

const given = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

describe.each(['kk', 'ru'] as const)('files of a letter, %s', (locale) => {
  const t = translatorFor(locale)
  const server = new RunningServer()
  let browser: Browser
  let window: Window
  let pdf: Buffer

  const files = () => window.page.locator('[data-test="file"]')
  const stored = () => window.page.locator('[data-test="stored"]')
  const choose = (...list: ReturnType<typeof given>[]) => window.page.locator('input[type="file"]').setInputFiles(list)
  const preview = () => window.page.locator('[data-test="preview"]')

  beforeAll(async () => {
    pdf = await letterPdf()
    await server.start()
    await openWithPeople(server.address)
    browser = await openBrowser()
    window = await Window.open(browser, server.address, { locale })
  })
  afterEach((context) => window.keepFailure(context))
  afterAll(async () => {
    await browser?.close()
    await server.end()
  })

  it('come in beside the form and are shown, a program is refused with a reason, and nothing typed is lost', async () => {
    await signIn(window, 'Қасенова')
    await newLetter(window)
    await fillIn(window, { name: 'Сейтқали Айгүл', postalAddress: 'Көкшетау қ.', subject: 'Кезек', summary: 'Кезек туралы' })
    await choose(given('хат.pdf', pdf), given('бағдарлама.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4096)])))
    await soon(() => files().nth(0).getAttribute('data-state')).toBe('taken')
    await soon(() => files().nth(1).getAttribute('data-state')).toBe('failed')
    expect(await files().nth(1).getByRole('alert').innerText()).toContain(
      t('errors.attachments.executable', { name: 'бағдарлама.pdf' }),
    )
    await soon(() => preview().innerText()).toContain('Letter, page 1')
    expect(await window.page.locator('[data-test="pages"]').innerText()).toBe('/ 3')
    expect(await valueOf(window, 'summary')).toBe('Кезек туралы')
    await window.expectAccessible()
  })

  it('are turned over by keys while one types, zoomed, and their text can be selected', async () => {
    await toField(window, 'summary')
    await window.press('Alt+PageDown')
    await soon(() => preview().innerText()).toContain('Letter, page 2')
    const widthOf = () =>
      preview()
        .locator('canvas')
        .first()
        .evaluate((canvas) => canvas.clientWidth)
    const before = await widthOf()
    await window.press('Alt+Equal')
    await soon(widthOf).toBeGreaterThan(before)
    await window.press('Alt+Digit0')
    await soon(widthOf).toBe(before)
    const text = preview().locator('.text span', { hasText: 'Letter, page 2' }).first()
    // The text is laid over the page anew after each zoom.
    const selected = async () => {
      await text.selectText()
      return window.page.evaluate(() => getSelection()?.toString())
    }
    await soon(selected).toBe('Letter, page 2')
  })

  it('are drawn, even where the document brings no fonts', async () => {
    await soon(() => preview().locator('canvas[data-drawn]').count()).toBeGreaterThan(0)
    const dark = await preview()
      .locator('canvas[data-drawn]')
      .first()
      .evaluate((element) => {
        const canvas = element as HTMLCanvasElement
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        return data.filter((value, at) => at % 4 === 0 && value < 100).length
      })
    expect(dark).toBeGreaterThan(200)
  })

  it('are there again when the window was closed', async () => {
    await soon(() => window.page.locator('header .quiet').innerText()).toMatch(/\d\d:\d\d/)
    await window.page.reload()
    await soon(() => files().count()).toBe(1)
    expect(await files().first().innerText()).toContain('хат.pdf')
    await soon(() => preview().innerText()).toContain('Letter, page 1')
  })

  it('suggest the number of sheets and go with the letter', async () => {
    await window.page.locator('[data-test="sheets-offer"]').click()
    expect(await valueOf(window, 'sheets')).toBe('3')
    await toField(window, 'contested')
    await window.press('Digit1', 'Control+Enter')
    expect(await takenNumber(window)).toBe(numberNow(1))
    await window.expectAccessible()
  })

  it('stand on the card, where a stamp is put on a copy by keyboard', async () => {
    await window.page.goto(`${server.address}/letters/1`)
    await window.page.locator('.parts').waitFor()
    await window.press('Digit6')
    await soon(() => stored().count()).toBe(1)
    await soon(() => preview().innerText()).toContain('Letter, page 1')
    await window.expectAccessible()
    await window.press('KeyM')
    const stamp = window.page.locator('[data-test="stamp-here"]')
    await soon(() => stamp.evaluate((element) => element === document.activeElement)).toBe(true)
    const corner = await stamp.getAttribute('aria-label')
    await window.press('Shift+ArrowUp', 'ArrowLeft', 'KeyR')
    expect(await stamp.getAttribute('aria-label')).not.toBe(corner)
    expect(await stamp.getAttribute('aria-label')).toContain('90')
    await window.expectAccessible()
    await window.press('Control+Enter')
    await soon(() => stored().count()).toBe(2)
    expect(await stored().nth(1).innerText()).toContain(t('attachments.screen.stampedCopy'))
    // Each run of the stamp is a piece of its own in the page's text.
    await soon(async () => (await preview().innerText()).replace(/\s/g, '')).toContain(numberNow(1))
    const { request } = window.page.context()
    const [original, copy] = await Promise.all(
      [1, 2].map(async (id) => (await request.get(`${server.address}/files/attachments/${id}`)).body()),
    )
    expect(original).toEqual(pdf)
    expect(new ReadPdf(copy!).text).toContain('Letter, page 1')
  })

  it('are withdrawn with a reason and stay in sight, struck through', async () => {
    await window.press('KeyW', 'Control+Enter')
    await soon(() => window.page.getByRole('alertdialog').innerText()).toContain(t('errors.field.required'))
    await window.type('қате')
    await window.press('Control+Enter')
    await soon(() => window.page.locator('[data-test="stored"].gone').count()).toBe(1)
    expect(await window.page.locator('[data-test="stored"].gone').innerText()).toContain('қате')
    await window.expectAccessible()
  })

  it('are added later on the card, several at once', async () => {
    await choose(given('екінші.pdf', await letterPdf(MEGABYTE)), given('үшінші.pdf', await letterPdf(MEGABYTE)))
    await soon(() => window.page.locator('[data-test="file"][data-state="taken"]').count()).toBe(2)
    await window.press('Control+Enter')
    await soon(() => stored().count()).toBe(4)
    expect(await files().count()).toBe(0)
  })

  it('are announced the moment the scanner puts them into its folder, and taken by one key', async () => {
    const folder = join(server.dataDir, 'scans')
    mkdirSync(folder)
    const admin = visitor(server.address)
    await admin.call.session.signIn({ login: 'admin', password: PASSWORD })
    const { version, details, rules } = await admin.call.office.state()
    await admin.call.office.change({ version, details, rules: { ...rules, scanFolder: folder } })
    await window.press('Escape')
    await window.page.locator('.ledger[role="grid"]').waitFor()
    await newLetter(window)
    await soon(() => window.page.locator('.incoming').innerText()).not.toContain(t('attachments.screen.noFolder'))
    writeFileSync(join(folder, 'scan0001.pdf'), pdf)
    await expect
      .poll(() => window.seen(), { timeout: 20_000 })
      .toContain(t('attachments.screen.freshScan', { name: 'scan0001.pdf' }))
    await window.press('F9')
    await soon(() => files().first().getAttribute('data-state')).toBe('taken')
    expect(await files().first().innerText()).toContain('scan0001.pdf')
  })

  it('open without being loaded whole', async () => {
    let bytes = 0
    window.page.on('response', (response) => {
      if (response.request().method() === 'GET' && response.url().includes('/files/staged/'))
        bytes += Number(response.headers()['content-length'] ?? 0)
    })
    const large = await letterPdf(40 * MEGABYTE)
    const file = join(server.dataDir, 'үлкен.pdf')
    writeFileSync(file, large)
    await window.page.locator('input[type="file"]').setInputFiles(file)
    await expect.poll(() => window.page.locator('[data-test="file"][data-state="taken"]').count(), { timeout: 60_000 }).toBe(2)
    await files().nth(1).getByRole('button').first().click()
    await soon(() => preview().innerText()).toContain('Letter, page 1')
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(4 * MEGABYTE)
  })

  it('never made the browser complain', () => window.expectQuiet(/422 \(Unprocessable/))
})
