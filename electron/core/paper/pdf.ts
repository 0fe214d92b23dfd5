import { PdfWriter } from './PdfWriter'
import type { Faces } from './faces'
import type { Mark } from './Sheet'

/** Width and height of a page, in points. */
export interface PageSize {
  width: number
  height: number
}

/** Size of the pages, and what the file says of itself. */
export interface PdfDetails {
  size: PageSize
  language: string
  title: string
  author: string
  createdAt: Date
  /** Written pale across each page, over everything. */
  watermark?: string | undefined
  /** By how much everything on the pages is moved, in points to the right and down: for a printer that prints askew. */
  shift?: { dx: number; dy: number } | undefined
}

/** One page with the given marks as PDF. The same marks and details give the same bytes. Tagged if marks belong to parts (`Sheet.within`). */
export async function pdfOf(faces: Faces, marks: readonly Mark[], details: PdfDetails): Promise<Uint8Array> {
  return pdfOfPages(faces, [marks], details)
}

/** Pages of one size with the given marks as PDF, in order. The same marks and details give the same bytes. Tagged if marks belong to parts (`Sheet.within`). */
export async function pdfOfPages(faces: Faces, pages: readonly (readonly Mark[])[], details: PdfDetails): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const writer = new PdfWriter(faces, details, (chunk) => chunks.push(chunk))
  for (const marks of pages) writer.page(marks)
  await writer.end()
  return Buffer.concat(chunks)
}

export { PdfWriter } from './PdfWriter'
