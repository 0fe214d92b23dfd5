import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '#core/slips/slipFacts'
import { ReadPdf } from './readPdf'
import { renderSlip, slipFacts } from './slipFixtures'

const read = async (changes: Partial<SlipFacts> = {}): Promise<ReadPdf> => new ReadPdf(await renderSlip(slipFacts(changes)))
const latin = (pdf: ReadPdf): string => Buffer.from(pdf.bytes).toString('latin1')

describe('the file of a slip', () => {
  it('is an A5 page with title and moment of printing', async () => {
    const { info } = await read()
    expect(info).toMatchObject({
      Title: 'Талон Ж-0619/26',
      Pages: '1',
      'Page size': expect.stringMatching(/^419\.5\d* x 595\.2\d* pts/) as string,
      Encrypted: 'no',
    })
    expect(info['CreationDate']).toMatch(/^2026-12-11T/)
  })

  it.each([
    ['both', 'kk'],
    ['kk', 'kk'],
    ['ru', 'ru'],
  ] as const)('names its language: %s → %s', async (languages, language) => {
    expect(latin(await read({ languages }))).toContain(`/Lang (${language})`)
  })

  it('carries every font it uses, as far as it uses it, readable', async () => {
    const { fonts } = await read()
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) {
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
      expect(font.name).toMatch(/^[A-Z]{6}\+KR/)
    }
  })

  it('is the same to the byte whenever it is made again', async () => {
    const [first, second] = [await renderSlip(slipFacts()), await renderSlip(slipFacts())]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('comes out right when many are made at once', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => `Ж-${1000 + i}/26`)
    const pdfs = await Promise.all(numbers.map((number) => read({ number, numberParts: [{ text: number, isSequence: true }] })))
    pdfs.forEach((pdf, i) => expect(pdf.text).toContain(numbers[i]))
  })

  it('never bears an IIN, even if facts of a later version bring one', async () => {
    const pdf = await read({ ...({ iin: '850412300017', identifier: '850412300017' } as object) })
    expect(pdf.text).not.toMatch(/\d{12}/)
    expect(pdf.codes.join()).not.toContain('850412300017')
  })
})

describe('the code', () => {
  it.each([{}, { languages: 'kk' }, { languages: 'ru' }, { copy: 0 }] as const)(
    'tells number, moment and deadline, and nothing about the person: %o',
    async (changes) => {
      const { codes } = await read(changes)
      expect(codes.join('\n')).toContain('Ж-0619/26')
      for (const part of ['11.12.2026', '11:08', '21.12.2026']) expect(codes.join('\n')).toContain(part)
      expect(codes.join('\n')).not.toMatch(/Сейтқали|Балабақша|Қасенова/)
    },
  )
})
