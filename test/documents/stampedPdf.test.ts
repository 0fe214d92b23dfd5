import { makeStampedCopy } from './stampedCopy'
import { inspectPdf } from '#core/attachments/pdf/inspectPdf'
import type { StampPlace } from '#shared/contract'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf, infoOf, inkOn, letterPdf, pictureOf, STAMP, stampSize, textIn } from './stampedPdfFixtures'
import { ReadPdf } from './readPdf'
import { emptyPdf, nestedPdf, shapedPdf, STRUCTURES } from './stampedPdfStructures'

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'kiris-stamped-'))))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let made = 0
/** Stamps a PDF, and proves what holds for every copy: the source is untouched, the copy begins with it. */
async function stamped(
  pdf: Buffer,
  place: StampPlace | null = null,
  russian = false,
): Promise<{ file: string; place: StampPlace; pages: number }> {
  const source = join(dir, `${++made}.pdf`)
  const target = join(dir, `${made}-stamped.pdf`)
  writeFileSync(source, pdf)
  const before = hashOf(source)
  const result = await makeStampedCopy({ source, kind: 'pdf', target, facts: STAMP, place, russian })
  expect(hashOf(source)).toBe(before)
  expect(readFileSync(target).subarray(0, pdf.length).equals(pdf)).toBe(true)
  return { file: target, ...result }
}

const at = (place: Partial<StampPlace>): StampPlace => ({ page: 1, x: 100, y: 100, turn: 0, russian: false, ...place })
const DPI = 60
// A picture point of 60 dpi is 0.42 mm.
const NEAR = 0.9
const { wide: WIDE, high: HIGH } = stampSize()

describe('the stamp of a PDF', () => {
  it.each(Object.keys(STRUCTURES))('lies on a file with %s, whose text stays text', async (name) => {
    const { file, pages } = await stamped(STRUCTURES[name]!())
    expect(textIn(file)).toContain('Original text')
    expect(textIn(file)).toContain('«Ақмола облысының білім басқармасы» ММ')
    expect(textIn(file)).toContain('Ж-0619/26')
    expect(textIn(file)).toContain('11 желтоқсан 2026 ж.')
    expect(textIn(file)).not.toContain('Управление')
    expect(infoOf(file)).toMatch(/Pages:\s+1\n/)
    expect(pages).toBe(1)
    const ink = inkOn(pictureOf(file, DPI), DPI)!
    expect(Math.abs(ink.right - (209.9 - 8))).toBeLessThan(NEAR)
    expect(Math.abs(ink.bottom - (297 - 8))).toBeLessThan(NEAR)
    expect(inspectPdf(file)).toEqual({ condition: 'whole', pages: 1 })
  })

  it('lies on a letter in Kazakh as our own programs write it', async () => {
    const { file, place } = await stamped(await letterPdf())
    expect(textIn(file)).toContain('Өтініш: балабақшаға орын беруді сұраймын')
    expect(place).toMatchObject({ page: 1, x: 169, turn: 0, russian: false })
    expect(place.y + HIGH / 2).toBeCloseTo(289, 0)
  })

  it('lies on a page without contents', async () => {
    const { file } = await stamped(emptyPdf())
    expect(textIn(file)).toMatch(/^«Ақмола .*Ж-0619\/26/)
  })

  it('lies on the page that was chosen, turned as that page inherits it', async () => {
    const { file, pages } = await stamped(nestedPdf(), at({ page: 3, x: 250, y: 30 }))
    expect(pages).toBe(3)
    expect([textIn(file, 1), textIn(file, 2)]).toEqual(['', ''])
    expect(textIn(file, 3)).toContain('Original text')
    const ink = inkOn(pictureOf(file, DPI, 3), DPI)!
    expect(Math.abs((ink.left + ink.right) / 2 - 250)).toBeLessThan(NEAR)
    expect(Math.abs((ink.top + ink.bottom) / 2 - 30)).toBeLessThan(NEAR)
  })

  it('is written in Russian too where that is wished', async () => {
    const { file, place } = await stamped(await letterPdf(), null, true)
    expect(place.russian).toBe(true)
    expect(textIn(file)).toContain('«Ақмола облысының білім басқармасы» ММ')
    expect(textIn(file)).toContain('ГУ «Управление образования Акмолинской области»')
  })

  it('is added a second time without hiding the first', async () => {
    const once = await stamped(STRUCTURES['packed objects and predicted references']!())
    const { file } = await stamped(readFileSync(once.file), at({ x: 60, y: 60 }))
    expect(textIn(file).split('Ж-0619/26')).toHaveLength(3)
    expect(textIn(file)).toContain('Original text')
  })
})

