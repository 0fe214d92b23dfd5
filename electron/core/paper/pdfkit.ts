import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'
import type { PdfDetails } from './pdf'

type Pdfkit = typeof PDFDocument
type Document = InstanceType<Pdfkit>

/** A document of pdfkit, with the two things that its types leave out. */
export type PdfkitDocument = Document & {
  openImage(file: Buffer): object
  /** The catalogue, ISO 32000-1, 7.7.2. */
  _root: PdfkitObject
}

/** An indirect object of the file: filled, written with `end`, named by other objects before and after. */
export interface PdfkitObject {
  data: Record<string, unknown>
  end(): void
}

let Loaded: Pdfkit | null = null

/** A new document without pages that says of itself what it is. pdfkit comes with pdfmake and is loaded with the first document: a start without papers does not pay for it. */
export function newDocument({ language, title, author, createdAt }: PdfDetails): PdfkitDocument {
  const own = createRequire(import.meta.url)
  Loaded ??= createRequire(own.resolve('pdfmake'))('pdfkit') as Pdfkit
  const info = { Title: title, Author: author, Creator: 'Kiris', Producer: 'Kiris, pdfkit', CreationDate: createdAt }
  // An empty font: pdfkit would load Helvetica, which no paper uses.
  return new Loaded({ lang: language, displayTitle: true, info, font: '', autoFirstPage: false }) as PdfkitDocument
}

/** A new object of the file. */
export function newObject(document: PdfkitDocument, data: object): PdfkitObject {
  return asObject(document.ref(data))
}

/** The objects of pdfkit itself are of the same kind; its types know less of them. */
export const asObject = (reference: object): PdfkitObject => reference as PdfkitObject

/** A text inside an object of the file; pdfkit takes a plain string for a name. */
export function pdfText(text: string): object {
  return Object(text) as object
}
