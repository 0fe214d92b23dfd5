import type { SheetFacts } from '#core/closings/sheetDocument'
import { renderClosing } from '#core/closings/sheetDocument'
import { useFonts } from '#core/paper/fonts'
import { closingCode } from '#shared/domain'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { resourcesDir } from '../support/office'
import { ReadPdf } from './readPdf'

beforeAll(() => useFonts(join(resourcesDir, 'fonts')))

const HEAD = '9f3c51e07ab24d668e10c2d94fb7a3530d1e88f2b6c4975a3e60f19d2c7b8a41'
const sheet = (closing: Partial<SheetFacts['closing']> = {}, changes: Partial<SheetFacts> = {}): SheetFacts => ({
  closing: {
    ...{
      id: 7,
      day: '2026-12-11',
      edition: 1,
      count: 23,
      first: 'Ж-0590/26',
      last: 'Ж-0612/26',
      voids: ['Ж-0601/26', 'Ж-0588/26'],
    },
    ...{ eventId: 48_213, head: HEAD, closedAt: '2026-12-11T13:31:00.000Z', closedBy: 'Қасенова А. Т.' },
    ...closing,
  },
  office: {
    name: { kk: 'Ақмола облысының білім басқармасы', ru: 'Управление образования Акмолинской области' },
    head: 'Тілеубергенов Қ. М.',
  },
  languages: 'both',
  timeZone: 'Asia/Almaty',
  ...changes,
})
const read = async (facts: SheetFacts) => new ReadPdf(await renderClosing(facts))

describe('the sheet of a closed day', () => {
  it('bears the figures, the hash, the names and both languages on one A4 page', async () => {
    const pdf = await read(sheet())
    for (const text of [
      ...[
        'Ақмола облысының білім басқармасы',
        'Управление образования Акмолинской области',
        '2026 жылғы 11 желтоқсан',
        '11 декабря 2026 года',
      ],
      ...[
        '23',
        'Ж-0590/26',
        'Ж-0612/26',
        '2: Ж-0601/26, Ж-0588/26',
        '11.12.2026 18:31, Қасенова А. Т.',
        'Тілеубергенов Қ. М.',
        '48213',
      ],
      'қолы, күні / подпись, дата',
    ])
      expect(pdf.text).toContain(text)
    expect(pdf.text.replace(/\s/g, '')).toContain(HEAD)
    expect(pdf.info).toMatchObject({ Pages: '1', 'Page size': expect.stringContaining('A4') as string })
    for (const font of pdf.fonts) expect(font).toMatchObject({ embedded: true, unicode: true })
  })

  it('says the whole of it in a code that a reader reads', async () => {
    const facts = sheet()
    expect((await read(facts)).codes).toEqual([closingCode(facts.closing)])
  })

  it.each(['kk', 'ru'] as const)('in %s alone has none of the other language', async (languages) => {
    const { text } = await read(sheet({}, { languages }))
    expect(text.includes('Работник канцелярии')).toBe(languages === 'ru')
    expect(text.includes('Кеңсе қызметкері')).toBe(languages === 'kk')
  })

  it('of a quiet day says «none», and of a later sheet that there were others', async () => {
    const { text } = await read(sheet({ count: 0, first: null, last: null, voids: [], edition: 3 }))
    expect(text.match(/жоқ \/ нет/g)).toHaveLength(3)
    expect(text).toContain('№ 3 парақ / Лист № 3')
    expect(text).toContain('алдыңғы парақтар сақталады')
  })

  it.each([
    ['60 voids', { voids: Array.from({ length: 60 }, (_, i) => `Ж-${1000 + i}/2026`) }, {}],
    ['200 voids', { voids: Array.from({ length: 200 }, (_, i) => `Ж-${1000 + i}/2026`) }, {}],
    [
      'long names',
      { closedBy: 'Әбдіғаппарұлы-Нұрмағамбетовский Ә. Ғ.' },
      { office: { name: { kk: 'Ә'.repeat(150), ru: 'Щ'.repeat(150) }, head: 'Қ'.repeat(80) } },
    ],
  ])('keeps %s on its page, whole', async (_, closing, changes) => {
    const facts = sheet(closing, changes)
    const pdf = await read(facts)
    expect(pdf.info['Pages']).toBe('1')
    for (const { right, bottom } of pdf.words) expect([right <= 595.28 - 40, bottom <= 841.89 - 20]).toEqual([true, true])
    for (const number of facts.closing.voids) expect(pdf.text).toContain(number)
    expect(pdf.codes).toEqual([closingCode(facts.closing)])
  })

  it('can be read aloud: a heading, a table of rows with their heads, a figure with words, Russian marked as Russian', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kiris-sheet-'))
    const file = join(folder, 'sheet.pdf')
    writeFileSync(file, await renderClosing(sheet()))
    const tool = (...args: string[]) =>
      execFileSync('pdfinfo', [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const tree = tool('-struct-text')
    expect(tool()).toMatch(/Tagged: +yes/)
    expect(tree.match(/^ *TR/gm)).toHaveLength(5)
    expect(tree).toMatch(/H1[^\n]*\n *"Тіркеу күнін жабу парағы"/)
    expect(tree.indexOf('Тіркеу күнін жабу парағы')).toBeLessThan(tree.indexOf('Ж-0590/26'))
    expect(tree.indexOf('Ж-0612/26')).toBeLessThan(tree.indexOf('9f3c'))
    expect(tool('-struct').match(/Figure/g)).toHaveLength(1)
    // Poppler prints neither what a figure says nor the languages; they stand in the file as they are.
    const raw = readFileSync(file).toString('latin1')
    expect(raw).toContain('/Alt (')
    expect(raw).toContain('/Lang (ru)')
    rmSync(folder, { recursive: true })
  })

  it('is the same, byte for byte, whenever it is printed again', async () => {
    expect(Buffer.from(await renderClosing(sheet()))).toEqual(Buffer.from(await renderClosing(sheet())))
  })
})
