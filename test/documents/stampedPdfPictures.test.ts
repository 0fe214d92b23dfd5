import { inspectPdf } from '#core/attachments/pdf/inspectPdf'
import { makeStampedCopy } from './stampedCopy'
import type { FileKind } from '#shared/contract'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf, infoOf, inkOn, pictureOf, STAMP, textIn } from './stampedPdfFixtures'

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'kiris-pictures-'))))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A sheet of 210 × 297 mm at 150 dpi, white, with a red square of 30 mm in its upper left corner. */
const sheet = (): Sharp =>
  sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#ffffff' } }).composite([
    { input: { create: { width: 177, height: 177, channels: 3, background: '#d01818' } }, left: 0, top: 0 },
  ])

let made = 0
async function stamped(bytes: Buffer, kind: FileKind, page?: number): Promise<{ file: string; source: string; pages: number }> {
  const source = join(dir, `${++made}.scan`)
  const target = join(dir, `${made}.pdf`)
  writeFileSync(source, bytes)
  const before = hashOf(source)
  const place = page === undefined ? null : { page, x: 60, y: 60, turn: 0, russian: false }
  const { pages } = await makeStampedCopy({ source, kind, target, facts: STAMP, place, russian: false })
  expect(hashOf(source)).toBe(before)
  expect(readdirSync(dir).filter((name) => name.includes('part'))).toEqual([])
  expect(inspectPdf(target)).toEqual({ condition: 'whole', pages })
  return { file: target, source, pages }
}

const sizeOf = (file: string): number[] => /Page size:\s+([\d.]+) x ([\d.]+)/.exec(infoOf(file))!.slice(1).map(Number)

/** The colour at a place of a page, in mm. */
function colourAt(file: string, x: number, y: number, page = 1): 'red' | 'white' | 'other' {
  const { data, width } = pictureOf(file, 60, page)
  const at = (Math.round((y / 25.4) * 60) * width + Math.round((x / 25.4) * 60)) * 4
  const [red, green] = [data[at]!, data[at + 1]!]
  if (red > 240 && green > 240) return 'white'
  return red > 150 && green < 90 ? 'red' : 'other'
}

