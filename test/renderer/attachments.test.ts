import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LARGEST_FILE, type StagedFile } from '#shared/contract'
import { LARGEST, LetterFiles, type LetterFile } from '../../renderer/features/attachments/letterFiles'
import { sheetsOffer } from '../../renderer/features/attachments/sheetsOffer'

interface Answer {
  status: number
  body: unknown
}

/** A host that takes files in; `refusals` by name, each once. */
class FileHost {
  readonly refusals = new Map<string, Answer>()
  readonly received: string[] = []
  readonly discarded: string[] = []
  kept: StagedFile[] = []
  /** Uploads wait for this one when it is set. */
  gate: Promise<void> | null = null

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : String(input), 'kiris://office')
    if (url.pathname === '/files/staged') return this.#takeIn(url.searchParams.get('name') ?? '', init)
    const { json } = (await (input as Request).json()) as { json: { token?: string; tokens?: string[] } }
    if (url.pathname === '/rpc/attachments/discard') this.discarded.push(json.token!)
    const found = this.kept.filter(({ token }) => json.tokens?.includes(token))
    return answer({ status: 200, body: { json: url.pathname === '/rpc/attachments/staged' ? found : {} } })
  }

  async #takeIn(name: string, init?: RequestInit): Promise<Response> {
    await Promise.race([this.gate ?? Promise.resolve(), stopped(init?.signal)])
    this.received.push(name)
    const refusal = this.refusals.get(name)
    this.refusals.delete(name)
    if (refusal) return answer(refusal)
    const file = staged(name)
    this.kept.push(file)
    return answer({ status: 201, body: file })
  }
}

const answer = ({ status, body }: Answer): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

function stopped(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
  })
}

function staged(name: string): StagedFile {
  const kind = /\.(ogg|mp3)$/.test(name) ? 'audio' : name.endsWith('.docx') ? 'docx' : 'pdf'
  const pages = kind === 'pdf' ? 3 : null
  const token = `token of ${name}`
  return {
    ...{ name, kind, type: 'application/pdf', bytes: 10, sha256: 'a'.repeat(64), pages, condition: 'whole' },
    ...{ token, stagedAt: '2026-12-11T06:05:00.000Z', notices: [] },
  }
}

const file = (name: string, type = 'application/pdf'): File => new File(['0123456789'], name, { type })
const told = (files: LetterFiles) => files.files.value.map(({ name, state, role }) => `${name}: ${state}, ${role}`)
const codeOf = (one: LetterFile | undefined) => (one?.state === 'failed' ? one.fault.code : null)

let host: FileHost

beforeEach(() => {
  host = new FileHost()
  vi.stubGlobal('fetch', host.fetch)
  vi.stubGlobal('location', { origin: 'kiris://office', protocol: 'kiris:', assign: vi.fn() })
})
afterEach(() => vi.unstubAllGlobals())

