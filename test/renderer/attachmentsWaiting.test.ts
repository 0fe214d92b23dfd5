import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileRole, StagedForEntry } from '#shared/contract'
import { useEntryIncoming } from '../../renderer/features/attachments/entryIncoming'
import { LetterFiles } from '../../renderer/features/attachments/letterFiles'

/** What the office keeps for entry 7, and what it was asked. */
let waiting: StagedForEntry[]
let asked: { path: string; json: unknown }[]
/** The answer about what waits comes only after this. */
let gate: Promise<void> | null

const answer = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

async function host(input: RequestInfo | URL): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : String(input), 'kiris://office')
  if (url.pathname === '/files/staged') {
    asked.push({ path: url.pathname + url.search, json: null })
    const file = staged(url.searchParams.get('name')!)
    waiting.push(file)
    return answer(file, 201)
  }
  const { json } = (await (input as Request).json()) as { json: unknown }
  asked.push({ path: url.pathname, json })
  const kept = [...waiting]
  await gate
  return answer({ json: url.pathname === '/rpc/attachments/stagedFor' ? kept : {} })
}

function staged(name: string, role: FileRole | null = null): StagedForEntry {
  return {
    ...{ name, kind: 'pdf', type: 'application/pdf', bytes: 10, sha256: 'a'.repeat(64), pages: 1, condition: 'whole' },
    ...{ token: `token of ${name}`, stagedAt: '2026-12-11T06:05:00.000Z', notices: [], role },
  }
}

beforeEach(() => {
  waiting = []
  asked = []
  gate = null
  setActivePinia(createPinia())
  vi.stubGlobal('location', { origin: 'kiris://office', protocol: 'kiris:' })
  vi.stubGlobal('fetch', host)
})
afterEach(() => vi.unstubAllGlobals())

const shown = (list: LetterFiles) => list.files.value.map(({ name, role, state }) => [name, role, state])

describe('files that wait for an entry', () => {
  it('are sent with its identity, and what they are to the letter is kept', async () => {
    const list = new LetterFiles(7)
    list.add([new File(['x'], 'хат.pdf')])
    await list.settled()
    list.setRole(list.files.value[0]!.key, 'other')
    await flushPromises()
    expect(asked[0]!.path).toBe(`/files/staged?name=${encodeURIComponent('хат.pdf')}&entry=7`)
    expect(asked[1]).toEqual({ path: '/rpc/attachments/setRole', json: { token: 'token of хат.pdf', role: 'other' } })
  })

  it('are shown again with their roles; an entry that has its letter gets annexes', async () => {
    waiting = [staged('бір.pdf'), staged('екі.pdf', 'protocol')]
    const [first, second] = [new LetterFiles(7), new LetterFiles(7)]
    second.hasLetter = true
    await Promise.all([first.renew(), second.renew()])
    expect(shown(first)).toEqual([
      ['бір.pdf', 'letter', 'taken'],
      ['екі.pdf', 'protocol', 'taken'],
    ])
    expect(second.files.value[0]!.role).toBe('annex')
  })

  it('are each there once, and gone when another window attached them', async () => {
    const list = new LetterFiles(7)
    list.add([new File(['x'], 'хат.pdf')])
    await list.settled()
    await list.renew()
    expect(shown(list)).toEqual([['хат.pdf', 'letter', 'taken']])
    waiting = [staged('жаңа.pdf')]
    await list.renew()
    expect(shown(list).map(([name]) => name)).toEqual(['жаңа.pdf'])
  })

  it('do not come back by an answer that was on its way when they were attached', async () => {
    waiting = [staged('хат.pdf')]
    const list = new LetterFiles(7)
    await list.renew()
    let open = (): void => {}
    gate = new Promise((resolve) => (open = resolve))
    const renewing = list.renew()
    await flushPromises()
    list.drop(list.files.value[0]!.key)
    open()
    await renewing
    expect(list.files.value).toEqual([])
  })

  it('belong to their entry, whichever card lies open', () => {
    const lists = useEntryIncoming()
    const seven = lists.of(7)
    seven.add([new File(['x'], 'хат.pdf')])
    expect(lists.of(8).files.value).toEqual([])
    expect(lists.of(7)).toBe(seven)
  })
})

it('a folder is said to be none that can be read, not taken for a host that does not answer', async () => {
  const folder = new File([], 'құжаттар')
  vi.spyOn(folder, 'slice').mockReturnValue({
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')),
  } as never)
  const list = new LetterFiles(7)
  list.add([folder])
  await list.settled()
  expect(list.files.value[0]).toMatchObject({
    state: 'failed',
    fault: { code: 'attachments.unreadable', params: { name: 'құжаттар' } },
  })
  expect(asked).toEqual([])
})
