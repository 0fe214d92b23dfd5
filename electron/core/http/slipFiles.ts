import { SLIP_FORMATS, SLIP_LANGUAGES, type SlipFormat, type SlipLanguages } from '#shared/contract'
import { may } from '#shared/domain'
import type { Database } from '../db/database'
import { Refusal } from '../errors'
import { renderSlip } from '../slips/slipDocument'
import type { SlipFacts } from '../slips/slipFacts'
import type { Slips } from '../slips/slips.service'
import { fileAnswer } from './fileAnswer'
import type { FileCall } from './files'

/** What slips are made with. */
export interface SlipFileParts {
  db: Database
  slips: Slips
}

/** Slips as PDF: `/files/slips/<id>.pdf` as issued, `/files/slips/preview/<appealId>.pdf?languages=both` before. `null` for any other path. */
export async function slipFile({ url, caller, at }: FileCall, { db, slips }: SlipFileParts): Promise<Response | null> {
  if (!may(caller.roles, 'register.read')) throw new Refusal('forbidden')
  const issued = /^\/files\/slips\/(\d{1,15})\.pdf$/.exec(url.pathname)
  const preview = /^\/files\/slips\/preview\/(\d{1,15})\.pdf$/.exec(url.pathname)
  if (issued) return pdf(await db.read((view) => slips.facts(view, caller, Number(issued[1]))))
  if (!preview) return null
  const languages = url.searchParams.get('languages') ?? 'both'
  const format = url.searchParams.get('format') ?? 'a5'
  if (!(SLIP_LANGUAGES as readonly string[]).includes(languages)) return null
  if (!(SLIP_FORMATS as readonly string[]).includes(format)) return null
  return pdf(
    await db.read((view) =>
      slips.preview(view, caller, {
        appealId: Number(preview[1]),
        languages: languages as SlipLanguages,
        format: format as SlipFormat,
        at,
      }),
    ),
  )
}

async function pdf(facts: SlipFacts): Promise<Response> {
  return fileAnswer(await renderSlip(facts), 'application/pdf', `${facts.number.replace(/[/\\]/g, '-')}.pdf`)
}
