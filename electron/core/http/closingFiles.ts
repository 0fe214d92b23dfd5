import { SLIP_LANGUAGES, type SlipLanguages } from '#shared/contract'
import type { Closings } from '../closings/closings.service'
import { renderClosing } from '../closings/sheetDocument'
import { formatDate } from '#shared/domain'
import { Voices } from '../paper/voices'
import type { Database } from '../db/database'
import { fileAnswer } from './fileAnswer'
import type { FileCall } from './files'

/** What sheets of closed days are served with. */
export interface ClosingFileParts {
  db: Database
  closings: Closings
}

/** The sheet of a closed day, `/files/closings/<id>.pdf?languages=both`. `null` for any other path. Errors: `not_found`. */
export async function closingFile({ url }: FileCall, { db, closings }: ClosingFileParts): Promise<Response | null> {
  const [, id] = /^\/files\/closings\/(\d{1,15})\.pdf$/.exec(url.pathname) ?? []
  const languages = url.searchParams.get('languages') ?? 'both'
  if (!id || !(SLIP_LANGUAGES as readonly string[]).includes(languages)) return null
  const { closing, office, timeZone } = await db.read((view) => closings.sheet(view, Number(id)))
  const { name, head } = office.details
  const pdf = await renderClosing({ closing, office: { name, head }, languages: languages as SlipLanguages, timeZone })
  const named = new Voices(languages as SlipLanguages).say('printing.kinds.closing').main
  return fileAnswer(pdf, 'application/pdf', `${named} ${formatDate(closing.day)} № ${closing.edition}.pdf`)
}
