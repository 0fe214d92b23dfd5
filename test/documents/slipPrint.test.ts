import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { SLIP_FORMATS } from '#shared/contract'
import { FACES } from '#core/paper/faces'
import { mm } from '#core/paper/Sheet'
import { renderSlips } from '#core/slips/slipDocument'
import { slipLogo } from '#core/slips/slipLogo'
import { renderStamp } from '#core/slips/stampDocument'
import { renderStampSheet } from '#core/slips/stampSheet'
import { renderTestPage } from '#core/slips/testPage'
import { readPages, textOf } from './readPages'
import { ReadPdf } from './readPdf'
import { renderSlip, slipFacts } from './slipFixtures'
import { OWN, proofOf } from './slipProof'

const stampFacts = (russian = false) => ({ ...slipFacts(), office: slipFacts().office.name, russian })
const place = (pdf: Uint8Array, word: string) => new ReadPdf(pdf).words.find(({ text }) => text === word)!

describe('a printer that prints askew', () => {
  it.each(SLIP_FORMATS)('gets %s moved as a whole, on a sheet of the same size', async (format) => {
    const facts = slipFacts({ format, proof: proofOf() })
    const [plain, moved] = [await renderSlip(facts), await renderSlip(facts, { shift: { dx: mm(-3), dy: mm(4.5) } })]
    const [before, after] = [place(plain, 'Сейтқали'), place(moved, 'Сейтқали')]
    expect(after.left - before.left).toBeCloseTo(mm(-3), 1)
    expect(after.top - before.top).toBeCloseTo(mm(4.5), 1)
    expect(new ReadPdf(moved).info['Page size']).toBe(new ReadPdf(plain).info['Page size'])
    expect(new ReadPdf(moved).text).toBe(new ReadPdf(plain).text)
  })
})

describe('the stamp alone', () => {
  it('says what a stamp says, in the state language; Russian where the office wants it', async () => {
    const kazakh = new ReadPdf(await renderStamp(stampFacts())).text
    const said = [
      'Ақмола облысының білім басқармасы',
      'Кіріс №',
      'Ж-0619/26',
      '11 желтоқсан 2026 ж.',
      'сағат 11:08',
      '1 + 2 парақ',
      'қолы',
    ]
    for (const part of said) expect(kazakh).toContain(part)
    expect(kazakh).not.toMatch(/Управление|Вх\./)
    const both = new ReadPdf(await renderStamp(stampFacts(true))).text
    for (const part of [...said, 'Управление образования Акмолинской области', 'Вх. №', 'подпись']) expect(both).toContain(part)
  })

  it('is as large as its frame, on transparent ground, and the same to the byte', async () => {
    const pdf = await renderStamp(stampFacts())
    expect(new ReadPdf(pdf).info['Page size']).toMatch(/^187\.08\d* x 93\.5\d* pts/)
    expect(Buffer.compare(pdf, await renderStamp(stampFacts()))).toBe(0)
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/Group')
  })

  it('stands at the lower right of the sheet, or where it is put, turned', async () => {
    const usual = place(await renderStampSheet(stampFacts(), 'a4', null), 'Ж-0619/26')
    expect(usual.left).toBeGreaterThan(mm(136))
    expect(usual.right).toBeLessThan(mm(202))
    expect(usual.top).toBeGreaterThan(mm(255))
    const put = place(await renderStampSheet(stampFacts(), 'a5', { x: 60, y: 50, turn: 0 }), 'Ж-0619/26')
    expect((put.left + put.right) / 2).toBeCloseTo(mm(60), 0)
    const turned = await renderStampSheet(stampFacts(), 'a4', { x: 60, y: 100, turn: 90 })
    const { data, width, height } = new ReadPdf(turned).picture(50)
    const box = inked(data, width, height)
    expect(box.bottom - box.top).toBeGreaterThan(1.8 * (box.right - box.left))
    expect((box.left + box.right) / 2).toBeCloseTo((60 / 25.4) * 50, -1)
  })

  it('never leaves the sheet', async () => {
    const { data, width, height } = new ReadPdf(await renderStampSheet(stampFacts(), 'a5', { x: 0, y: 300, turn: 45 })).picture(
      50,
    )
    const box = inked(data, width, height)
    expect(box.left).toBeGreaterThan(3)
    expect(box.bottom).toBeLessThan(height - 3)
  })
})

function inked(data: Uint8Array, width: number, height: number) {
  const box = { left: width, right: 0, top: height, bottom: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4]! > 200) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  return box
}

describe('the test page', () => {
  it.each([
    ['a4', '595.28 x 841.89', 'болуы керек', 100],
    ['a5', '419.53 x 595.28', 'болуы керек', 100],
    ['roll80', '226.772 x 566.929', 'болуы керек', 60],
  ] as const)('on %s measures the sheet and shows every letter in every face', async (name, size, said, side) => {
    const pdf = await renderTestPage(name)
    const { info, text, fonts } = new ReadPdf(pdf)
    expect(info['Page size']).toContain(size)
    expect(text).toContain(`${side} мм ${said}`)
    for (const face of FACES) expect(text).toContain(`${face} Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі №`)
    expect(fonts).toHaveLength(FACES.length)
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, unicode: true })
  })
})

describe('the office’s picture', () => {
  const picture = (): Promise<Buffer> =>
    sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 160, b: 0, alpha: 1 } } })
      .png()
      .toBuffer()
  const green = async (facts: ReturnType<typeof slipFacts>, logo: Awaited<ReturnType<typeof slipLogo>>): Promise<number> => {
    const { data } = new ReadPdf(await renderSlip(facts, { logo })).picture(50)
    let count = 0
    for (let i = 0; i < data.length; i += 4) if (data[i + 1]! > data[i]! + 80 && data[i + 1]! > data[i + 2]! + 80) count++
    return count
  }

  it('stands on the slip, black on a roll, and is left out when it is gone', async () => {
    const bytes = await picture()
    const logos = { read: () => Promise.resolve(bytes) }
    const own = { ...OWN, logo: 'f'.repeat(64) }
    for (const format of ['a5', 'a4pair', 'large'] as const)
      expect(await green(slipFacts({ own, format }), await slipLogo(logos, own.logo, format))).toBeGreaterThan(50)
    expect(await green(slipFacts({ own, format: 'roll80' }), await slipLogo(logos, own.logo, 'roll80'))).toBe(0)
    expect(await slipLogo({ read: () => Promise.resolve(null) }, own.logo)).toBeNull()
    expect(await slipLogo({ read: () => Promise.resolve(Buffer.from('no picture')) }, own.logo)).toBeNull()
    expect(new ReadPdf(await renderSlip(slipFacts({ own }))).text).toContain('Ж-0619/26')
  })
})

describe('many slips in one PDF', () => {
  it('are all there in order, each on its own paper', async () => {
    const slips = SLIP_FORMATS.map((format, index) =>
      slipFacts({ format, languages: 'kk', subject: `Тақырып ${index + 1}`, proof: proofOf(index) }),
    )
    const pages = readPages(await renderSlips(slips)).map(textOf)
    expect(pages).toHaveLength(5)
    expect(pages[0]).toContain('Тақырып 1')
    expect(pages[1]).toContain('Тақырып 2')
    expect(pages[2]).toContain('Тақырып 3')
    expect(pages[4]).toContain('Тақырып 4')
  })
})
