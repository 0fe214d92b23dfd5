import { addDays } from '#shared/domain'
import { beforeAll, describe, it } from 'vitest'
import { ReadPdf } from '../documents/readPdf'
import { facts, register, type TestBrowser } from '../support/office'
import { beside } from './desk'
import { RunningOffice } from './runningOffice'
import { signIn, soon } from './steps'
import type { Window } from './window'

const SAID = {
  kk: {
    genuine: 'Талон түпнұсқа',
    same: 'дәл осы талон',
    ready: 'дайын, бет саны:',
    closed: 'Жабылды:',
    matches: 'Тізілім параққа сәйкес',
  },
  ru: {
    genuine: 'Талон подлинный',
    same: 'этот же талон',
    ready: 'готова, страниц:',
    closed: 'Закрыт:',
    matches: 'Реестр соответствует листу',
  },
} as const

/** The paper of a day, by keyboard: a slip is checked, a journal becomes a book, the day is closed and its sheet checked, an envelope is printed. */
describe.each([
  { locale: 'kk', width: 1440, height: 900 },
  { locale: 'ru', width: 1024, height: 640 },
] as const)('papers, $locale, $width × $height:', ({ locale, width, height }) => {
  const said = SAID[locale]
  const running = new RunningOffice({ closes: 'end' })
  let clerk: TestBrowser
  let window: Window
  let entry: { id: number; number: string }
  let slip: string

  /** The code of a paper, as a scanner reads it. */
  async function codeOf(path: string): Promise<string> {
    const pdf = new ReadPdf(new Uint8Array(await (await clerk.get(path)).arrayBuffer()))
    // A slip bears more than one code; that of the proof is the longest.
    return pdf.codes.sort((a, b) => b.length - a.length)[0]!
  }
  /** A scanner: digits by their keys, quickly, and Enter. */
  async function scan(code: string): Promise<void> {
    for (const digit of code) await window.press(`Digit${digit}`)
    await window.press('Enter')
  }

  beforeAll(async () => {
    clerk = await beside(running.address, 'clerk0')
    const { now } = await clerk.call.session.start()
    entry = await register(clerk, facts({ receivedOn: addDays(now.slice(0, 10), -1), receivedAt: '10:00' }))
    const { id } = await clerk.call.slips.issue({ appealId: entry.id, languages: 'both' })
    slip = await codeOf(`/files/slips/${id}.pdf`)
    window = await running.open({ locale, width, height })
  })

  it('a scanned slip is genuine, and its code finds the entry from any search', async () => {
    await signIn(window, 'Қасенова')
    await window.press('Alt+KeyV')
    await window.page.locator('[data-test="code"]:focus').waitFor()
    await scan(slip)
    await soon(() => window.seen()).toContain(said.genuine)
    await soon(() => window.seen()).toContain(said.same)
    await window.expectAccessible()
    await window.press('Alt+KeyJ')
    await window.page.locator('.ledger[role="grid"]').waitFor()
    await window.press('F3')
    await window.type(slip)
    await soon(() => window.page.locator('input[type="search"]').inputValue()).toBe(entry.number)
    await window.press('Escape')
  })

  it('the journal becomes a book, ready to be printed', async () => {
    await window.press('Control+KeyB')
    await window.page.getByRole('dialog').waitFor()
    await window.press('Control+Enter')
    await soon(() => window.seen()).toContain(said.ready)
    await window.expectAccessible()
    await window.page.locator('[data-test="print"]').click()
    await soon(() => window.printed.at(-1)).toMatch(/^\/files\/books\/[0-9a-f-]{36}\.pdf$/)
    await window.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('the day is closed, its sheet opens, and the check finds the register as the sheet says', async () => {
    await window.press('Alt+KeyD')
    await window.page.locator('[data-test="close"]').waitFor()
    await window.expectAccessible()
    await window.press('Control+Enter')
    await window.page.getByRole('dialog').waitFor()
    await window.press('Escape')
    await window.page.getByRole('dialog').waitFor({ state: 'detached' })
    await soon(() => window.seen()).toContain(said.closed)
    const { closings } = await clerk.call.closings.year({ year: new Date().getFullYear() })
    const sheet = await codeOf(`/files/closings/${closings[0]!.id}.pdf`)
    await window.press('Alt+KeyV')
    await window.page.locator('[data-test="code"]:focus').waitFor()
    await scan(sheet)
    await soon(() => window.seen()).toContain(said.matches)
  })

  it('an envelope to the applicant is printed and stands in the history', async () => {
    await window.press('Alt+KeyJ')
    await window.page.locator('.ledger[role="grid"]:focus, .ledger[role="grid"] tr[aria-selected="true"]').first().waitFor()
    // A narrow window has no card beside the book: it is opened.
    if (width < 1160) await window.press('Enter')
    else await window.page.locator('aside.card .log').waitFor()
    await window.page.locator('[data-test="papers"]').waitFor()
    await window.press('F7')
    await window.page.getByRole('menu').waitFor()
    await window.expectAccessible()
    await window.page.getByRole('menuitem').nth(3).click()
    await window.page.getByRole('dialog').waitFor()
    await window.press('Digit2')
    await window.press('Control+KeyP')
    await soon(() => window.printed.at(-1)).toBe(`/files/papers/envelope/dl/entry-${entry.id}.pdf`)
    await soon(async () => (await clerk.call.register.history({ id: entry.id })).map(({ action }) => action)).toContain(
      'paper.printed',
    )
    await window.expectAccessible()
    await window.press('Escape')
    window.expectQuiet()
  })
})
