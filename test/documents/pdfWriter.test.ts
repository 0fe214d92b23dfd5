import { describe, expect, it } from 'vitest'
import { Faces } from '#core/paper/faces'
import { pdfOf, PdfWriter, type PdfDetails } from '#core/paper/pdf'
import { Sheet } from '#core/paper/Sheet'
import type { Tag } from '#core/paper/tags'
import { join } from 'node:path'
import { ReadPdf } from './readPdf'
import { readTags } from './readTags'

const faces = new Faces(join(process.cwd(), 'resources/fonts'))
const details: PdfDetails = {
  size: { width: 300, height: 200 },
  language: 'kk',
  title: 'Кітап & «журнал»',
  author: 'Кеңсе',
  createdAt: new Date('2026-12-11T06:00:00Z'),
}
const plain = { face: 'PTSans-Regular', size: 10 } as const

function sheetWith(draw: (sheet: Sheet) => void): Sheet {
  const sheet = new Sheet(faces)
  draw(sheet)
  return sheet
}

describe('writing a PDF page by page', () => {
  it('gives each page away when it is drawn, and keeps nothing of it', async () => {
    let given = 0
    const writer = new PdfWriter(faces, details, (chunk) => (given += chunk.byteLength))
    const grown: number[] = []
    for (let page = 1; page <= 400; page++) {
      const before = given
      writer.page(sheetWith((sheet) => sheet.within('P', () => sheet.text(`${page}-бет`.repeat(40), plain, 10, 50))).marks)
      grown.push(given - before)
    }
    expect(Math.min(...grown)).toBeGreaterThan(100)
    const before = given
    await writer.end()
    // Fonts, and the list of objects; not the pages.
    expect(given - before).toBeLessThan(250_000)
  })

  it('makes pages of any size, moved and turned', async () => {
    const chunks: Uint8Array[] = []
    const writer = new PdfWriter(faces, details, (chunk) => chunks.push(chunk))
    const { marks } = sheetWith((sheet) => sheet.text('Бет', plain, 20, 40))
    writer.page(marks, { width: 100, height: 500 })
    await writer.end()
    const pdf = new ReadPdf(Buffer.concat(chunks))
    expect(pdf.info['Page size']).toContain('100 x 500')
    expect(pdf.words[0]!.left).toBeCloseTo(20, 1)
    const moved = new ReadPdf(await pdfOf(faces, marks, { ...details, shift: { dx: 7, dy: -3 } }))
    expect(moved.words[0]!.left).toBeCloseTo(27, 1)
    expect(moved.words[0]!.top).toBeCloseTo(pdf.words[0]!.top - 3, 1)
  })

  it('claims no tags where there are none', async () => {
    const pdf = await pdfOf(faces, sheetWith((sheet) => sheet.text('Бет', plain, 20, 40)).marks, details)
    expect(new ReadPdf(pdf).info).toMatchObject({ Tagged: 'no', Title: 'Кітап & «журнал»', Author: 'Кеңсе' })
    expect(readTags(pdf)).toEqual([])
  })

  it('tells parts in their order, other languages, and what is decoration', async () => {
    const { marks } = sheetWith((sheet) => {
      sheet.within('H1', () => sheet.text('Тақырып', plain, 10, 20))
      sheet.text('безендіру', plain, 10, 190)
      sheet.rule(10, 30, 100, 1)
      sheet.within('Table', () =>
        sheet.within('TR', () => {
          sheet.within({ role: 'TH', scope: 'Row' }, () => sheet.text('Нөмірі', plain, 10, 60))
          sheet.within('TD', () => sheet.runs([{ text: 'он', face: 'PTSans-Regular' }, { text: ' / десять', face: 'PTSans-Bold', language: 'ru' }], 10, 80, 60))
        }),
      )
      sheet.within({ role: 'Figure', alt: 'QR' }, () => sheet.fill([[10, 100, 20, 20]]))
    }) // prettier-ignore
    const pdf = await pdfOf(faces, marks, details)
    const tags = readTags(pdf)
    expect(tags.map(({ role }) => role)).toEqual(['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'Span', 'Figure'])
    expect(tags.map(({ text }) => text).filter(Boolean)).toEqual(['Тақырып', 'Нөмірі', 'он', '/ десять'])
    expect(new ReadPdf(pdf).text).toContain('безендіру')
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang \(ru\)[^]*\/Alt \(QR\)|\/Alt \(QR\)[^]*\/Lang \(ru\)/)
  })

  it('goes on with a part on the next page', async () => {
    const paragraph: Tag = { role: 'P' }
    const chunks: Uint8Array[] = []
    const writer = new PdfWriter(faces, details, (chunk) => chunks.push(chunk))
    for (const text of ['сөйлемнің басы', 'және соңы'])
      writer.page(sheetWith((sheet) => sheet.within(paragraph, () => sheet.text(text, plain, 10, 50))).marks)
    writer.page(sheetWith((sheet) => sheet.within('P', () => sheet.text('басқа', plain, 10, 50))).marks)
    await writer.end()
    const tags = readTags(Buffer.concat(chunks)).filter(({ role }) => role === 'P')
    expect(tags.map(({ text }) => text)).toEqual(['сөйлемнің басы және соңы', 'басқа'])
  })

  it('gives the same bytes for the same calls', async () => {
    const { marks } = sheetWith((sheet) => sheet.within('P', () => sheet.text('Әә Ққ №', plain, 10, 50)))
    const [one, other] = await Promise.all([pdfOf(faces, marks, details), pdfOf(faces, marks, details)])
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
