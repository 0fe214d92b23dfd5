import { SLIP_LANGUAGES, type SlipLanguages } from '#shared/contract'
import type { SignedIn } from '../call'
import type { Database } from '../db/database'
import { renderSlip } from '../slips/slipDocument'
import type { SlipFacts } from '../slips/slipFacts'
import type { Slips } from '../slips/slips.service'
import { fileAnswer } from './fileAnswer'

/** Slips as PDF: `/files/slips/<id>.pdf` as issued, `/files/slips/preview/<appealId>.pdf?languages=both` before. `null` for any other path. */
export async function slipFile(
  url: URL,
  { db, slips }: { db: Database; slips: Slips },
  caller: SignedIn,
  at: string,
): Promise<Response | null> {
  const issued = /^\/files\/slips\/(\d{1,15})\.pdf$/.exec(url.pathname)
  const preview = /^\/files\/slips\/preview\/(\d{1,15})\.pdf$/.exec(url.pathname)
  if (issued) return pdf(await db.read((view) => slips.facts(view, caller, Number(issued[1]))))
  if (!preview) return null
  const languages = url.searchParams.get('languages') ?? 'both'
  if (!(SLIP_LANGUAGES as readonly string[]).includes(languages)) return null
  return pdf(
    await db.read((view) =>
      slips.preview(view, caller, { appealId: Number(preview[1]), languages: languages as SlipLanguages, at }),
    ),
  )
}

async function pdf(facts: SlipFacts): Promise<Response> {
  return fileAnswer(await renderSlip(facts), 'application/pdf', `${facts.number.replace(/[/\\]/g, '-')}.pdf`)
}
