/** Books whose numbers a barcode can name. */
export type BarcodeJournal = 'appeals' | 'outgoing'

/** A number of a book, as a barcode names it. */
export interface BarcodeNumber {
  journal: BarcodeJournal
  year: number
  seq: number
}

const DIGIT_OF: Readonly<Record<BarcodeJournal, string>> = { appeals: '1', outgoing: '2' }
const JOURNALS = Object.keys(DIGIT_OF) as BarcodeJournal[]
/** Largest running number that the six digits hold. */
export const MOST_IN_BARCODE = 999_999

// H. M. Damm's quasigroup: it finds every wrong digit and every two neighbours that changed places.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

function dammOf(digits: string): number {
  return [...digits].reduce((interim, digit) => Number(DAMM[interim]![Number(digit)]), 0)
}

/**
 * A number of the register as the twelve digits of a sticker's barcode: the book (1 incoming, 2 outgoing), the year (4), the running number (6), a check digit (Damm) for whoever types them. Digits
 * only, because a scanner types through the keyboard layout; an even count, because Code 128 set C writes pairs. Throws `RangeError` for a number that does not fit.
 */
export function encodeEntry({ journal, year, seq }: BarcodeNumber): string {
  const fits =
    Number.isInteger(year) && year >= 1000 && year <= 9999 && Number.isInteger(seq) && seq >= 1 && seq <= MOST_IN_BARCODE
  if (!fits) throw new RangeError(`no barcode for ${seq} of ${year}`)
  const digits = `${DIGIT_OF[journal]}${year}${String(seq).padStart(6, '0')}`
  return `${digits}${dammOf(digits)}`
}

/** The number that twelve digits of a sticker name, spaces or not; `null`: they are no such digits, or one is wrong. */
export function decodeEntry(typed: string): BarcodeNumber | null {
  const digits = typed.replace(/\s/g, '')
  const [, book, year, seq] = /^(\d)([1-9]\d{3})(\d{6})\d$/.exec(digits) ?? []
  const journal = JOURNALS.find((each) => DIGIT_OF[each] === book)
  if (!journal || dammOf(digits) !== 0 || Number(seq) === 0) return null
  return { journal, year: Number(year), seq: Number(seq) }
}
