import type { FileKind } from '#shared/contract'
import { PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import sharp, { type Metadata } from 'sharp'
import { LENIENT, sizeOnPaper } from '../pictureSize'
import { dictionary, ObjectWriter } from './ObjectWriter'
import { pictureData, type PngPicture } from './pngData'

/** Pictures that become pages. */
export type PictureKind = Extract<FileKind, 'jpeg' | 'png' | 'tiff'>

const CATALOG = PDFRef.of(1)
const PAGES = PDFRef.of(2)
/** Objects of a page: itself, its content, its picture, the length of that. */
const PER_PAGE = 4

/**
 * Writes a picture as PDF: a page for each page of a TIFF, else one, as large as `sizeOnPaper` says. A JPEG's data goes in as it is, anything else
 * losslessly; its EXIF turn is respected. The whole picture is never in memory as data. Errors: those of sharp for a picture that cannot be read; the file system's.
 */
export async function writePicturePdf(source: string, kind: PictureKind, target: string): Promise<void> {
  const { pages = 1 } = await sharp(source, LENIENT).metadata()
  const count = kind === 'tiff' ? pages : 1
  const handle = await open(target, 'w')
  try {
    const writer = new ObjectWriter(handle, 0)
    await writer.bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
    for (let index = 0; index < count; index++) await writePage(writer, { source, kind, target, index })
    const kids = Array.from({ length: count }, (_, index) => refsOf(index).page)
    await writer.object(PAGES, dictionary({ Type: 'Pages', Count: count, Kids: listOf(kids) }))
    await writer.object(CATALOG, dictionary({ Type: 'Catalog', Pages: PAGES }))
    await writer.end('table', dictionary({ Root: CATALOG }), new Map(), refsOf(count).page.objectNumber)
  } finally {
    await handle.close()
  }
}

const listOf = (items: readonly (PDFObject | number)[]): PDFObject => dictionary({}).context.obj([...items])

function refsOf(index: number): { page: PDFRef; content: PDFRef; image: PDFRef; length: PDFRef } {
  const first = PAGES.objectNumber + 1 + index * PER_PAGE
  const [page, content, image, length] = [0, 1, 2, 3].map((step) => PDFRef.of(first + step)) as [PDFRef, PDFRef, PDFRef, PDFRef]
  return { page, content, image, length }
}

async function writePage(
  writer: ObjectWriter,
  picture: { source: string; kind: PictureKind; target: string; index: number },
): Promise<void> {
  const { source, kind, target, index } = picture
  const refs = refsOf(index)
  const metadata = await sharp(source, { ...LENIENT, page: index }).metadata()
  const { width, height } = sizeOnPaper(metadata)
  const { context } = dictionary({})
  const matrix = matrixOf(metadata.orientation ?? 1, width, height)
  await writer.object(refs.content, context.stream(`q ${matrix.map((value) => value.toFixed(3)).join(' ')} cm /Im Do Q\n`))
  const resources = dictionary({ XObject: dictionary({ Im: refs.image }) })
  const entries = { Type: 'Page', Parent: PAGES, MediaBox: listOf([0, 0, width, height]), Resources: resources }
  await writer.object(refs.page, dictionary({ ...entries, Contents: refs.content }))
  if (kind === 'jpeg' && goesInAsItIs(metadata)) await writeJpeg(writer, refs, metadata, source)
  else await writeOther(writer, refs, { source, index, part: `${target}.part.png` })
}

/** Grey and colour of eight bits, which the filter DCTDecode takes, baseline or progressive (ISO 32000-1 §7.4.8). CMYK is written in two opposite ways and goes through sharp. */
function goesInAsItIs({ space, channels, depth }: Metadata): boolean {
  return depth === 'uchar' && ((space === 'srgb' && channels === 3) || (space === 'b-w' && channels === 1))
}

type Refs = ReturnType<typeof refsOf>

const image = (width: number, height: number, channels: number): Record<string, string | number> => ({
  ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 },
  ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
})

async function writeJpeg(writer: ObjectWriter, refs: Refs, { width, height, channels }: Metadata, source: string): Promise<void> {
  const dict = dictionary({ ...image(width, height, channels), Filter: 'DCTDecode' })
  await writer.stream(refs.image, refs.length, dict, createReadStream(source) as AsyncIterable<Buffer>)
}

// A PNG's data is what the filter FlateDecode takes with PNG's predictors, so libvips writes one, row by row, and its data is taken over.
async function writeOther(
  writer: ObjectWriter,
  refs: Refs,
  { source, index, part }: { source: string; index: number; part: string },
): Promise<void> {
  try {
    await sharp(source, { ...LENIENT, page: index })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 6, palette: false, progressive: false })
      .toFile(part)
    const png = await open(part, 'r')
    try {
      const { width, height, channels, data }: PngPicture = await pictureData(png)
      const predictor = dictionary({ Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width })
      const dict = dictionary({ ...image(width, height, channels), Filter: 'FlateDecode', DecodeParms: predictor })
      await writer.stream(refs.image, refs.length, dict, data)
    } finally {
      await png.close()
    }
  } finally {
    await rm(part, { force: true })
  }
}

/** Lays the stored picture on the page the way EXIF says it is seen (tag Orientation, 1–8). */
function matrixOf(orientation: number, w: number, h: number): number[] {
  const turned: Record<number, number[]> = {
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  }
  return turned[orientation] ?? [w, 0, 0, h, 0, 0]
}
