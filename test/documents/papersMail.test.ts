import { postcodeOf } from '#core/papers/mail/postcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../support/office'
import { LONG, officeWithPapers, paperOf } from './papersFixtures'
import type { Word } from './readPdf'

/** What goes by post: envelopes, labels, inventories. */

let office: Awaited<ReturnType<typeof officeWithPapers>>
beforeAll(async () => {
  office = await officeWithPapers()
})
afterAll(() => office.test.close())

const mm = (points: number): number => (points * 25.4) / 72
const SIZES = { c5: [229, 162], dl: [220, 110], c4: [324, 229] } as const

/** Words from the first of a text on, as far as the sender's corner is left out. */
const below = (words: readonly Word[], from: string): Word[] => words.slice(words.findIndex(({ text }) => text === from))

describe.each(Object.entries(SIZES))('the envelope %s', (size, [width, height]) => {
  it('bears the sender in the upper left corner, the addressee and the postal code at the lower right', async () => {
    const pdf = await paperOf(office.clerk, `envelope/${size}/letter-${office.answer.id}.pdf?language=both`)
    const [, wide, high] = /^([\d.]+) x ([\d.]+)/.exec(pdf.info['Page size']!)!
    expect([mm(Number(wide)), mm(Number(high))].map(Math.round)).toEqual([width, height])
    for (const fact of [
      'Ақмола облысының білім басқармасы',
      '№ Ш-0002/26',
      'Кімге / Кому',
      'Сейтқали Айгүл Маратқызы',
      'Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер',
    ]) {
      expect(pdf.text).toContain(fact)
    }
    expect(pdf.text.replace(/ /g, '')).toContain('020000Индексі')
    const sender = pdf.words.find(({ text }) => text === 'Ақмола')!
    expect([sender.left < 50, sender.top < 60]).toEqual([true, true])
    for (const word of below(pdf.words, 'Кімге')) {
      expect(mm(word.left)).toBeGreaterThan(width / 2 - 12)
      expect(mm(word.top)).toBeGreaterThan(height * 0.4)
    }
  })

  it('holds the longest name and address whole in its field, clear of the stamps', async () => {
    const pdf = await paperOf(office.clerk, `envelope/${size}/entry-${office.redirected}.pdf`)
    expect(pdf.text).toContain(LONG.name)
    expect(pdf.text).toContain(LONG.address.replace(/^020000, /, ''))
    for (const { left, right, top, bottom } of below(pdf.words, 'Кому')) {
      expect(mm(left)).toBeGreaterThan(width - 14 - 104 - 1)
      expect(mm(right)).toBeLessThan(width - 14 + 0.5)
      expect(mm(top)).toBeGreaterThan(35)
      expect(mm(bottom)).toBeLessThan(height - 15 + 0.5)
    }
  })
})

describe('the address label', () => {
  it.each([
    ['70x37', 70, 37],
    ['105x48', 105, 48],
  ] as const)('%s holds name, address and code inside its edges', async (size, width, height) => {
    for (const id of [office.answered, office.redirected]) {
      const pdf = await paperOf(office.clerk, `label/entry-${id}.pdf?size=${size}`)
      for (const { left, right, top, bottom } of pdf.words) {
        expect(mm(left)).toBeGreaterThan(3.5)
        expect(mm(right)).toBeLessThan(width - 3.5)
        expect(mm(top)).toBeGreaterThan(2.5)
        expect(mm(bottom)).toBeLessThan(height - 2.5)
      }
    }
    const { text } = await paperOf(office.clerk, `label/entry-${office.answered}.pdf?size=${size}`)
    expect(text).toContain('Сейтқали Айгүл Маратқызы')
    expect(text).toContain('Көкшетау қ., Абай к-сі, 112-үй, 34-пәтер')
  })

  it('of a letter to a body names the body and its head', async () => {
    const { text } = await paperOf(office.clerk, `label/letter-${office.cover[0]!.id}.pdf?size=105x48`)
    expect(text).toContain('мемлекеттік корпорациясы» КЕАҚ')
    expect(text).not.toContain('Әбілқасымов')
  })
})

describe('the envelope inventory', () => {
  it('lists in two copies what leaves: the cover, the letter that is redirected, its annexes, and the sheets of each', async () => {
    const { text, info } = await paperOf(office.clerk, `inventory/${office.cover[0]!.id}.pdf?language=ru`)
    expect(info).toMatchObject({ Pages: '1', 'Page size': '595.28 x 841.89 pts (A4)', Title: 'Опись вложения Ш-0003/26' })
    for (const fact of [
      'Опись вложения',
      '1 Сопроводительное письмо № Ш-0003/26, 11.12.2026 1',
      '2 Жалоба на услугу № Ж-0002/26, 11.12.2026 3',
      '3 Приложения, № Ж-0002/26 4',
      'Всего 8',
      'Место оттиска',
    ]) {
      expect(text.split(fact)).toHaveLength(3)
    }
    for (const copy of ['экземпляр 1', 'экземпляр 2']) expect(text).toContain(copy)
  })

  it('of an answer lists the answer alone, in the language of the letter', async () => {
    const { text } = await paperOf(office.clerk, `inventory/${office.answer.id}.pdf`)
    expect(text).toContain('1 Жауап № Ш-0002/26, 11.12.2026 1')
    expect(text).toContain('Барлығы 1')
    expect(text).not.toContain('Шағым')
  })

  it('is not there for a letter of an entry that is confidential to others', async () => {
    const { version } = await office.card(office.redirected)
    expect((await office.head.get(`/files/papers/inventory/${office.cover[0]!.id}.pdf`)).status).toBe(200)
    await office.clerk.call.register.confine({ id: office.redirected, version, readers: [] })
    for (const path of ['inventory/ID', 'envelope/c5/letter-ID', 'label/letter-ID']) {
      const address = `/files/papers/${path.replace('ID', String(office.cover[0]!.id))}.pdf`
      expect([path, (await office.head.get(address)).status]).toEqual([path, 404])
    }
    await office.clerk.call.register.confine({ id: office.redirected, version: version + 1, readers: null })
  })
})

describe('the envelope of somebody whose address is not known', () => {
  it('leaves room to write it by hand', async () => {
    const { id } = await register(office.clerk, { postalAddress: '', notStated: ['address'] })
    const { text } = await paperOf(office.clerk, `envelope/c5/entry-${id}.pdf`)
    expect(text).toMatch(/Сейтқали Айгүл Маратқызы Мекенжайы Индексі$/)
  })
})

describe('the postal code of an address', () => {
  it.each([
    ['020000, Көкшетау қ., Абай к-сі, 1', '020000', 'Көкшетау қ., Абай к-сі, 1'],
    ['г. Кокшетау, ул. Абая, 1, 020000', '020000', 'г. Кокшетау, ул. Абая, 1'],
    ['Астана қ., A10A5X8, Абай даңғылы, 2', 'A10A5X8', 'Астана қ., Абай даңғылы, 2'],
    ['Көкшетау қ., тел. 87001234567', '', 'Көкшетау қ., тел. 87001234567'],
    ['', '', ''],
  ])('of «%s» is «%s»', (whole, postcode, address) => {
    expect(postcodeOf(whole)).toEqual({ address, postcode })
  })
})
