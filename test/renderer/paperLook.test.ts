import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaperSettings } from '#shared/contract'
import PaperLookPart from '../../renderer/features/settings/PaperLookPart.vue'
import { base64url } from '../../renderer/features/settings/samplePath'
import { at, press, PrintingDesk, said, settle, type } from './support/printingDesk'
import { StandInBridge } from './support/standInBridge'

/** The story: the head words the slip of the office and sees it as it will be, before anybody gets one. */

const LOGO = 'ab'.repeat(32)
let desk: PrintingDesk
let stored: { settings: PaperSettings; version: number }
beforeEach(() => {
  stored = {
    settings: { heading: { kk: 'Білім басқармасы', ru: '' }, note: { kk: '', ru: '' }, logo: null, stampRussian: false },
    version: 3,
  }
  desk = new PrintingDesk(new StandInBridge())
  desk.answers = {
    'papers/settings': () => stored,
    'papers/saveSettings': ({ settings, version }) =>
      (stored = { settings: settings as PaperSettings, version: (version as number) + 1 }),
    '/files/papers/logo': () => ({ sha256: LOGO }),
  }
})
afterEach(() => desk.close())

/** The wording on the sample in the frame, or on the one that is being drawn beneath it. */
function sampled(): { settings: PaperSettings; format: string | null; languages: string | null } {
  const src = [...document.querySelectorAll('iframe')].at(-1)!.getAttribute('src')!
  const query = new URL(src, 'http://kiris.test').searchParams
  const settings = JSON.parse(Buffer.from(query.get('settings')!, 'base64url').toString('utf8')) as PaperSettings
  return { settings, format: query.get('format'), languages: query.get('languages') }
}
async function give(file: File): Promise<void> {
  const chooser = at('logo-file') as HTMLInputElement
  Object.defineProperty(chooser, 'files', { value: [file], configurable: true })
  chooser.dispatchEvent(new Event('change'))
  await settle()
}

describe('the look of the slip', () => {
  it('is shown beside as it is typed, once the hand rests', async () => {
    await desk.show([PaperLookPart])
    expect(sampled()).toEqual({ settings: stored.settings, format: 'a5', languages: 'both' })
    await type('heading-ru', 'Управление «№ 1»')
    const before = desk.files.length
    await type('note-kk', 'Жұма күні 13:00-ге дейін')
    expect(desk.files).toHaveLength(before)
    await settle(600)
    expect(desk.files).toHaveLength(before + 1)
    expect(sampled().settings).toMatchObject({ heading: { ru: 'Управление «№ 1»' }, note: { kk: 'Жұма күні 13:00-ге дейін' } })
  })

  it('is shown on every paper and in every language', async () => {
    await desk.show([PaperLookPart])
    const choices = [...document.querySelectorAll<HTMLElement>('[role="radio"]')]
    expect(choices).toHaveLength(4 + 3)
    choices[3]!.click()
    choices[6]!.click()
    await settle()
    expect(sampled()).toMatchObject({ format: 'large', languages: 'ru' })
  })

  it('is kept while another part is open, and said to be unsaved on the way back', async () => {
    await desk.show([PaperLookPart])
    await type('heading-kk', 'Менің басқармам')
    desk.leave()
    await desk.show([PaperLookPart])
    expect((at('heading-kk') as HTMLTextAreaElement).value).toBe('Менің басқармам')
    expect(said()).toContain('Сақталмаған')
    await press('Enter', { ctrlKey: true })
    expect(stored).toMatchObject({ version: 4, settings: { heading: { kk: 'Менің басқармам' } } })
  })

  it('is saved with its version, and what another changed meanwhile is not lost', async () => {
    await desk.show([PaperLookPart])
    await type('heading-kk', 'Менің басқармам')
    desk.answers['papers/saveSettings'] = () => {
      throw new Error('stale')
    }
    const fetch = desk.fetch
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(typeof input === 'string' ? new URL(input, 'http://kiris.test') : input, init)
      if (!request.url.endsWith('saveSettings'))
        return fetch(request.url.includes('/files/') ? new URL(request.url).pathname : request)
      const data = { params: { who: 'Тілеубергенов Қ. М.', when: '2026-12-11T06:20:00Z' }, fields: [] }
      const body = { defined: false, code: 'conflict.stale', status: 409, message: '', data }
      return new Response(JSON.stringify({ json: body }), { status: 409, headers: { 'content-type': 'application/json' } })
    })
    stored = { settings: { ...stored.settings, heading: { kk: 'Басқа', ru: '' }, stampRussian: true }, version: 4 }
    await press('Enter', { ctrlKey: true })
    expect(said()).toContain('Тілеубергенов Қ. М.')
    expect((at('heading-kk') as HTMLTextAreaElement).value).toBe('Менің басқармам')
    expect(said()).toContain('Басқа')
    expect(document.querySelector<HTMLInputElement>('input[type="checkbox"]')!.checked).toBe(true)
    vi.stubGlobal('fetch', fetch)
    desk.answers['papers/saveSettings'] = ({ settings, version }) => ({ settings, version: (version as number) + 1 })
    await press('Enter', { ctrlKey: true })
    expect(desk.inputs('papers/saveSettings')).toMatchObject([
      { version: 4, settings: { heading: { kk: 'Менің басқармам' }, stampRussian: true } },
    ])
  })

  it('takes a picture at once and shows it, refuses what is no picture, and lets it be removed', async () => {
    await desk.show([PaperLookPart])
    await give(new File(['x'], 'a.pdf', { type: 'application/pdf' }))
    expect(said()).toContain('PNG немесе JPEG суретін таңдаңыз')
    await give(new File(['x'], 'логотип.png', { type: 'image/png' }))
    await settle(600)
    expect(sampled().settings.logo).toBe(LOGO)
    expect(at('logo-state').textContent).toBe('сурет қойылған')
    expect(stored.settings.logo).toBeNull()
    const remove = [...document.querySelectorAll('button')].find((one) => one.textContent!.includes('Алып тастау'))!
    remove.click()
    await settle(600)
    expect(sampled().settings.logo).toBeNull()
  })
})

it('a wording crosses in an address whatever its letters', () => {
  for (const text of ['{"a":"Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі №"}', '??>>~~', '😀']) {
    expect(base64url(text)).toMatch(/^[\w-]*$/)
    expect(Buffer.from(base64url(text), 'base64url').toString('utf8')).toBe(text)
  }
})
