import { BOOK_FORMATS, type BookFormat } from '#shared/contract'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Books } from '../books/books.service'
import type { FileCall } from './files'

/** What books are served with. */
export interface BookFileParts {
  books: Books
}

const TYPES: Readonly<Record<BookFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
const PATH = new RegExp(`^/files/books/([0-9a-f-]{36})\\.(${BOOK_FORMATS.join('|')})$`)

/** `/files/books/<job>.<format>`: a finished book of the caller, as a stream; a PDF opens in the window that prints it, a table is saved. `null` when there is none (any more). */
export async function bookFile({ url, caller }: FileCall, { books }: BookFileParts): Promise<Response | null> {
  const [, job, ending] = PATH.exec(url.pathname) ?? []
  if (!job) return null
  const format = ending as BookFormat
  const file = await books.file(caller, job, format)
  if (!file) return null
  const headers = {
    'content-type': TYPES[format],
    'content-length': String(file.size),
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'no-store',
  }
  return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array<ArrayBuffer>>, { headers })
}