describe('files that come in for a letter', () => {
  it('are the letter first, then its annexes; a recording is the protocol of an oral appeal', async () => {
    const files = new LetterFiles()
    files.add([file('хат.pdf'), file('анықтама.pdf'), file('жазба.ogg', 'audio/ogg')])
    expect(told(files)).toEqual(['хат.pdf: sending, letter', 'анықтама.pdf: sending, annex', 'жазба.ogg: sending, protocol'])
    await files.settled()
    expect(told(files)).toEqual(['хат.pdf: taken, letter', 'анықтама.pdf: taken, annex', 'жазба.ogg: taken, protocol'])
    expect(files.taken.value.map(({ path }) => path)[0]).toBe('/files/staged/token of хат.pdf')
  })

  it('are what their content says, whatever the browser thought of their name', async () => {
    const files = new LetterFiles()
    files.add([file('жазба.mp3', ''), file('хат.pdf', 'audio/ogg')])
    await files.settled()
    expect(told(files)).toEqual(['жазба.mp3: taken, protocol', 'хат.pdf: taken, letter'])
  })

  it('keep the role a person gave them', async () => {
    const files = new LetterFiles()
    files.add([file('хат.pdf')])
    await files.settled()
    files.setRole(files.files.value[0]!.key, 'other')
    files.add([file('екінші.pdf')])
    await files.settled()
    expect(told(files)).toEqual(['хат.pdf: taken, other', 'екінші.pdf: taken, letter'])
  })

  it('say for themselves why they were refused, with the values of the answer, and let the others pass', async () => {
    host.refusals.set('вирус.pdf', { status: 422, body: { code: 'attachments.executable', params: { name: 'вирус.pdf' } } })
    const files = new LetterFiles()
    files.add([file('вирус.pdf'), file('хат.pdf')])
    await files.settled()
    const [refused, taken] = files.files.value
    expect(codeOf(refused)).toBe('attachments.executable')
    expect(refused).toMatchObject({ fault: { params: { name: 'вирус.pdf' } }, again: null })
    expect(taken).toMatchObject({ state: 'taken', role: 'letter' })
  })

  it('can be sent again after the line broke off', async () => {
    host.refusals.set('хат.pdf', { status: 400, body: { code: 'attachments.broken_off', params: { name: 'хат.pdf' } } })
    const files = new LetterFiles()
    files.add([file('хат.pdf')])
    await files.settled()
    const [broken] = files.files.value
    expect(codeOf(broken)).toBe('attachments.broken_off')
    if (broken?.state === 'failed') broken.again!()
    await files.settled()
    expect(told(files)).toEqual(['хат.pdf: taken, letter'])
    expect(host.received).toEqual(['хат.pdf', 'хат.pdf'])
  })

  it('are not sent at all beyond the size that the office takes', async () => {
    expect(LARGEST).toBe(LARGEST_FILE)
    const large = file('бейне.pdf')
    Object.defineProperty(large, 'size', { value: LARGEST_FILE + 1 })
    const files = new LetterFiles()
    files.add([large])
    await files.settled()
    expect(codeOf(files.files.value[0])).toBe('attachments.too_large')
    expect(files.files.value[0]).toMatchObject({ fault: { params: { size: 200.1, max: 200 } } })
    expect(host.received).toEqual([])
  })

  it('are stopped on their way without a word, and given up after they arrived', async () => {
    let open!: () => void
    host.gate = new Promise((resolve) => (open = resolve))
    const files = new LetterFiles()
    files.add([file('қате.pdf'), file('хат.pdf')])
    await flushPromises()
    files.remove(files.files.value[0]!.key)
    open()
    await files.settled()
    expect(told(files)).toEqual(['хат.pdf: taken, letter'])
    files.remove(files.files.value[0]!.key)
    await flushPromises()
    expect(files.files.value).toEqual([])
    expect(host.discarded).toEqual(['token of хат.pdf'])
  })

  it('are there again in the next window; what the office has no more is named', async () => {
    host.kept = [staged('хат.pdf')]
    const files = new LetterFiles()
    await files.restore([
      { token: 'token of хат.pdf', role: 'letter', name: 'хат.pdf' },
      { token: 'gone', role: 'annex', name: 'анықтама.pdf' },
    ])
    expect(told(files)).toEqual(['хат.pdf: taken, letter', 'анықтама.pdf: failed, annex'])
    expect(codeOf(files.files.value[1])).toBe('attachments.gone')
  })
})

describe('the number of sheets', () => {
  const taken = (role: 'letter' | 'annex', pages: number | null) =>
    ({ role, file: { ...staged('хат.pdf'), pages } }) as Parameters<typeof sheetsOffer>[0][number]

  it('is suggested by the pages of letter and annexes', () => {
    expect(sheetsOffer([taken('letter', 3), taken('annex', 1), taken('annex', 1)])).toBe('3 + 2')
    expect(sheetsOffer([taken('letter', 4)])).toBe('4')
  })

  it('is not guessed where the pages of the letter cannot be counted, or there is no letter', () => {
    expect(sheetsOffer([taken('letter', 2), taken('letter', null)])).toBe('')
    expect(sheetsOffer([taken('annex', 2)])).toBe('')
  })
})
