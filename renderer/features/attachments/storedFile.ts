import type { Attachment } from '#shared/contract'
import { printPaper, savePaper } from '../../stores/paper'

/** Where the content of a stored file stands. */
export const pathOf = ({ id }: Pick<Attachment, 'id'>): string => `/files/attachments/${id}`

/** Printing (PDF only) and saving of a file of an entry. Errors: those of `printPaper` and `savePaper`. */
export function useStoredFile() {
  return {
    print: (file: Attachment) =>
      printPaper(pathOf(file), { kind: 'attachment', title: file.name.slice(0, 200), entryId: file.appealId }),
    save: (file: Attachment) => savePaper(pathOf(file), file.name),
  }
}
