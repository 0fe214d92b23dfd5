import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, refusal, register, type ClerksOffice, type TestBrowser } from '../support/office'

let test: ClerksOffice | undefined
let clerk: TestBrowser
beforeEach(async () => {
  await test?.close()
  test = await officeWithClerk()
  clerk = test.clerk
})
afterAll(() => test?.close())

const find = (text: string) => clerk.call.applicants.find({ text })
const applicantOf = async (entry: { id: number }): Promise<number> =>
  (await clerk.call.register.card({ id: entry.id })).facts.applicantId!

const AIGUL = { name: 'Сейтқали Айгүл Маратқызы', identifier: '850412100013', phone: '+7 700 000 12 34' }
const NOBODY = { identifier: '', phone: '' }

describe('a known applicant', () => {
  it.each([
    'сейт',
    'айгул',
    'маратқызы сейтқали',
    '850412100013',
    '850412',
    '8 700 000 12 34',
    '7000001234',
    '+7 (700) 000-12-34',
  ])('is found by «%s»', async (text) => {
    await register(clerk, AIGUL)
    await register(clerk, { ...NOBODY, name: 'Басқа Адам' })
    expect((await find(text)).map(({ name }) => name)).toEqual([AIGUL.name])
  })

  it.each(['', 's', '%', '"', '()', '*'])('is not offered for «%s»', async (text) => {
    await register(clerk, AIGUL)
    expect(await find(text)).toEqual([])
  })

  it('comes first when he or she writes often; at most eight are offered', async () => {
    for (let i = 1; i <= 10; i++) await register(clerk, { ...NOBODY, name: `Серік ${i}-ші` })
    const [tenth] = await find('10')
    await register(clerk, { ...NOBODY, name: tenth!.name, applicantId: tenth!.id })
    const offered = await find('серік')
    expect(offered).toHaveLength(8)
    expect(offered[0]).toMatchObject({ id: tenth!.id, letters: 2 })
  })

  it('is the same for the same IIN, with the latest particulars', async () => {
    const first = await register(clerk, AIGUL)
    const second = await register(clerk, { ...AIGUL, phone: '', postalAddress: 'Жаңа мекенжай' })
    expect(await applicantOf(second)).toBe(await applicantOf(first))
    const [known] = await find('сейт')
    // What the later letter does not say is still known.
    expect(known).toMatchObject({ letters: 2, postalAddress: 'Жаңа мекенжай', phone: AIGUL.phone, identifier: AIGUL.identifier })
  })

  it('keeps earlier letters, newest first', async () => {
    const first = await register(clerk, { ...AIGUL, subject: 'Бірінші' })
    await register(clerk, { ...AIGUL, subject: 'Екінші' })
    await register(clerk, { ...NOBODY, name: 'Басқа' })
    const letters = await clerk.call.applicants.letters({ applicantId: await applicantOf(first) })
    expect(letters.map(({ subject, number }) => [subject, number])).toEqual([
      ['Екінші', 'Ж-0002/26'],
      ['Бірінші', 'Ж-0001/26'],
    ])
  })
})

describe('two people are not mixed up', () => {
  it('of the same name and without IIN', async () => {
    const [one, two] = [
      await register(clerk, { ...NOBODY, name: 'Ахметов Асан' }),
      await register(clerk, { ...NOBODY, name: 'Ахметов Асан' }),
    ]
    expect(await applicantOf(one)).not.toBe(await applicantOf(two))
  })

  it.each(['жоқ', '0', '000000000000', '850412100014'])('by the wrong IIN «%s»', async (identifier) => {
    const one = await register(clerk, { identifier, phone: '', name: 'Ахметов Асан' })
    const two = await register(clerk, { identifier, phone: '', name: 'Петрова Анна' })
    expect(await applicantOf(one)).not.toBe(await applicantOf(two))
    expect((await find('ахметов')).map(({ name }) => name)).toEqual(['Ахметов Асан'])
  })

  it('when the clerk chose one and typed the IIN of another', async () => {
    const asan = await applicantOf(await register(clerk, { ...NOBODY, name: 'Ахметов Асан' }))
    const aigul = await applicantOf(await register(clerk, AIGUL))
    expect(await applicantOf(await register(clerk, { ...AIGUL, applicantId: asan }))).toBe(aigul)
    expect(await find('ахметов')).toMatchObject([{ id: asan, identifier: '', letters: 1 }])
  })

  it('when the chosen one has another IIN than the letter', async () => {
    const aigul = await applicantOf(await register(clerk, AIGUL))
    const other = await register(clerk, { name: 'Бала Бала', identifier: '900101350018', phone: '', applicantId: aigul })
    expect(await applicantOf(other)).not.toBe(aigul)
    expect(await find('850412100013')).toMatchObject([{ name: AIGUL.name }])
  })

  it('an applicant that does not exist is refused', async () => {
    expect((await refusal(register(clerk, { applicantId: 99 }))).code).toBe('not_found')
  })

  it('unnamed applicants are never offered', async () => {
    await register(clerk, { name: '', identifier: '', phone: '+7 700 111 22 33', notStated: ['name'] })
    expect(await find('77001112233')).toEqual([])
  })
})

describe('a correction of the applicant', () => {
  const correct = async (id: number, version: number, changes: Parameters<typeof facts>[0]) =>
    (await clerk.call.register.correct({ id, version, reason: 'қате', facts: facts(changes) })).facts.applicantId

  it('of a misspelt name is found under the right one', async () => {
    const { id } = await register(clerk, { ...NOBODY, name: 'Сейткали Айгул' })
    await correct(id, 1, { ...NOBODY, name: 'Сейтқали Айгүл' })
    expect(await find('сейткали')).toMatchObject([{ name: 'Сейтқали Айгүл', letters: 1 }])
  })

  it('to another IIN does not turn a person with other letters into somebody else', async () => {
    const aigul = await applicantOf(await register(clerk, AIGUL))
    const { id } = await register(clerk, AIGUL)
    const asan = { name: 'Ахметов Асан', identifier: '900101350018', phone: '' }
    expect(await correct(id, 1, asan)).not.toBe(aigul)
    expect(await find('сейтқали')).toMatchObject([{ id: aigul, identifier: AIGUL.identifier, letters: 1 }])
    expect(await find('ахметов')).toMatchObject([{ identifier: asan.identifier, letters: 1 }])
    expect(await clerk.call.applicants.letters({ applicantId: aigul })).toHaveLength(1)
  })

  it('to the IIN of a known person makes the letter his or hers', async () => {
    const aigul = await applicantOf(await register(clerk, AIGUL))
    const { id } = await register(clerk, { ...NOBODY, name: 'Сейтқали А.' })
    expect(await correct(id, 1, AIGUL)).toBe(aigul)
    expect(await find('850412100013')).toMatchObject([{ id: aigul, letters: 2 }])
  })

  it('of an old letter does not bring back an old address', async () => {
    const { id } = await register(clerk, { ...AIGUL, postalAddress: 'Ескі мекенжай' })
    await register(clerk, { ...AIGUL, postalAddress: 'Жаңа мекенжай' })
    await correct(id, 1, { ...AIGUL, postalAddress: 'Ескі мекенжай', subject: 'Басқа' })
    expect(await find('сейт')).toMatchObject([{ postalAddress: 'Жаңа мекенжай' }])
  })
})
