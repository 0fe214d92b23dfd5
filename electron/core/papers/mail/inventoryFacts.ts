import type { SlipLanguages } from '#shared/contract'
import type { IsoDate, Kind, LetterPurpose } from '#shared/domain'
import type { LetterFacts } from '../../letters/letters.service'
import { imprintOf, type Imprint, type PaperCall } from '../PaperCall'
import { addresseeOf, letterSeen, type Addressee } from './mailFacts'

/** One thing in the envelope and how many sheets it has. */
export type Enclosed =
  | { what: 'letter'; purpose: LetterPurpose; number: string; on: IsoDate; sheets: number }
  | { what: 'appeal'; kind: Kind; number: string; on: IsoDate; sheets: number }
  | { what: 'annexes'; number: string; sheets: number }

/** What an envelope inventory shows. */
export interface InventoryFacts {
  imprint: Imprint
  number: string
  to: Addressee
  enclosed: Enclosed[]
}

/** The letter whose sheets are still to be counted. */
export interface Uncounted {
  facts: Omit<InventoryFacts, 'enclosed'>
  letter: LetterFacts & { signedOn: IsoDate }
  with: Enclosed[]
}

/** Letters with which the applicant's own letter leaves the office: to another body (art. 65), or back (art. 64). */
const WITH_ORIGINAL: readonly LetterPurpose[] = ['redirectCover', 'returnNotice']

/** What the inventory of a letter's envelope shows, but for the sheets of the letter. Errors: `not_found`. */
export async function inventoryOf(call: PaperCall, id: number, languages: SlipLanguages | null): Promise<Uncounted> {
  const { letter, entry } = await letterSeen(call, id)
  const { number, facts, registeredOn } = entry
  const original: Enclosed[] = [
    { what: 'appeal', kind: facts.kind, number, on: registeredOn, sheets: facts.sheets },
    ...(facts.annexSheets > 0 ? [{ what: 'annexes', number, sheets: facts.annexSheets } as const] : []),
  ]
  return {
    facts: {
      imprint: imprintOf(call, languages ?? letter.facts.language),
      number: letter.number,
      to: await addresseeOf(call, letter, entry),
    },
    letter: { ...letter.facts, signedOn: letter.signedOn },
    with: WITH_ORIGINAL.includes(letter.purpose) ? original : [],
  }
}

/** Counts the sheets of the letter by laying it out (`renderLetter`: its PDF); printed on one side, a page is a sheet. Slow: outside of any reading. */
export async function counted(
  { facts, letter, with: others }: Uncounted,
  renderLetter: (letter: LetterFacts) => Promise<Uint8Array>,
): Promise<InventoryFacts> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(await renderLetter(letter))
  const { purpose, number, signedOn } = letter
  const own: Enclosed = { what: 'letter', purpose, number, on: signedOn, sheets: document.getPageCount() }
  return { ...facts, enclosed: [own, ...others] }
}
