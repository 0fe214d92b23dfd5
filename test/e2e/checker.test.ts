import { bytesOfDigits, digitsOf, readSlipCode, slipCode, slipRecordBytes } from '#shared/domain'
import { createPrivateKey, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import encodeQR from 'qr'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHECKER_SCRIPT, checkerScript } from '../../resources/checker/bundle.mjs'
import { openBrowser } from '../support/chromium'
import { officeWithClerk, register, signedIn, type ClerksOffice } from '../support/office'
import { rowsOf } from '../support/raw'

let [browser, folder, codes, foreign, late]: [Browser, string, string[], string, string] = [undefined as never, '', [], '', '']
let [context, page]: [BrowserContext, Page] = [undefined as never, undefined as never]
const asked: string[] = []
const complaints: string[] = []

/** Hands out a slip and gives its code. */
async function slip(test: ClerksOffice): Promise<string> {
  const { id } = await register(test.clerk)
  await test.clerk.call.slips.issue({ appealId: id, languages: 'both' })
  const [row] = await rowsOf<{ code: string }>(test, "SELECT facts ->> '$.proof.code' AS code FROM slips WHERE appeal_id = ?", [
    id,
  ])
  return row!.code
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiris-checker-'))
  writeFileSync(join(folder, CHECKER_SCRIPT), await checkerScript())
  const test = await officeWithClerk({ workersDir: folder })
  const admin = await signedIn(test, 'admin')
  const old = await slip(test)
  // Somebody took the key before it was replaced, and writes slips with it on the day after.
  const stolen = createPrivateKey(readFileSync(join(test.dataDir, 'keys', '1.key'), 'utf8'))
  const signed = slipRecordBytes({ ...readSlipCode(old)!.record, registeredOn: '2026-12-12' })
  late = slipCode(signed, sign(null, signed, stolen))
  await admin.call.proof.replaceKey()
  codes = [await slip(test), old]
  const response = await test.clerk.get('/files/proof/checker.html')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''kiris-2026-12-11\.html$/)
  writeFileSync(join(folder, 'checker.html'), await response.text())
  await test.close()
  const elsewhere = await officeWithClerk()
  foreign = await slip(elsewhere)
  await elsewhere.close()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  context = await browser.newContext({ offline: true, viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  asked.length = complaints.length = 0
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(join(folder, 'checker.html')).href)
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

async function verdictOf(code: string): Promise<string> {
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: 'Тексеру' }).click()
  return page.locator('.verdict h2').innerText()
}

