import { ensureFile } from '../api/files'
import { host } from '../host'

/** Prints a PDF of the office, e.g. `/files/slips/12.pdf`. In a browser `printed` means only that the print dialog was shown. Errors: those of `ensureFile`, and the host's own. */
export async function printPaper(path: string): Promise<'printed' | 'cancelled'> {
  await ensureFile(path)
  return host.printPdf(path)
}

/** Saves a document of the office (PDF, CSV, iCalendar) as a file of that name. Errors as `printPaper`. */
export async function savePaper(path: string, suggestedName: string): Promise<'saved' | 'cancelled'> {
  await ensureFile(path)
  return host.saveFile(path, suggestedName)
}
