import type { AppealFacts, OfficeDetails } from '#shared/contract'
import {
  isAboutService,
  isComplaint,
  OTHER_KINDS,
  type Addressee,
  type ApplicantType,
  type AppealLanguage,
  type Channel,
  type Contested,
  type Delivery,
  type Kind,
  type NotStated,
  type Respondent,
} from '#shared/domain'
import { readSheets } from './sheets'

/** A registration as it is being typed. Dates and times are `YYYY-MM-DD` and `HH:MM`, or the text as typed where it is none. */
export interface RegistrationForm {
  kind: Kind | null
  receivedOn: string
  receivedAt: string
  channel: Channel
  identifier: string
  /** Known applicant the letter is from, and by what he or she was recognised. */
  applicantId: number | null
  knownIdentifier: string
  knownName: string
  name: string
  postalAddress: string
  /** Requisites the clerk marked as not stated in the letter. They count only while their field is empty. */
  notStated: NotStated[]
  phone: string
  language: AppealLanguage
  subject: string
  summary: string
  /** Sheets and annex sheets in one field, as in the paper book: `1 + 2`. */
  sheets: string
  addressedTo: string
  answerPlace: { kk: string; ru: string }
  delivery: Delivery
  contested: Contested | null
  respondent: Respondent
  respondentName: string
  addressee: Addressee
  serviceId: number | null
  serviceName: string
  applicantType: ApplicantType
  residence: string
  email: string
  representative: string
  people: string
  sendersNumber: string
  sendersDate: string
  externalNumber: string
  givenDeadline: string
}

/** What a fresh form takes over: the office's particulars, its present moment, and how the letter before came. */
export interface FormStart {
  details: OfficeDetails
  now: { date: string; time: string }
  channel: Channel
  language: AppealLanguage
}

/** Place where answers are handed out by default (R10, R27): room and address of the office, in both languages. */
export function usualPlace({ room, address }: OfficeDetails): { kk: string; ru: string } {
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join(', ')
  return { kk: join(room.kk, address.kk), ru: join(room.ru, address.ru) }
}

/** An empty form. The kind is left open: it decides the term, so the clerk names it each time. */
export function freshForm({ details, now, channel, language }: FormStart): RegistrationForm {
  return {
    kind: null,
    receivedOn: now.date,
    receivedAt: now.time,
    channel,
    identifier: '',
    applicantId: null,
    knownIdentifier: '',
    knownName: '',
    name: '',
    postalAddress: '',
    notStated: [],
    phone: '',
    language,
    subject: '',
    summary: '',
    sheets: '1',
    addressedTo: details.head,
    answerPlace: usualPlace(details),
    delivery: 'inPerson',
    contested: null,
    respondent: 'provider',
    respondentName: '',
    addressee: 'provider',
    serviceId: null,
    serviceName: '',
    applicantType: 'natural',
    residence: '',
    email: '',
    representative: '',
    people: '1',
    sendersNumber: '',
    sendersDate: '',
    externalNumber: '',
    givenDeadline: '',
  }
}

/** Whether a letter of this kind may itself name the day of the answer: official letters and the requests of other bodies. */
export function mayGiveDeadline(kind: Kind | null): boolean {
  return kind !== null && OTHER_KINDS.includes(kind)
}

/** Digits alone, if the text is nothing but digits, spaces and hyphens; otherwise the text as typed. */
export function plainIdentifier(typed: string): string {
  const bare = typed.replace(/[\s-]/g, '')
  return /^\d*$/.test(bare) ? bare : typed.trim()
}

/**
 * The facts that are sent. Fields that mean nothing for the kind are left out, however they were filled. Sheets or people that cannot be read become `NaN`, which the handler names as a fault
 * of the field. The kind must have been chosen (`lacking` says so before).
 */
export function factsOf(form: RegistrationForm): AppealFacts {
  const { kind, sheets, people, knownIdentifier: _, knownName: __, ...typed } = form
  if (kind === null) throw new TypeError('a letter without a kind cannot be registered')
  const complaint = isComplaint(kind)
  const service = isAboutService(kind)
  const empty = { name: form.name.trim() === '', address: form.postalAddress.trim() === '' }
  return {
    ...typed,
    kind,
    ...(readSheets(sheets) ?? { sheets: Number.NaN, annexSheets: Number.NaN }),
    people: /^\d+$/.test(people.trim()) ? +people : Number.NaN,
    identifier: plainIdentifier(form.identifier),
    notStated: form.notStated.filter((requisite) => empty[requisite]),
    answerPlace: { ...form.answerPlace },
    respondent: complaint ? form.respondent : null,
    respondentName: complaint ? form.respondentName : '',
    contested: complaint ? form.contested : null,
    serviceId: service ? form.serviceId : null,
    serviceName: service && form.serviceId === null ? form.serviceName : '',
    givenDeadline: mayGiveDeadline(kind) ? form.givenDeadline : '',
  }
}