const SHAPES: Record<string, string> = {
  plain: '/MediaBox[0 0 595.28 841.89]',
  'with a media box away from the origin': '/MediaBox[-200 1000 395.28 1841.89]',
  'with a crop box': '/MediaBox[0 0 900 1200]/CropBox[100 150 695.28 991.89]',
  'with a crop box that reaches over the edge': '/MediaBox[0 0 595.28 841.89]/CropBox[-50 -50 900 900]',
  'with corners the other way round': '/MediaBox[595.28 841.89 0 0]',
}
const TURNS = [0, 90, 180, 270, -90, 450]

describe('a stamp on a page', () => {
  const cases = Object.entries(SHAPES).flatMap(([name, shape]) => TURNS.map((turn) => ({ name, shape, turn })))
  it.each(cases)('$name, turned by $turn°, lies in the lower right corner as seen, and upright', async ({ shape, turn }) => {
    const { file } = await stamped(shapedPdf(`${shape}/Rotate ${turn}`))
    const [width, height] = turn % 180 === 0 ? [210, 297] : [297, 210]
    const ink = inkOn(pictureOf(file, DPI), DPI)!
    expect(Math.abs(ink.right - (width - 8))).toBeLessThan(NEAR)
    expect(Math.abs(ink.bottom - (height - 8))).toBeLessThan(NEAR)
    expect(Math.abs(ink.right - ink.left - WIDE)).toBeLessThan(NEAR)
    expect(Math.abs(ink.bottom - ink.top - HIGH)).toBeLessThan(NEAR)
  })

  it.each(TURNS)('turned by %s° lies where it was put, turned clockwise as it was turned', async (rotate) => {
    const { file, place } = await stamped(
      shapedPdf(`${SHAPES['with a crop box']}/Rotate ${rotate}`),
      at({ x: 70, y: 55, turn: 90 }),
    )
    expect(place).toEqual(at({ x: 70, y: 55, turn: 90 }))
    const ink = inkOn(pictureOf(file, 120), 120)!
    expect(Math.abs((ink.left + ink.right) / 2 - 70)).toBeLessThan(NEAR)
    expect(Math.abs((ink.top + ink.bottom) / 2 - 55)).toBeLessThan(NEAR)
    expect(Math.abs(ink.right - ink.left - HIGH)).toBeLessThan(NEAR)
    expect(Math.abs(ink.bottom - ink.top - WIDE)).toBeLessThan(NEAR)
    // Turned clockwise, its first line is on the right and is read downwards.
    const { words } = new ReadPdf(readFileSync(file))
    const [first, last, date] = ['«Ақмола', 'ММ', 'желтоқсан'].map((text) => words.find((word) => word.text === text)!)
    expect(first!.left).toBeGreaterThan(date!.right)
    expect(first!.bottom).toBeLessThan(last!.top)
  })

  it('that would stand outside is moved inside', async () => {
    const { file, place } = await stamped(shapedPdf('/MediaBox[0 0 595.28 841.89]'), at({ x: 2000, y: 0 }))
    expect(place).toMatchObject({ x: 177, y: Math.round(HIGH * 5) / 10 })
    const ink = inkOn(pictureOf(file, DPI), DPI)!
    expect(ink.right).toBeGreaterThan(209)
    expect(ink.top).toBeLessThan(1)
    expect(Math.abs(ink.right - ink.left - WIDE)).toBeLessThan(NEAR)
  })

  it('smaller than itself is made smaller', async () => {
    const { file } = await stamped(shapedPdf('/MediaBox[0 0 85 200]'))
    const ink = inkOn(pictureOf(file, 120), 120)!
    expect(ink.right - ink.left).toBeLessThan(30.1)
    expect((ink.right - ink.left) / (ink.bottom - ink.top)).toBeCloseTo(WIDE / HIGH, 0)
  })

  it('measured in units of its own keeps its size on paper', async () => {
    const { file } = await stamped(shapedPdf('/MediaBox[0 0 297.64 420.945]/UserUnit 2'))
    const picture = pictureOf(file, DPI)
    // Versions of poppler that do not know the entry show such a page at half its size.
    const dpi = picture.width < 300 ? DPI / 2 : DPI
    const ink = inkOn(picture, dpi)!
    expect(Math.abs(ink.right - (210 - 8))).toBeLessThan(2 * NEAR)
    expect(Math.abs(ink.right - ink.left - WIDE)).toBeLessThan(2 * NEAR)
  })
})
