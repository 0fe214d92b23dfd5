import type { Books } from '../books/books.service'
import type { FileCall } from './files'

/** What books are served with. */
export interface BookFileParts {
  books: Books
}

/** `/files/books/<job>.<format>`. */
export async function bookFile(_call: FileCall, _parts: BookFileParts): Promise<Response | null> {
  return null
}
