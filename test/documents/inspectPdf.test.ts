import { inspectPdf } from '#core/attachments/pdf/inspectPdf'
import { makeStampedCopy } from './stampedCopy'
import { PDFDocument } from '@cantoo/pdf-lib'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RawPdf } from './rawPdf'
import { letterPdf, STAMP } from './stampedPdfFixtures'
import { nestedPdf, STRUCTURES } from './stampedPdfStructures'

let dir: string
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'kiris-inspect-'))))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function fileOf(bytes: Uint8Array | string): string {
  const file = join(dir, 'file.pdf')
  writeFileSync(file, bytes)
  return file
}
const looked = (bytes: Uint8Array | string): ReturnType<typeof inspectPdf> => inspectPdf(fileOf(bytes))

const DAMAGED = { condition: 'damaged', pages: null }
const ENCRYPTED = { condition: 'encrypted', pages: null }

async function packed(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page++) pdf.addPage().drawText(`page ${page}`)
  return pdf.save({ useObjectStreams: true })
}

describe('a PDF that is looked into', () => {
  it.each(Object.keys(STRUCTURES))('with %s is whole', async (name) => {
    expect(looked(STRUCTURES[name]!())).toEqual({ condition: 'whole', pages: 1 })
  })

  it('tells its pages', async () => {
    expect(looked(await packed(37))).toEqual({ condition: 'whole', pages: 37 })
    expect(looked(nestedPdf())).toEqual({ condition: 'whole', pages: 3 })
    expect(looked(await letterPdf())).toEqual({ condition: 'whole', pages: 1 })
  })

  it.each([
    ['a password to open it', { userPassword: 'kense', pdfVersion: '1.7' }],
    ['a password to change it only', { ownerPassword: 'kense', pdfVersion: '1.4' }],
    ['a password of the newest kind', { userPassword: 'kense', pdfVersion: '1.7ext3' }],
  ] as const)('with %s is encrypted', async (_name, options) => {
    expect(looked(await letterPdf(options))).toEqual(ENCRYPTED)
  })

  it('with a password is encrypted too when its references are broken', async () => {
    const pdf = (await letterPdf({ userPassword: 'kense' })).toString('latin1').replace(/startxref\n\d+/, 'startxref\n77')
    expect(looked(Buffer.from(pdf, 'latin1'))).toEqual(ENCRYPTED)
  })

  it('cut off anywhere is damaged', async () => {
    for (const whole of [await letterPdf(), Buffer.from(await packed(9)), STRUCTURES['saved twice']!()]) {
      for (let share = 0.05; share < 0.99; share += 0.07) {
        const cut = whole.subarray(0, Math.floor(whole.length * share))
        // What is cut after an earlier save's end mark is that earlier file, whole.
        if (cut.includes('%%EOF')) continue
        expect(looked(cut), `cut at ${cut.length} of ${whole.length}`).toEqual(DAMAGED)
      }
    }
  })

  it.each<[string, () => Uint8Array | string]>([
    ['nothing in it', () => ''],
    ['a header and nothing else', () => '%PDF-1.7\n'],
    [
      'noise after the header',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), deflateSync(Buffer.alloc(99_999, 'шу')), Buffer.from('%%EOF')]),
    ],
    ['another kind of file', () => 'PK\u0003\u0004 a letter'],
    ['a pointer to nowhere and no objects', () => '%PDF-1.7\nstartxref\n999999999\n%%EOF\n'],
    [
      'a section that follows itself',
      () => '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
    ],
    [
      'a table of billions',
      () => '%PDF-1.7\nxref\n0 9999999999\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
    ],
    [
      'lists within lists without end',
      () => `%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`,
    ],
    ['pages that lead to themselves', () => pages('<</Type/Pages/Kids[2 0 R]/Count 1>>')],
    ['a page tree of no pages', () => pages('<</Type/Pages/Kids[]/Count 0>>')],
    ['pages that are not there', () => pages('<</Type/Pages/Kids[8 0 R]/Count 1>>')],
    ['a catalog that refers to itself', () => end(new RawPdf().object(1, '1 0 R'))],
    ['references that unpack to far too much', bomb],
  ])('with %s is damaged', async (_name, make) => {
    expect(looked(make())).toEqual(DAMAGED)
  })

  it('that is not there is the disk’s matter, not the file’s', () => {
    expect(() => inspectPdf(join(dir, 'nowhere.pdf'))).toThrowError(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('that is encrypted, damaged or has no such page gets no stamp, and leaves nothing behind', async () => {
    const target = join(dir, 'target.pdf')
    const place = { page: 2, x: 50, y: 50, turn: 0, russian: false }
    const refused = async (bytes: Uint8Array, at: typeof place | null): Promise<void> => {
      const copy = makeStampedCopy({ source: fileOf(bytes), kind: 'pdf', target, facts: STAMP, place: at, russian: false })
      await expect(copy).rejects.toMatchObject({ code: 'attachments.not_stampable' })
      expect(existsSync(target)).toBe(false)
    }
    await refused(await letterPdf({ userPassword: 'kense' }), null)
    await refused((await letterPdf()).subarray(0, 1_500), null)
    await refused(await letterPdf(), place)
  })
})

const end = (pdf: RawPdf): Buffer => pdf.end(pdf.table('/Size 9/Root 1 0 R'))
const pages = (tree: string): Buffer => end(new RawPdf().object(1, '<</Type/Catalog/Pages 2 0 R>>').object(2, tree))

function bomb(): Buffer {
  const pdf = new RawPdf()
  const at = pdf.position
  pdf.stream(1, deflateSync(Buffer.alloc(200 * 1024 * 1024)), '/Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode')
  return pdf.end(at)
}
