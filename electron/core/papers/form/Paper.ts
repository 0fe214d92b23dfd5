import { setImmediate as breath } from 'node:timers/promises'
import type { Faces } from '../../paper/faces'
import { facesInUse } from '../../paper/fonts'
import { PdfWriter, type PageSize } from '../../paper/pdf'
import { mm, type Sheet } from '../../paper/Sheet'
import { Voices } from '../../paper/voices'
import type { Imprint } from '../PaperCall'

/** Sizes of pages in points, as ISO sizes are rounded in PDF. */
export const A4 = { width: 595.28, height: 841.89 } as const
export const A4_WIDE = { width: 841.89, height: 595.28 } as const
export const A5 = { width: 419.53, height: 595.28 } as const

export type { PageSize }

/** A page size given in millimetres. */
export const pageOf = (width: number, height: number): PageSize => ({ width: mm(width), height: mm(height) })

/** What every part of a paper lays itself out with. */
export interface PaperMaker {
  faces: Faces
  voices: Voices
  imprint: Imprint
}

/** A laid-out paper: pages of one size, each drawn when it is asked for, and the title it bears, by which its file is named too. */
export interface Paper {
  size: PageSize
  pages: Iterable<Sheet>
  title: string
}

/** How far the printer prints askew, in millimetres; the page is moved by that much to the right and down. */
export interface Offset {
  dx: number
  dy: number
}

/** What papers of these languages are laid out with. Throws when `useFonts` was not called. */
export function makerOf(imprint: Imprint): PaperMaker {
  return { faces: facesInUse(), voices: new Voices(imprint.languages), imprint }
}

/** A paper as PDF: fonts embedded, text selectable, language, title and author set; tagged. The same paper gives the same bytes. The
 * thread is free between the pages. Errors: the file system's, when the fonts cannot be read. */
export async function renderPaper(
  { faces, voices, imprint }: PaperMaker,
  { size, pages, title }: Paper,
  { dx, dy }: Offset,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const details = {
    shift: { dx: mm(dx), dy: mm(dy) },
    size,
    language: voices.main === 'kk' ? 'kk-KZ' : 'ru-RU',
    title,
    author: voices.of(imprint.office.name).main,
    createdAt: new Date(imprint.at),
  }
  const writer = new PdfWriter(faces, details, (chunk) => chunks.push(chunk))
  for (const { marks } of pages) {
    writer.page(marks)
    await breath()
  }
  await writer.end()
  return Buffer.concat(chunks)
}
