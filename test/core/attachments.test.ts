import type { AppealFacts } from '#shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, pdf, picture, stage, wav } from '../support/attachments'
import {
  facts,
  officeWithClerk,
  person,
  refusal,
  register,
  signedIn,
  signInAs,
  type ClerksOffice,
  type TestBrowser,
} from '../support/office'
import { contentOf } from '../support/raw'

let test: ClerksOffice
let executor: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  executor = await signInAs(test, person('executor', ['executor']))
})
afterAll(() => test.close())

let one = 0
const staged = (name = `хат ${++one}.pdf`) => stage(test, test.clerk, name, pdf(`${name} ${++one}`))
const letter = async (name?: string) => ({ token: (await staged(name)).token, role: 'letter' as const })
const calls = () => test.clerk.call.attachments
async function entryWith(name = 'хат.pdf') {
  const { id } = await register(test.clerk)
  const [file] = await calls().attach({ id, files: [await letter(name)] })
  return { id, file: file! }
}
const lastEvent = async (id: number) => (await test.clerk.call.register.history({ id })).at(-1)!
const withFiles = async (files: unknown[], requestId: string = crypto.randomUUID(), changes: Partial<AppealFacts> = {}) =>
  test.clerk.call.register.register({ requestId, facts: facts(changes), files: files as never })

describe('files taken in', () => {
  it('wait for their owner until they are attached or given up', async () => {
    const [a, b] = [await staged(), await staged()]
    expect(await calls().staged({ tokens: [b.token, crypto.randomUUID(), a.token] })).toEqual([b, a])
    await calls().discard({ token: a.token })
    expect(await calls().staged({ tokens: [a.token, b.token] })).toEqual([b])
  })

  it('are nobody else’s', async () => {
    const other = await signInAs(test, person('clerk2', ['clerk']))
    const { token } = await staged()
    expect(await other.call.attachments.staged({ tokens: [token] })).toEqual([])
    await other.call.attachments.discard({ token })
    const { id } = await register(other)
    const files = [{ token, role: 'letter' as const }]
    expect((await refusal(other.call.attachments.attach({ id, files }))).code).toBe('attachments.gone')
    expect((await ask(test, other, `/files/staged/${token}`)).status).toBe(404)
    expect((await ask(test, test.clerk, `/files/staged/${token}`)).status).toBe(200)
  })
})

describe('a registration with files', () => {
  it('attaches them with the letter, and its one event names them with their hashes', async () => {
    const [a, b] = [await staged('Өтініш.pdf'), await stage(test, test.clerk, 'Сурет.png', await picture().png().toBuffer())]
    const { id } = await withFiles([
      { token: a.token, role: 'letter' },
      { token: b.token, role: 'annex' },
    ])
    const list = await calls().ofEntry({ id })
    expect(list.map(({ name, role, kind, addedBy, condition }) => [name, role, kind, addedBy, condition])).toEqual([
      ['Өтініш.pdf', 'letter', 'pdf', 'Қасенова А. Т.', 'whole'],
      ['Сурет.png', 'annex', 'png', 'Қасенова А. Т.', 'whole'],
    ])
    const events = await test.clerk.call.register.history({ id })
    expect(events.map(({ action }) => action)).toEqual(['appeal.registered'])
    expect(events[0]!.details).toMatchObject({ files: 'Өтініш.pdf, Сурет.png', hashes: [a.sha256, b.sha256] })
    expect(await calls().staged({ tokens: [a.token, b.token] })).toEqual([])
  })

  it('sent twice attaches nothing twice', async () => {
    const [file, requestId] = [await letter(), crypto.randomUUID()]
    const [first, again] = await Promise.all([withFiles([file], requestId), withFiles([file], requestId)])
    expect(again).toEqual(first)
    expect(await calls().ofEntry({ id: first.id })).toHaveLength(1)
    expect(await test.clerk.call.register.history({ id: first.id })).toHaveLength(1)
  })

  it('is not done at all when a file is gone, or named twice', async () => {
    const file = await letter()
    for (const files of [
      [file, { token: crypto.randomUUID(), role: 'annex' }],
      [file, file],
    ]) {
      const before = await contentOf(test)
      expect((await refusal(withFiles(files))).code).toBe('attachments.gone')
      expect(await contentOf(test)).toEqual(before)
    }
    // Nothing was lost: the same file goes with the next attempt.
    const { id } = await withFiles([file])
    expect(await calls().ofEntry({ id })).toHaveLength(1)
  })
})

