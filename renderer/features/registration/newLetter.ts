import type { AppealFacts, OfficeDetails } from '#shared/contract'

/** What a clerk keeps from one letter to the next, because a pile of letters often came the same way. */
export type Kept = Pick<AppealFacts, 'channel' | 'language'>

/** An empty letter: received now, answered at the office's own room, addressed to its head. */
export function newLetter(details: OfficeDetails, now: { date: string; time: string }, kept?: Kept): AppealFacts {
  return {
    kind: 'serviceComplaint',
    addressee: 'provider',
    addressedTo: details.head,
    channel: kept?.channel ?? 'inPerson',
    receivedOn: now.date,
    receivedAt: now.time,
    respondent: 'provider',
    respondentName: '',
    contested: null,
    serviceId: null,
    serviceName: '',
    applicantType: 'natural',
    applicantId: null,
    identifier: '',
    name: '',
    postalAddress: '',
    residence: '',
    phone: '',
    email: '',
    language: kept?.language ?? 'kk',
    representative: '',
    people: 1,
    notStated: [],
    subject: '',
    summary: '',
    sheets: 1,
    annexSheets: 0,
    sendersNumber: '',
    sendersDate: '',
    externalNumber: '',
    delivery: 'inPerson',
    answerPlace: officePlace(details),
    givenDeadline: '',
  }
}

/** The office's own room and address, in both languages: where the answer is received unless the clerk writes another place (R10, R27). */
export function officePlace({ room, address }: OfficeDetails): { kk: string; ru: string } {
  return { kk: `${room.kk}, ${address.kk}`, ru: `${room.ru}, ${address.ru}` }
}

/** Whether anything was typed that would be missed: then there is a draft to keep. */
export function isBegun(letter: AppealFacts): boolean {
  const typed = [letter.identifier, letter.name, letter.postalAddress, letter.phone, letter.subject, letter.summary, letter.email]
  return [...typed, letter.respondentName, letter.serviceName, letter.representative, letter.sendersNumber].some(
    (text) => text.trim() !== '',
  )
}

/** «1 + 2» → one sheet and two sheets of annexes; «3» → three and none. `null` when it is not that. */
export function readSheets(typed: string): { sheets: number; annexSheets: number } | null {
  const match = /^\s*(\d{1,4})\s*(?:[+,;/]\s*(\d{1,4}))?\s*$/.exec(typed)
  return match ? { sheets: Number(match[1]), annexSheets: Number(match[2] ?? 0) } : null
}

/** How sheets are written: «1 + 2», «3». */
export function writeSheets({ sheets, annexSheets }: Pick<AppealFacts, 'sheets' | 'annexSheets'>): string {
  return annexSheets > 0 ? `${sheets} + ${annexSheets}` : String(sheets)
}
