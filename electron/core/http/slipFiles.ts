import { paperSettings } from '#shared/contract/papers.contract'
import { SLIP_FORMATS, SLIP_LANGUAGES, type PaperSettings, type SlipFormat, type SlipLanguages } from '#shared/contract'
import { may } from '#shared/domain'
import type { Database } from '../db/database'
import type { View } from '../db/work'
import { Refusal } from '../errors'
import type { PdfDetails } from '../paper/pdf'
import { mm } from '../paper/Sheet'
import { Voices } from '../paper/voices'
import type { Papers } from '../papers/papers.service'
import { renderSlip } from '../slips/slipDocument'
import type { SlipFacts } from '../slips/slipFacts'
import { slipLogo } from '../slips/slipLogo'
import type { Slips } from '../slips/slips.service'
import { renderStampSheet, STAMP_SHEETS, type StampSpot } from '../slips/stampSheet'
import { renderTestPage, TEST_SHEETS } from '../slips/testPage'
import { fileAnswer } from './fileAnswer'
import type { FileCall } from './files'

/** What slips are made with. */
export interface SlipFileParts {
  db: Database
  slips: Slips
  papers: Papers
}

type Shift = NonNullable<PdfDetails['shift']>

/** How far a printer may print askew, in mm. */
const MOST_SHIFT = 20

/**
 * Slips and stamps as PDF: `/files/slips/<id>.pdf` as issued, `…/preview/<appealId>.pdf?languages&format` before, `…/sample.pdf?format&languages&settings` invented, with the wording given
 * (base64url of `PaperSettings` as JSON), `…/stamp/<appealId>.pdf?sheet&x&y&turn&russian` the stamp alone, `…/test.pdf?size` for trying a printer. All take `dx` and `dy` (mm, −20…20), which
 * move the whole print to the right and down. `null` for any other path or question. Errors: `forbidden`, `not_found`.
 */
export async function slipFile(call: FileCall, parts: SlipFileParts): Promise<Response | null> {
  const { url, caller, at } = call
  const query = url.searchParams
  const shift = shiftOf(query)
  const [, path, id] = /^\/files\/slips\/(?:(preview|stamp)\/)?(?:(\d{1,15})|sample|test)\.pdf$/.exec(url.pathname) ?? []
  const name = url.pathname.slice('/files/slips/'.length)
  if (!shift) return null
  if (name === 'test.pdf') return testPage(query, shift)
  if (name === 'sample.pdf') return sample(call, parts, shift)
  if (id === undefined) return null
  if (!may(caller.roles, 'register.read')) throw new Refusal('forbidden')
  if (path === 'stamp') return stampSheet(call, parts, Number(id), shift)
  const asked = askedOf(query)
  if (path === undefined) return slip(await read(parts, (view) => parts.slips.facts(view, caller, Number(id))), parts, shift)
  if (!asked) return null
  return slip(
    await read(parts, (view) => parts.slips.preview(view, caller, { ...asked, appealId: Number(id), at })),
    parts,
    shift,
  )
}

const read = <Value>({ db }: SlipFileParts, ask: (view: View) => Promise<Value>): Promise<Value> => db.read(ask)

async function slip(facts: SlipFacts, { papers }: SlipFileParts, shift: Shift): Promise<Response> {
  const logo = await slipLogo(papers.logos, facts.own?.logo, facts.format)
  const file = await renderSlip(facts, { logo, shift })
  const voices = new Voices(facts.languages)
  if (facts.copy === 0) return pdf(file, named(voices, 'slip', facts.number))
  return fileAnswer(file, 'application/pdf', voices.say('card.slips.file', { number: facts.number, copy: facts.copy }).main)
}

async function sample({ url, caller, at }: FileCall, parts: SlipFileParts, shift: Shift): Promise<Response | null> {
  if (!may(caller.roles, 'papers.manage')) throw new Refusal('forbidden')
  const [asked, settings] = [askedOf(url.searchParams), settingsOf(url.searchParams.get('settings') ?? '')]
  if (!asked || !settings) return null
  const facts = await read(parts, async (view) => {
    // Only what was sent as a picture of the papers is drawn: the store holds letters too.
    const logo = settings.logo !== null && (await parts.papers.logos.has(view, settings.logo)) ? settings.logo : null
    return parts.slips.sample(view, { ...asked, settings: { ...settings, logo }, at })
  })
  return slip(facts, parts, shift)
}

async function stampSheet(
  { url, caller }: FileCall,
  parts: SlipFileParts,
  appealId: number,
  shift: Shift,
): Promise<Response | null> {
  const query = url.searchParams
  const sheet = query.get('sheet') ?? 'a4'
  const russian = query.get('russian')
  const spot = spotOf(query)
  if (!isOneOf(STAMP_SHEETS, sheet) || spot === undefined || ![null, 'true', 'false'].includes(russian)) return null
  const chosen = russian === null ? null : russian === 'true'
  const facts = await read(parts, (view) => parts.slips.stamp(view, caller, appealId, chosen))
  return pdf(await renderStampSheet(facts, sheet, spot, shift), named(new Voices('kk'), 'stamp', facts.number))
}

async function testPage(query: URLSearchParams, shift: Shift): Promise<Response | null> {
  const size = query.get('size') ?? 'a4'
  return isOneOf(TEST_SHEETS, size) ? pdf(await renderTestPage(size, shift), size) : null
}

function askedOf(query: URLSearchParams): { languages: SlipLanguages; format: SlipFormat } | null {
  const [languages, format] = [query.get('languages') ?? 'both', query.get('format') ?? 'a5']
  const known = (SLIP_LANGUAGES as readonly string[]).includes(languages) && (SLIP_FORMATS as readonly string[]).includes(format)
  return known ? { languages: languages as SlipLanguages, format: format as SlipFormat } : null
}

/** `null`: not settings at all. */
function settingsOf(encoded: string): PaperSettings | null {
  try {
    return paperSettings.safeParse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

/** A place on the sheet; `null` without one, `undefined`: not a place at all. */
function spotOf(query: URLSearchParams): StampSpot | null | undefined {
  if (!query.has('x') && !query.has('y') && !query.has('turn')) return null
  const [x, y, turn] = [
    numberIn(query.get('x') ?? '', 0, 300),
    numberIn(query.get('y') ?? '', 0, 300),
    numberIn(query.get('turn') ?? '0', 0, 359),
  ]
  return x === null || y === null || turn === null ? undefined : { x, y, turn }
}

function shiftOf(query: URLSearchParams): Shift | null {
  const [dx, dy] = ['dx', 'dy'].map((name) => numberIn(query.get(name) ?? '0', -MOST_SHIFT, MOST_SHIFT))
  return typeof dx === 'number' && typeof dy === 'number' ? { dx: mm(dx), dy: mm(dy) } : null
}

function numberIn(text: string, least: number, most: number): number | null {
  const value = /^-?\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN
  return value >= least && value <= most ? value : null
}

function isOneOf<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name)
}

const named = (voices: Voices, kind: 'slip' | 'stamp', number: string): string =>
  `${voices.say(`printing.kinds.${kind}`).main} ${number}`

function pdf(file: Uint8Array, name: string): Response {
  return fileAnswer(file, 'application/pdf', `${name}.pdf`)
}
