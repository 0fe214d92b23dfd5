import type { Delivery, Status } from '../domain/appeals'
import type { IsoDate } from '../domain/dates'
import type { LeaveGround, MissingRequisite } from '../domain/life'
import { LOCALES, type Locale } from './locales'
import { messages } from './messages'
import { translatorFor } from './translate'
import { longDate } from './writtenDates'

/** A text the office keeps in its two languages. */
interface BothLanguages {
  kk: string
  ru: string
}

/** An outgoing letter, and where it is. */
export interface InquiryLetter {
  number: string
  on: IsoDate
  /** How it goes to the applicant, and the place where it waits (R10). */
  delivery: Delivery
  place: BothLanguages
  handed: { on: IsoDate; how: Delivery; tracking: string } | null
}

/** A letter, or a part of it, that another body answers now; `letter`: number and day of the cover letter. */
export interface PassedOn {
  body: BothLanguages
  letter: { number: string; on: IsoDate } | null
}

/** What an applicant is told of a letter on the phone (R33). Nothing of the person is in it: whoever asks knows that already. */
export interface InquiryFacts {
  number: string
  registeredOn: IsoDate
  /** Of a filed entry the state it was filed in; `filed` only where that is not known. */
  status: Status
  deadline: IsoDate
  /** The office's present day. */
  today: IsoDate
  /** Surname and initials of the responsible executor; empty while there is none. */
  executor: string
  /** Phone of the office, for what is not told on this one; empty if it has none. */
  phone: string
  /** Grounds of an extension; `null` = the term was not extended. */
  extendedBecause: string | null
  /** The letter to the applicant that says what was decided: of an open entry that of its extension. */
  letter: InquiryLetter | null
  redirected: PassedOn | null
  parts: PassedOn[]
  missing: MissingRequisite[]
  ground: LeaveGround | null
  /** Number of the case the letter was joined to; empty if to none. */
  attachedTo: string
}

type Say = (key: string, params?: Record<string, string>) => string

/**
 * How a letter stands, in short sentences to be read aloud: registered; what was decided and in which letter, where it waits or how it went; or who considers it and until when. Dates are
 * written out from our own tables; names and numbers stand after a colon, so that no case ending hangs on them.
 */
export function inquirySentence(language: Locale, facts: InquiryFacts): string[] {
  const t = speakers.get(language)!
  // A name that ends in an initial brings the stop of the sentence with it.
  const say: Say = (key, params) => t(`inquiry.say.${key}`, params).replace(/\.\.$/, '.')
  const { number, phone } = facts
  const office = phone === '' ? [] : [say('office', { phone })]
  if (facts.status === 'void') return [say('void', { number }), ...office]
  const registered = say('registered', { number, date: longDate(language, facts.registeredOn) })
  const parts = facts.parts.flatMap((part) => passedOn('part', part, language, say))
  return [registered, ...parts, ...stateSentences(language, facts, say)]
}

// Made once: a translator compiles what it says.
const speakers = new Map(LOCALES.map((locale) => [locale, translatorFor(locale)]))

function stateSentences(language: Locale, facts: InquiryFacts, say: Say): string[] {
  const { status, letter, attachedTo } = facts
  const told = letter ? letterSentences(letter, language, say) : []
  const dated = letter && { number: letter.number, date: longDate(language, letter.on) }
  const notice = dated ? [say('notice', dated), ...told] : []
  if (status === 'answered') return dated ? [say('answered', dated), ...told] : [say('answeredBare')]
  if (status === 'redirected') return [...redirected(facts, language, say), ...notice]
  if (status === 'returned') return [listed('returned', 'missing', missingWords(language, facts.missing), say), ...notice]
  if (status === 'withdrawn') return [say('withdrawn'), ...notice]
  if (status === 'unconsidered') return [listed('unconsidered', 'ground', groundWords(language, facts.ground), say), ...notice]
  if (status === 'attached') return [listed('attached', 'number', attachedTo, say), ...notice]
  return status === 'filed' ? [say('filed'), ...notice] : openSentences(language, facts, notice, say)
}

/** A sentence that names something, or its bare form where there is nothing to name. */
function listed(key: string, name: string, value: string, say: Say): string {
  return value === '' ? say(`${key}Bare`) : say(key, { [name]: value })
}

function openSentences(language: Locale, facts: InquiryFacts, notice: string[], say: Say): string[] {
  const { status, executor, extendedBecause, deadline, today, phone } = facts
  const params = { date: longDate(language, deadline) }
  const late = deadline < today
  return [
    status === 'execution' ? say('considered') : say('assigning'),
    ...(status === 'execution' && executor !== '' ? [say('executor', { name: executor })] : []),
    ...(extendedBecause === null ? [] : [say('extended', { grounds: withoutStop(extendedBecause) }), ...notice]),
    say(late ? 'late' : deadline === today ? 'today' : 'deadline', params),
    ...(late && phone !== '' ? [say('office', { phone })] : []),
  ]
}

function redirected({ redirected: to }: InquiryFacts, language: Locale, say: Say): string[] {
  return to ? passedOn('redirected', to, language, say) : [say('redirectedBare')]
}

function passedOn(key: 'redirected' | 'part', { body, letter }: PassedOn, language: Locale, say: Say): string[] {
  const cover = letter ? [say('cover', { number: letter.number, date: longDate(language, letter.on) })] : []
  return [say(key, { body: named(language, body) }), ...cover]
}

/** Where the letter is: how it went, or how it will go and where it waits. */
function letterSentences({ delivery, place, handed }: InquiryLetter, language: Locale, say: Say): string[] {
  if (!handed) {
    const waits = named(language, place)
    return delivery === 'inPerson' && waits === '' ? [] : [say(`waits.${delivery}`, { place: waits })]
  }
  const went = say(`handed.${handed.how}`, { date: longDate(language, handed.on) })
  return [went, ...(handed.how === 'post' && handed.tracking !== '' ? [say('tracking', { tracking: handed.tracking })] : [])]
}

function missingWords(language: Locale, missing: readonly MissingRequisite[]): string {
  return missing.map((one) => messages[language].decisions.missing[one]).join('; ')
}

function groundWords(language: Locale, ground: LeaveGround | null): string {
  return ground === null ? '' : messages[language].decisions.grounds[ground]
}

// The office writes in two languages; whoever reads in English gets the official, Kazakh name.
function named(language: Locale, text: BothLanguages): string {
  return (language === 'ru' ? text.ru : text.kk) || text.kk || text.ru
}

/** Grounds are sentences of their own in the letter; here they stand inside one. */
function withoutStop(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.…\s]+$/, '')
}