describe('the stamp of a picture', () => {
  it.each<[string, FileKind, () => Promise<Buffer>]>([
    ['a JPEG', 'jpeg', () => sheet().withMetadata({ density: 150 }).jpeg().toBuffer()],
    ['a progressive JPEG', 'jpeg', () => sheet().withMetadata({ density: 150 }).jpeg({ progressive: true }).toBuffer()],
    [
      'a JPEG for the printing press (CMYK)',
      'jpeg',
      () => sheet().toColourspace('cmyk').withMetadata({ density: 150 }).jpeg().toBuffer(),
    ],
    ['a PNG', 'png', () => sheet().withMetadata({ density: 150 }).png().toBuffer()],
    ['a PNG with a clear ground', 'png', () => sheet().unflatten().withMetadata({ density: 150 }).png().toBuffer()],
    [
      'an interlaced PNG with a palette',
      'png',
      () => sheet().withMetadata({ density: 150 }).png({ palette: true, progressive: true }).toBuffer(),
    ],
    ['a PNG of 16 bits', 'png', () => sheet().toColourspace('rgb16').withMetadata({ density: 150 }).png().toBuffer()],
    [
      'a TIFF',
      'tiff',
      () => sheet().withMetadata({ density: 150 }).tiff({ compression: 'lzw', xres: 5.905, yres: 5.905 }).toBuffer(),
    ],
  ])('lies on %s as large as the paper it was scanned from', async (_name, kind, make) => {
    const { file, pages } = await stamped(await make(), kind)
    expect(pages).toBe(1)
    const [width, height] = sizeOf(file)
    expect(Math.abs(width! - 595.2)).toBeLessThan(1)
    expect(Math.abs(height! - 841.9)).toBeLessThan(1)
    expect([colourAt(file, 15, 15), colourAt(file, 45, 15), colourAt(file, 15, 45)]).toEqual(['red', 'white', 'white'])
    expect(textIn(file)).toContain('Ж-0619/26')
    const ink = inkOn(pictureOf(file, 60), 60)!
    expect(Math.abs(ink.right - 202)).toBeLessThan(0.9)
    expect(Math.abs(ink.bottom - 289)).toBeLessThan(0.9)
  })

  it.each([
    ['grey', (flat: Sharp) => flat.greyscale()],
    ['black and white', (flat: Sharp) => flat.greyscale().threshold(128)],
  ])('lies on a %s scan', async (name, draw) => {
    const flat = await sheet().png().toBuffer()
    const make = (): Sharp => draw(sharp(flat))
    for (const [kind, bytes] of [
      [
        'tiff',
        await make()
          .tiff({ compression: 'lzw', bitdepth: name === 'grey' ? 8 : 1 })
          .toBuffer(),
      ],
      ['png', await make().png().toBuffer()],
      ['jpeg', await make().jpeg().toBuffer()],
    ] as const) {
      const { file } = await stamped(bytes, kind)
      expect(colourAt(file, 15, 15)).toBe('other')
      expect(colourAt(file, 100, 100)).toBe('white')
      expect(inkOn(pictureOf(file, 60), 60)).not.toBeNull()
    }
  })

  it('leaves the data of a JPEG as it is', async () => {
    const jpeg = await sheet().jpeg().toBuffer()
    const { file } = await stamped(jpeg, 'jpeg')
    expect(readFileSync(file).includes(jpeg)).toBe(true)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lies on a photograph the way it was held (EXIF %i)', async (orientation) => {
    // What the camera stored, so that turning it by EXIF gives the sheet back.
    const undo: Record<number, (picture: Sharp) => Sharp> = {
      2: (picture) => picture.flop(),
      3: (picture) => picture.rotate(180),
      4: (picture) => picture.flip(),
      5: (picture) => picture.rotate(270).flop(),
      6: (picture) => picture.rotate(270),
      7: (picture) => picture.rotate(90).flop(),
      8: (picture) => picture.rotate(90),
    }
    const flat = sharp(await sheet().png().toBuffer())
    const stored = sharp(await (undo[orientation]?.(flat) ?? flat).png().toBuffer())
    const jpeg = await stored.withMetadata({ density: 150, orientation }).jpeg().toBuffer()
    expect((await sharp(jpeg).metadata()).orientation ?? 1).toBe(orientation)
    const { file } = await stamped(jpeg, 'jpeg')
    const [width, height] = sizeOf(file)
    expect(width).toBeLessThan(height!)
    expect([colourAt(file, 15, 15), colourAt(file, 195, 15), colourAt(file, 15, 280)]).toEqual(['red', 'white', 'white'])
  })

  it('lies on the chosen page of a TIFF of two pages', async () => {
    const { data: both } = await sharp({ create: { width: 1240, height: 3508, channels: 3, background: '#ffffff' } })
      .composite([{ input: { create: { width: 177, height: 177, channels: 3, background: '#d01818' } }, left: 0, top: 1754 }])
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(both).toHaveLength(1240 * 3508 * 3)
    const raw = { width: 1240, height: 3508, channels: 3, pageHeight: 1754 } as const
    const tiff = await sharp(both, { raw }).tiff({ compression: 'lzw', xres: 5.905, yres: 5.905 }).toBuffer()
    expect((await sharp(tiff).metadata()).pages).toBe(2)
    const { file, pages } = await stamped(tiff, 'tiff', 2)
    expect(pages).toBe(2)
    expect([colourAt(file, 15, 15, 1), colourAt(file, 15, 15, 2)]).toEqual(['white', 'red'])
    expect(textIn(file, 1)).toBe('')
    expect(textIn(file, 2)).toContain('Ж-0619/26')
  })

  it.each([
    [72, 4000, 3000, [793.7, 595.28]],
    [1200, 3000, 4000, [595.28, 793.71]],
    [300, 200, 100, [841.89, 420.95]],
  ])('of %i dpi, which no sheet has, fits into A4', async (density, width, height, size) => {
    const picture = sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    const { file } = await stamped(await picture.withMetadata({ density }).jpeg().toBuffer(), 'jpeg')
    sizeOf(file).forEach((side, i) => expect(Math.abs(side - size[i]!)).toBeLessThan(0.6))
  })

  it.each<FileKind>(['jpeg', 'png', 'tiff', 'docx', 'audio'])(
    'is refused where it cannot lie: a broken or other file (%s)',
    async (kind) => {
      const refused = stamped(Buffer.from('not at all'), kind)
      await expect(refused).rejects.toMatchObject({ code: 'attachments.not_stampable' })
      expect(readdirSync(dir).filter((name) => name.startsWith(`${made}.`))).toEqual([`${made}.scan`])
    },
  )
})
