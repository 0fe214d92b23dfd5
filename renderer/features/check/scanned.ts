import { decodeEntry, readSlipCode, yearOf, type BarcodeNumber } from '#shared/domain'
import { api } from '../../api/client'

/** The number row of the Kazakh layout without Shift: what a scanner, which is a keyboard, writes into a field of letters instead of 1 … 9, 0. */
const KAZAKH_ROW = '"әіңғ,.үұқ'
/** Shortest code there is: the twelve digits of a sticker. */
const SHORTEST = 12

/** What was scanned or typed, as digits: those of the Kazakh number row become the digits on their keys, if the text holds nothing else. Any other text stays as it is. */
export function digitsMeant(text: string): string {
  const plain = text.replace(/\s/g, '')
  const isCode = plain.length >= SHORTEST && [...plain].every((sign) => /\d/.test(sign) || KAZAKH_ROW.includes(sign))
  return isCode ? [...plain].map((sign) => (/\d/.test(sign) ? sign : String((KAZAKH_ROW.indexOf(sign) + 1) % 10))).join('') : text
}

/** An entry named by a code: by the number on its slip, or by the barcode of its sticker. */
export type ScannedEntry = { slip: { number: string; year: number } } | { sticker: BarcodeNumber }

/** The entry that a scanned or typed text names; `null`: it is no code of an entry, but something to search for. Says nothing of whether a slip is genuine. */
export function scannedEntry(text: string): ScannedEntry | null {
  const digits = digitsMeant(text)
  if (!/^[\d\s]+$/.test(digits)) return null
  const sticker = decodeEntry(digits)
  if (sticker) return { sticker }
  const slip = readSlipCode(digits)?.record
  return slip ? { slip: { number: slip.number, year: yearOf(slip.registeredOn) } } : null
}

/** Where a numbered paper lies in the register. `tab`: the part of the card that tells of it. */
export interface FoundEntry {
  id: number
  number: string
  year: number
  tab: 'facts' | 'decisions'
}

/** Looks up what a sticker's barcode names; `null`: there is no such number, or the caller does not see it. Errors: any `AppFault`. */
export async function findSticker({ journal, year, seq }: BarcodeNumber): Promise<FoundEntry | null> {
  // The line after the next higher number is the number itself.
  if (journal === 'outgoing') {
    const { rows } = await api.decisions.outgoing({ year, waiting: false, after: seq + 1, limit: 1 })
    const row = rows.find((one) => one.seq === seq)
    return row ? { id: row.appealId, number: row.appealNumber, year, tab: 'decisions' } : null
  }
  const { rows } = await api.register.journal({ year, state: 'all', search: '', after: seq + 1, limit: 1 })
  const row = rows.find((one) => one.seq === seq)
  return row ? { id: row.id, number: row.number, year, tab: 'facts' } : null
}

/** The whole number that a bare sequence number means, as people say it: that of the given year's journal. Anything else stays as it is. Errors: any `AppFault`. */
export async function numberMeant(typed: string, year: number): Promise<string> {
  if (!/^\d{1,7}$/.test(typed)) return typed
  return (await findSticker({ journal: 'appeals', year, seq: Number(typed) }))?.number ?? typed
}

/** The number to search for instead of a scanned code, and the year of its book; `null`: the text is no code, or nothing in the register has its number. Errors: any `AppFault`. */
export async function numberScanned(text: string): Promise<{ number: string; year: number } | null> {
  const found = scannedEntry(text)
  if (!found) return null
  return 'slip' in found ? found.slip : findSticker(found.sticker)
}