describe('the checker, opened as a file with the network off', () => {
  it('is in Kazakh first, names its office, and asks the network for nothing', async () => {
    await expect.poll(() => page.title()).toBe('Талонды тексеру')
    expect(await page.locator('#office').innerText()).toContain('Ақмола')
    await verdictOf(codes[0]!)
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('calls a slip genuine and shows large what it must say', async () => {
    expect(await verdictOf(codes[0]!)).toBe('Талон түпнұсқа')
    const text = await page.locator('#result').innerText()
    for (const fact of ['Ж-0002/26', '11.12.2026 11:08', '21.12.2026', 'Қасенова А. Т.', 'түпнұсқа', '№ 2'])
      expect(text).toContain(fact)
    await page.getByRole('button', { name: 'Русский' }).click()
    expect(await page.locator('.verdict h2').innerText()).toBe('Талон подлинный')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('.verdict h2').innerText()).toBe('The slip is genuine')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  it('knows the key that was replaced, from when and until when', async () => {
    expect(await verdictOf(codes[1]!)).toBe('Талон түпнұсқа')
    expect(await page.locator('dl').innerText()).toContain('№ 1, 11.12.2026 – 11.12.2026')
  })

  it('calls a slip forged that was signed with a replaced key for a later day', async () => {
    expect(await verdictOf(late)).toBe('Талон жалған')
    expect(await page.locator('dl').count()).toBe(0)
  })

  it('refuses a slip of another office', async () => {
    expect(await verdictOf(foreign)).toBe('Бұл кеңсенің кілті емес')
    expect(await page.locator('dl').count()).toBe(0)
  })

  it('calls a forged date forged, and shows nothing of what it claims', async () => {
    const bytes = bytesOfDigits(codes[0]!)!
    // In the digest, before the signature: the most a forger would want to change unseen.
    bytes[bytes.length - 70]! ^= 1
    expect(await verdictOf(digitsOf(bytes))).toBe('Талон жалған')
    expect(await page.locator('dl').count()).toBe(0)
  })

  it('fails with any one digit changed, wherever it stands', async () => {
    const code = codes[0]!
    const changed = [...code].map((digit, at) => code.slice(0, at) + String((+digit + 1 + (at % 9)) % 10) + code.slice(at + 1))
    const verdicts = await page.evaluate((all) => {
      const field = document.querySelector('textarea')!
      return all.map((one) => {
        field.value = one
        document.querySelector('form')!.requestSubmit()
        return document.querySelector('.verdict')!.className
      })
    }, changed)
    expect(verdicts).toHaveLength(code.length)
    expect(verdicts.filter((verdict) => !/forged|unknownKey|unreadable/.test(verdict))).toEqual([])
    expect(verdicts.filter((verdict) => verdict.includes('forged')).length).toBeGreaterThan(code.length / 2)
  })

  it('takes digits as a scanner types them: in any layout, with Enter at the end', async () => {
    await page.locator('#code').pressSequentially(`№ ${codes[0]!}`)
    await page.keyboard.press('Enter')
    expect(await page.locator('.verdict h2').innerText()).toBe('Талон түпнұсқа')
    await page.getByRole('button', { name: 'Тазарту' }).click()
    expect([await page.locator('#code').inputValue(), await page.locator('.verdict').count()]).toEqual(['', 0])
  })

  it.each([
    ['small', 3, 0],
    ['large', 24, 0],
    ['on a grey sheet, far away', 4, 900],
  ])('reads a picture of the code: %s', async (_, scale, margin) => {
    await page
      .locator('#picture')
      .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: picture(codes[0]!, scale, margin) })
    await page.locator('.verdict').waitFor()
    expect(await page.locator('.verdict h2').innerText()).toBe('Талон түпнұсқа')
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
  })

  it('finds the code of the slip beside that of the part the office keeps', async () => {
    const sheet = both(picture('Ж-0002/26', 6, 20), picture(codes[0]!, 4, 20))
    await page.locator('#picture').setInputFiles({ name: 'sheet.png', mimeType: 'image/png', buffer: sheet })
    await page.locator('.verdict').waitFor()
    expect(await page.locator('.verdict').innerText()).toContain('Талон түпнұсқа')
  })

  it('says which code to show when it finds only that of the part the office keeps', async () => {
    const buffer = picture('Ж-0002/26', 6, 20)
    await page.locator('#picture').setInputFiles({ name: 'half.png', mimeType: 'image/png', buffer })
    await page.locator('.verdict').waitFor()
    const said = await page.locator('#result').innerText()
    expect(said).toContain('Өтініш берушіге берілетін бөліктегі үлкен QR')
    expect([said.includes('сенбеңіз'), await page.locator('#code').inputValue()]).toEqual([false, ''])
  })

  it('says what to do when a picture has no code, or is none', async () => {
    const blank = PNG.sync.write(new PNG({ width: 300, height: 300 }))
    for (const buffer of [blank, Buffer.from('жоқ')]) {
      await page.locator('#picture').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer })
      await page.locator('.noCode').waitFor()
      expect(await page.locator('.noCode').innerText()).toContain('цифрларын енгізіңіз')
      await page.getByRole('button', { name: 'Тазарту' }).click()
    }
  })

  it('is readable at the width of a small phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await verdictOf(codes[0]!)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

it('its own policy forbids whatever might be smuggled into it: calls, pictures from elsewhere, further scripts, forms', async () => {
  const refused = await page.evaluate(async () => {
    const found: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => found.push(effectiveDirective))
    await fetch('data:,x').catch(() => undefined)
    document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }))
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "smuggled"' }))
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:text/html,x' }))
    for (let tries = 0; tries < 100 && found.length < 4; tries++) await new Promise((resolve) => setTimeout(resolve, 50))
    return found
  })
  expect(refused.sort()).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem'])
  expect(await page.title()).toBe('Талонды тексеру')
  complaints.length = 0
})

/** A code as a grey picture; `margin`: pixels of grey paper around it. */
function picture(code: string, scale: number, margin: number): Buffer {
  const rows = encodeQR(code, 'raw', { ecc: 'medium', border: 4 })
  const side = rows.length * scale + 2 * margin
  const png = new PNG({ width: side, height: side })
  png.data.fill(margin === 0 ? 255 : 205)
  for (let y = 0; y < rows.length * scale; y += 1) {
    for (let x = 0; x < rows.length * scale; x += 1) {
      const dark = rows[Math.floor(y / scale)]![Math.floor(x / scale)]!
      png.data.fill(dark ? 60 : 205, ((y + margin) * side + x + margin) * 4, ((y + margin) * side + x + margin) * 4 + 3)
    }
  }
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255
  return PNG.sync.write(png)
}

/** Two pictures on one sheet, one above the other. */
function both(...pictures: Buffer[]): Buffer {
  const parts = pictures.map((one) => PNG.sync.read(one))
  const [width, height] = [Math.max(...parts.map((one) => one.width)), parts.reduce((sum, one) => sum + one.height, 0)]
  const sheet = new PNG({ width, height })
  sheet.data.fill(255)
  let top = 0
  for (const part of parts) {
    PNG.bitblt(part, sheet, 0, 0, part.width, part.height, 0, top)
    top += part.height
  }
  return PNG.sync.write(sheet)
}