describe('a file attached later', () => {
  it('leaves an event on the entry', async () => {
    const { id } = await register(test.clerk)
    const [a, b] = [await letter('бір.pdf'), await letter('екі.pdf')]
    const list = await calls().attach({ id, files: [a, b] })
    expect(list.map(({ name }) => name)).toEqual(['бір.pdf', 'екі.pdf'])
    expect(await lastEvent(id)).toMatchObject({ action: 'attachment.added', details: { names: 'бір.pdf, екі.pdf' } })
  })

  it('is refused on a void entry', async () => {
    const { id, number } = await register(test.clerk)
    await test.clerk.call.register.void({ id, version: 1, reason: 'қате тіркелген' })
    const file = await letter()
    expect(await refusal(calls().attach({ id, files: [file] }))).toMatchObject({
      code: 'register.void_already',
      data: { params: { number } },
    })
    expect(await calls().staged({ tokens: [file.token] })).toHaveLength(1)
  })

  it('by mistake is withdrawn with a reason and stays, once', async () => {
    const { id, file } = await entryWith('басқаныкі.pdf')
    const [withdrawn] = await calls().withdraw({ attachmentId: file.id, reason: 'басқа хаттың файлы' })
    expect(withdrawn!.withdrawn).toEqual({
      at: test.clock.now().toISOString(),
      by: 'Қасенова А. Т.',
      reason: 'басқа хаттың файлы',
    })
    expect(await lastEvent(id)).toMatchObject({
      action: 'attachment.withdrawn',
      details: { name: 'басқаныкі.pdf', reason: 'басқа хаттың файлы' },
    })
    expect((await ask(test, test.clerk, `/files/attachments/${file.id}`)).status).toBe(200)
    const again = calls().withdraw({ attachmentId: file.id, reason: 'тағы да' })
    expect(await refusal(again)).toMatchObject({
      code: 'attachments.withdrawn_already',
      data: { params: { name: 'басқаныкі.pdf' } },
    })
  })
})

describe('a stamped copy', () => {
  const place = { page: 1, x: 150, y: 260, turn: 0, russian: true }

  it('stands beside its file, which stays as it was, and is told of', async () => {
    const { id, file } = await entryWith('хат.pdf')
    const before = await (await ask(test, test.clerk, `/files/attachments/${file.id}`)).bytes()
    const [kept, copy] = await calls().stamp({ attachmentId: file.id, place, russian: true })
    expect(kept).toEqual(file)
    expect(copy).toMatchObject({ kind: 'pdf', pages: 1, role: 'letter', condition: 'whole', stamped: { of: file.id } })
    expect(copy!.name).toMatch(/хат\.pdf$/)
    expect(copy!.stamped!.place.page).toBe(1)
    const answer = await ask(test, test.clerk, `/files/attachments/${copy!.id}`)
    expect((await answer.bytes()).length).toBe(copy!.bytes)
    expect(await (await ask(test, test.clerk, `/files/attachments/${file.id}`)).bytes()).toEqual(before)
    expect(await lastEvent(id)).toMatchObject({ action: 'attachment.stamped', details: { name: 'хат.pdf' } })
  })

  it('is made of a picture, too', async () => {
    const { id } = await register(test.clerk)
    const scan = await stage(test, test.clerk, 'скан.jpg', await picture(600, 800).jpeg().toBuffer())
    const [file] = await calls().attach({ id, files: [{ token: scan.token, role: 'letter' }] })
    const list = await calls().stamp({ attachmentId: file!.id, place: null, russian: false })
    expect(list.map(({ kind }) => kind)).toEqual(['jpeg', 'pdf'])
  })

  it('is not made of what cannot bear one', async () => {
    const { id } = await register(test.clerk)
    const taken = [await stage(test, test.clerk, 'сөз.wav', wav()), await stage(test, test.clerk, 'үзік.pdf', '%PDF-1.7 ...')]
    const files = await calls().attach({ id, files: taken.map(({ token }) => ({ token, role: 'other' as const })) })
    for (const { id: attachmentId, name } of files) {
      const call = calls().stamp({ attachmentId, place: null, russian: false })
      expect(await refusal(call)).toMatchObject({ code: 'attachments.not_stampable', data: { params: { name } } })
    }
    const whole = await entryWith()
    await test.clerk.call.register.void({ id: whole.id, version: 1, reason: 'қате тіркелген' })
    const call = calls().stamp({ attachmentId: whole.file.id, place: null, russian: false })
    expect((await refusal(call)).code).toBe('register.void_already')
  })
})

describe('whoever does not see the entry', () => {
  it('sees neither its list nor its files nor their pictures', async () => {
    const { id } = await register(test.clerk)
    const scan = await stage(test, test.clerk, 'скан.png', await picture(41, 61).png().toBuffer())
    const [file] = await calls().attach({ id, files: [{ token: scan.token, role: 'letter' }] })
    expect((await refusal(executor.call.attachments.ofEntry({ id }))).code).toBe('not_found')
    for (const path of ['', '/1.png', '?download=1']) {
      const mine = await ask(test, test.clerk, `/files/attachments/${file!.id}${path}`)
      const theirs = await ask(test, executor, `/files/attachments/${file!.id}${path}`)
      expect([mine.status, theirs.status]).toEqual([200, 404])
    }
    const admin = await signedIn(test, 'admin')
    expect((await ask(test, admin, `/files/attachments/${file!.id}`)).status).toBe(403)
  })

  it('may not withdraw what is confidential and not his', async () => {
    const { id, file } = await entryWith()
    await test.clerk.call.register.confine({ id, version: 1, readers: [] })
    const stranger = await signInAs(test, person('clerk3', ['clerk']))
    expect((await refusal(stranger.call.attachments.withdraw({ attachmentId: file.id, reason: 'бөтен' }))).code).toBe('not_found')
    expect((await ask(test, stranger, `/files/attachments/${file.id}`)).status).toBe(404)
  })
})
