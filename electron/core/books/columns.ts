import type { Book } from '#shared/contract'
import type { IsoDate, Kind } from '#shared/domain'

/** What a field holds: texts as text (also digits that are no quantity: IIN, phone), days as days, quantities as numbers. */
export type FieldKind = 'text' | 'date' | 'number'

/** A field of a book; its heading stands in `books.columns.<key>`. `width`: of the Excel column, in characters. */
export interface Field {
  key: string
  kind: FieldKind
  width: number
}

/** A column of the printed book: one field, or several under each other; its heading is `heading` or that of its only field. `width` in mm. */
export interface PrintedColumn {
  fields: readonly string[]
  heading?: string
  width: number
  align?: 'right'
}

/** The columns of a book: fine ones for tables, combined ones for A4 landscape. */
export interface BookColumns {
  fields: readonly Field[]
  printed: readonly PrintedColumn[]
  /** Field in which it stands that an entry is confidential. */
  content: string
  /** Field that bears the day of the entry. */
  day: string
  /** Fields that are summed up at the foot of each page and at the end. */
  summed: readonly string[]
}

/** A value of a row: a text, a day `YYYY-MM-DD` in fields of kind `date`, a number, or nothing. */
export type Value = string | number | IsoDate | null

/** A row of a book in words. */
export interface Line {
  values: Record<string, Value>
  /** Voided: struck through. */
  isVoid: boolean
}

/** Kinds that the journal of appeals holds: the forms of an appeal (Code 350-VI art. 4), complaints on services (Law 88-V art. 25) and petitions (Code art. 90-1 and on). Requests under other laws and official letters are none. */
export const APPEAL_KINDS: readonly Kind[] = [
  'serviceComplaint',
  'complaint',
  'application',
  'request',
  'proposal',
  'report',
  'response',
  'petition',
]

const text = (key: string, width: number): Field => ({ key, kind: 'text', width })
const day = (key: string): Field => ({ key, kind: 'date', width: 12 })
const amount = (key: string, width = 8): Field => ({ key, kind: 'number', width })
const place = { fields: ['place'], width: 8, align: 'right' } as const
const sheetColumns = (['sheets', 'annexSheets'] as const).map((key) => ({ fields: [key], width: 8, align: 'right' as const }))

/** Journal of incoming documents: the customary columns (Rules of record keeping, Order № 236 of 25.08.2023). */
const incoming: BookColumns = {
  fields: [
    ...[amount('place'), day('receivedOn'), text('receivedAt', 8), text('number', 14), day('registeredOn')],
    ...[text('correspondent', 32), text('sendersNumber', 16), day('sendersDate'), text('kind', 22), text('subject', 28)],
    ...[text('summary', 50), amount('sheets'), amount('annexSheets'), text('resolution', 36), text('executor', 28)],
    ...[day('deadline'), text('execution', 28), text('caseIndex', 10), text('note', 30)],
  ],
  printed: [
    place,
    { fields: ['number', 'registeredOn'], heading: 'numberDay', width: 16 },
    { fields: ['receivedOn', 'receivedAt'], heading: 'receivedDayTime', width: 15 },
    { fields: ['correspondent'], width: 28 },
    { fields: ['sendersNumber', 'sendersDate'], heading: 'sender', width: 18 },
    { fields: ['kind', 'subject', 'summary'], heading: 'content', width: 46 },
    ...sheetColumns,
    { fields: ['resolution'], width: 31 },
    { fields: ['executor'], width: 23 },
    { fields: ['deadline'], width: 15 },
    { fields: ['execution'], width: 21 },
    { fields: ['caseIndex'], width: 10 },
    { fields: ['note'], width: 24 },
  ],
  content: 'summary',
  day: 'registeredOn',
  summed: ['sheets', 'annexSheets'],
}

/** Journal of appeals: the customary columns. It names IIN or BIN and phone in full, since by them an appeal is told from another of the same name (Code 350-VI art. 63). */
const appeals: BookColumns = {
  fields: [
    ...[amount('place'), text('number', 14), day('registeredOn'), day('receivedOn'), text('receivedAt', 8)],
    ...[text('applicant', 32), text('identifier', 14), text('address', 34), text('phone', 18), text('kind', 22)],
    ...[text('channel', 18), text('repeated', 16), text('people', 16), text('category', 28), text('subject', 28)],
    ...[text('summary', 50), amount('sheets'), amount('annexSheets'), text('resolution', 36), text('executor', 28)],
    ...[day('deadline'), day('extended'), text('result', 24), text('answer', 24), text('acceptedBy', 20), text('note', 30)],
  ],
  printed: [
    place,
    { fields: ['number', 'registeredOn', 'receivedAt'], heading: 'numberDayTime', width: 16 },
    { fields: ['applicant', 'identifier'], heading: 'applicantIdentifier', width: 23 },
    { fields: ['address', 'phone'], heading: 'addressPhone', width: 21 },
    { fields: ['kind', 'channel'], heading: 'kindChannel', width: 18 },
    { fields: ['repeated', 'people'], heading: 'repeatedPeople', width: 18 },
    { fields: ['category', 'subject', 'summary'], heading: 'essence', width: 36 },
    ...sheetColumns,
    { fields: ['resolution'], width: 21 },
    { fields: ['executor'], width: 18 },
    { fields: ['deadline', 'extended'], heading: 'deadlineExtended', width: 15 },
    { fields: ['result'], width: 20 },
    { fields: ['answer'], width: 15 },
    { fields: ['acceptedBy'], width: 15 },
    { fields: ['note'], width: 23 },
  ],
  content: 'summary',
  day: 'registeredOn',
  summed: ['sheets', 'annexSheets'],
}

/** Journal of outgoing letters: number and day, to whom, what and about which letter, who signed, how it left. */
const outgoing: BookColumns = {
  fields: [
    ...[amount('place'), text('number', 14), day('signedOn'), text('recipient', 34), text('recipientLines', 36)],
    ...[text('purpose', 28), text('incomingNumber', 14), day('incomingOn'), text('subject', 40), text('signer', 22)],
    ...[text('writer', 22), text('handedHow', 24), day('handedOn'), text('handedTo', 24), text('tracking', 18)],
    ...[text('caseIndex', 10), text('note', 20)],
  ],
  printed: [
    place,
    { fields: ['number', 'signedOn'], heading: 'outgoingDay', width: 19 },
    { fields: ['recipient', 'recipientLines'], heading: 'recipientAddress', width: 46 },
    { fields: ['purpose'], width: 28 },
    { fields: ['incomingNumber', 'incomingOn'], heading: 'incoming', width: 20 },
    { fields: ['subject'], width: 37 },
    { fields: ['signer'], width: 24 },
    { fields: ['writer'], width: 24 },
    { fields: ['handedHow', 'handedOn', 'handedTo', 'tracking'], heading: 'handed', width: 29 },
    { fields: ['caseIndex'], width: 12 },
    { fields: ['note'], width: 22 },
  ],
  content: 'subject',
  day: 'signedOn',
  summed: [],
}

/** The columns of each book. */
export const BOOK_COLUMNS: Readonly<Record<Book, BookColumns>> = { incoming, appeals, outgoing }
