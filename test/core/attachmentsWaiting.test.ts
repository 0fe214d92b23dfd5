import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdf, picture, stage } from '../support/attachments'
import {
  officeWithClerk,
  PASSWORD,
  person,
  refusal,
  register,
  signInAs,
  type TestBrowser,
  type TestOffice,
} from '../support/office'

let test: TestOffice & { clerk: TestBrowser }
let other: TestBrowser
beforeAll(async () => {
  test = await officeWithClerk()
  other = await signInAs(test, person('clerk2', ['clerk']))
})
afterAll(() => test.close())

const calls = () => test.clerk.call.attachments
let one = 0
const stageFor = (id: number, name: string) => stage(test, test.clerk, name, pdf(`${name} ${++one}`), { entry: id })
const waiting = async (id: number) => (await calls().stagedFor({ id })).map(({ name, role }) => [name, role])

describe('files taken in on a card', () => {
  it('wait for their entry in the order they came, each as what somebody said it is', async () => {
    const [{ id }, { id: elsewhere }] = [await register(test.clerk), await register(test.clerk)]
    await stageFor(id, 'бір.pdf')
    const { token } = await stageFor(id, 'екі.pdf')
    await stageFor(elsewhere, 'бөгде.pdf')
    await stage(test, test.clerk, 'тіркеуде.pdf', pdf('тіркеуде'))
    await calls().setRole({ token, role: 'protocol' })
    expect(await waiting(id)).toEqual([
      ['бір.pdf', null],
      ['екі.pdf', 'protocol'],
    ])
    expect(await waiting(elsewhere)).toEqual([['бөгде.pdf', null]])
  })

  it('are there after a restart and another sign-in, and nobody else sees or changes them', async () => {
    const { id } = await register(test.clerk)
    const { token } = await stageFor(id, 'хат.pdf')
    await test.reopen()
    await test.clerk.call.session.signIn({ login: 'clerk', password: PASSWORD })
    await other.call.session.signIn({ login: 'clerk2', password: PASSWORD })
    await other.call.attachments.setRole({ token, role: 'other' })
    expect(await waiting(id)).toEqual([['хат.pdf', null]])
    expect(await other.call.attachments.stagedFor({ id })).toEqual([])
  })

  it('wait no more once they are attached or given up', async () => {
    const { id } = await register(test.clerk)
    const [a, b] = [await stageFor(id, 'а.pdf'), await stageFor(id, 'б.pdf')]
    await calls().attach({ id, files: [{ token: a.token, role: 'letter' }] })
    expect(await waiting(id)).toEqual([['б.pdf', null]])
    await calls().discard({ token: b.token })
    expect(await waiting(id)).toEqual([])
    expect((await calls().ofEntry({ id })).map(({ name }) => name)).toEqual(['а.pdf'])
  })

  it('are refused for an entry that there is not', async () => {
    await expect(stageFor(9_999, 'хат.pdf')).rejects.toThrow('404')
    expect((await refusal(calls().stagedFor({ id: 9_999 }))).code).toBe('not_found')
  })
})

describe('the size of a picture on paper', () => {
  const sizeOf = async (name: string, bytes: Buffer, page = 1) => {
    const { id } = await register(test.clerk)
    const { token } = await stage(test, test.clerk, name, bytes)
    const [file] = await calls().attach({ id, files: [{ token, role: 'letter' }] })
    return calls().pageSize({ attachmentId: file!.id, page })
  }

  it('is what its resolution says, turned as EXIF says', async () => {
    const lying = await picture(2480, 1748).withMetadata({ density: 300, orientation: 6 }).jpeg().toBuffer()
    expect(await sizeOf('жатқан.jpg', lying)).toEqual({ width: 419.52, height: 595.2 })
    const perCentimetre = picture(1654, 1169).tiff({ resolutionUnit: 'cm', xres: 200 / 25.4, yres: 200 / 25.4 })
    const { width, height } = await sizeOf('сурет.tiff', await perCentimetre.toBuffer())
    expect([Math.round(width), Math.round(height)]).toEqual([595, 421])
  })

  it('is A4 where its resolution is none that a scanner means', async () => {
    expect(await sizeOf('экран.png', await picture(300, 600).withMetadata({ density: 72 }).png().toBuffer())).toEqual({
      width: 420.95,
      height: 841.89,
    })
  })

  it('is not told for what is no picture and for pages that there are not', async () => {
    expect((await refusal(sizeOf('хат.pdf', pdf('хат')))).code).toBe('not_found')
    expect((await refusal(sizeOf('сурет.png', await picture().png().toBuffer(), 2))).code).toBe('not_found')
  })

  it('is nothing for whom the entry is not', async () => {
    const { id } = await register(test.clerk)
    const { token } = await stage(test, test.clerk, 'сурет.png', await picture(41, 60).png().toBuffer())
    const [file] = await calls().attach({ id, files: [{ token, role: 'letter' }] })
    const executor = await signInAs(test, person('executor', ['executor']))
    expect((await refusal(executor.call.attachments.pageSize({ attachmentId: file!.id, page: 1 }))).code).toBe('not_found')
  })
})
