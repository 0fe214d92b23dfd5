import type { SlipLanguages } from '#shared/contract'
import { SLIP_LANGUAGES } from '#shared/contract'
import { dayNumber, isIsoDate, may, type Permission } from '#shared/domain'
import type { Database } from '../db/database'
import { Refusal } from '../errors'
import { renderLetterPdf } from '../letters/paper/letterPdf'
import { card, CARDS, type CardSize } from '../papers/card/card'
import { cardOf } from '../papers/card/cardFacts'
import { makerOf, renderPaper, type Paper, type PaperMaker } from '../papers/form/Paper'
import { controlList } from '../papers/lists/controlList'
import { controlListOf } from '../papers/lists/controlListFacts'
import { handedOver } from '../papers/lists/handedOver'
import { handedOverOf } from '../papers/lists/handedOverFacts'
import { envelope, ENVELOPES, type EnvelopeSize } from '../papers/mail/envelope'
import { inventory } from '../papers/mail/inventory'
import { counted, inventoryOf } from '../papers/mail/inventoryFacts'
import { label, LABELS, type LabelSize } from '../papers/mail/label'
import { mailOfEntry, mailOfLetter } from '../papers/mail/mailFacts'
import { numbering } from '../papers/numbering/numbering'
import { numberingOf } from '../papers/numbering/numberingFacts'
import type { Imprint, PaperCall } from '../papers/PaperCall'
import type { Papers } from '../papers/papers.service'
import { stickers, STICKERS, type StickerSize } from '../papers/sticker/sticker'
import { stickerOf } from '../papers/sticker/stickerFacts'
import { resolutionsOf } from '../routing/resolutions'
import { fileAnswer } from './fileAnswer'
import type { FileCall } from './files'

/** What papers are made with. */
export interface PaperFileParts {
  db: Database
  papers: Papers
}

/** What an address asks for: the groups of its path, its query, and a reading of the register. */
interface Asked {
  path: string[]
  query: URLSearchParams
  /** `null`: the paper's own. */
  languages: SlipLanguages | null
  read<Result>(run: (call: PaperCall) => Promise<Result>): Promise<Result>
}

/** A paper whose facts are gathered: its imprint, and how it is laid out. */
interface Gathered {
  imprint: Imprint
  lay(maker: PaperMaker): Paper | Promise<Paper>
}

/** Gathers what a paper shows; `null`: its query asks for something there is not. */
type Making = (asked: Asked) => Promise<Gathered | null>

/** Longest period of a register of handed-over documents, in days: a year with both its ends. */
const MOST_DAYS = 366

const ID = '(\\d{1,15})'

/** The papers under `/files/papers/`, each with whom it is for. */
const PAPERS: readonly { path: RegExp; access: Permission; make: Making }[] = [
  { path: paperPath(`card/${ID}`), access: 'register.read', make: cardAsked },
  { path: paperPath(`envelope/(c5|dl|c4)/(letter|entry)-${ID}`), access: 'register.read', make: envelopeAsked },
  { path: paperPath(`label/(letter|entry)-${ID}`), access: 'register.read', make: labelAsked },
  { path: paperPath(`sticker/${ID}`), access: 'register.read', make: stickerAsked },
  { path: paperPath(`inventory/${ID}`), access: 'register.read', make: inventoryAsked },
  { path: paperPath('handed-over'), access: 'register.read', make: handedOverAsked },
  { path: paperPath('control-list'), access: 'control.read', make: controlListAsked },
  { path: paperPath('numbering/(20\\d{2})'), access: 'books.make', make: numberingAsked },
]

function paperPath(path: string): RegExp {
  return new RegExp(`^/files/papers/${path}\\.pdf$`)
}

function made<Facts extends { imprint: Imprint }>(
  facts: Facts,
  lay: (maker: PaperMaker, facts: Facts) => Paper | Promise<Paper>,
): Gathered {
  return { imprint: facts.imprint, lay: (maker) => lay(maker, facts) }
}

/**
 * The papers other than slips, letters and books, as PDF: `/files/papers/card/<id>.pdf`, `envelope/<size>/letter-<id>.pdf` … (`PAPERS`). `?language=kk|ru|both`; `dx`, `dy`: offset in mm from -20
 * to 20. `null` for any other path or query. Errors: `forbidden`, `not_found` (also for what the caller does not see).
 */
export async function paperFile({ url, caller, at }: FileCall, { db, papers }: PaperFileParts): Promise<Response | null> {
  for (const { path, access, make } of PAPERS) {
    const groups = path.exec(url.pathname)
    if (!groups) continue
    if (!may(caller.roles, access)) throw new Refusal('forbidden')
    const query = url.searchParams
    const languages = oneOf(SLIP_LANGUAGES, query.get('language'), null)
    const offset = { dx: offsetOf(query.get('dx')), dy: offsetOf(query.get('dy')) }
    if (languages === undefined || offset.dx === null || offset.dy === null) return null
    const paper = await make({
      ...{ path: groups.slice(1), query, languages },
      read: (run) => db.read(async (view) => run(await papers.callOf(view, caller, at))),
    })
    if (!paper) return null
    const maker = makerOf(paper.imprint)
    const laid = await paper.lay(maker)
    const pdf = await renderPaper(maker, laid, { dx: offset.dx, dy: offset.dy })
    return fileAnswer(pdf, 'application/pdf', `${laid.title}.pdf`)
  }
  return null
}

/** `POST /files/papers/logo`: the picture of the office's papers, as it is; its SHA-256. Errors: those of `LogoStore.take`. */
export async function takeLogo({ request, url }: FileCall, { papers }: PaperFileParts): Promise<Response | null> {
  const name = url.searchParams.get('name')?.slice(0, 120) ?? ''
  const sha256 = await papers.logos.take(request.body, name)
  return Response.json({ sha256 }, { status: 201, headers: { 'cache-control': 'no-store' } })
}

async function cardAsked({ path, query, languages, read }: Asked): Promise<Gathered | null> {
  const size = oneOf(Object.keys(CARDS) as CardSize[], query.get('size'), 'a5')
  if (!size) return null
  return made(await read((call) => cardOf(call, Number(path[0]), languages, resolutionsOf)), (maker, facts) =>
    card(maker, facts, size),
  )
}

async function envelopeAsked({ path: [size, of, id], languages, read }: Asked): Promise<Gathered | null> {
  const format = oneOf(Object.keys(ENVELOPES) as EnvelopeSize[], size ?? null, 'c5')
  if (!format) return null
  const facts = await read((call) => (of === 'letter' ? mailOfLetter : mailOfEntry)(call, Number(id), languages))
  return made(facts, (maker, mail) => envelope(maker, mail, format))
}

async function labelAsked({ path: [of, id], query, languages, read }: Asked): Promise<Gathered | null> {
  const size = oneOf(Object.keys(LABELS) as LabelSize[], query.get('size'), '70x37')
  if (!size) return null
  const facts = await read((call) => (of === 'letter' ? mailOfLetter : mailOfEntry)(call, Number(id), languages))
  return made(facts, (maker, mail) => label(maker, mail, size))
}

async function stickerAsked({ path, query, languages, read }: Asked): Promise<Gathered | null> {
  const size = oneOf(Object.keys(STICKERS) as StickerSize[], query.get('size'), '58x30')
  const copies = Number(query.get('copies') ?? 1)
  if (!size || !Number.isInteger(copies) || copies < 1 || copies > 20) return null
  const facts = await read((call) => stickerOf(call, Number(path[0]), languages))
  return made(facts, (maker, sticker) => stickers(maker, sticker, { size, copies }))
}

async function inventoryAsked({ path, languages, read }: Asked): Promise<Gathered | null> {
  return made(await counted(await read((call) => inventoryOf(call, Number(path[0]), languages)), renderLetterPdf), inventory)
}

async function handedOverAsked({ query, languages, read }: Asked): Promise<Gathered | null> {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  if (!isIsoDate(from) || !isIsoDate(to) || from > to || dayNumber(to) - dayNumber(from) >= MOST_DAYS) return null
  return made(await read((call) => handedOverOf(call, { from, to }, languages ?? 'both')), handedOver)
}

async function controlListAsked({ query, languages, read }: Asked): Promise<Gathered | null> {
  const [department, until] = [query.get('department') ?? '', query.get('until') ?? '']
  if (!/^\d{0,15}$/.test(department) || (until !== '' && !isIsoDate(until))) return null
  const asked = { department: department === '' ? null : Number(department), until: until === '' ? null : until }
  return made(await read((call) => controlListOf(call, asked, languages ?? 'both')), controlList)
}

async function numberingAsked({ path, languages, read }: Asked): Promise<Gathered | null> {
  return made(await read((call) => numberingOf(call, Number(path[0]), languages ?? 'both')), numbering)
}

/** One of the words; what stands for a missing one; `undefined` for another word. */
function oneOf<Word extends string, Default extends Word | null>(
  words: readonly Word[],
  word: string | null,
  missing: Default,
): Word | Default | undefined {
  return word === null ? missing : words.find((each) => each === word)
}

/** An offset in millimetres, 0 where none is given; `null`: it is no number or too large. */
function offsetOf(text: string | null): number | null {
  if (text === null) return 0
  return /^-?\d{1,2}(\.\d{1,2})?$/.test(text) && Math.abs(Number(text)) <= 20 ? Number(text) : null
}
