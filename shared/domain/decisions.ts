import { isComplaint, type Kind } from './appeals'
import type { IsoDate } from './dates'
import type { Act, LeaveGround, MissingRequisite } from './life'

/**
 * Decisions on a letter, and the papers that leave the office with them. A decision is drafted, agreed and signed; signing does what it decides (`life.ts`) and takes the outgoing numbers of
 * its letters. The keys are stored and never renamed.
 */

/** What can be decided by a signed decision; each is an act of the one table of transitions. */
export const DECISION_ACTS = [
  'answer',
  'extend',
  'redirectWhole',
  'redirectPart',
  'return',
  'withdraw',
  'leave',
] as const satisfies readonly Act[]
export type DecisionAct = (typeof DECISION_ACTS)[number]

/** `draft`: being written; `submitted`: waits for the signature; `signed`; `refused`: an extension that was not granted; `dropped`: taken back by its author or overtaken by another. */
export const DECISION_STATES = ['draft', 'submitted', 'signed', 'refused', 'dropped'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** What an outgoing letter is for. */
export const LETTER_PURPOSES = [
  'answer',
  'extensionNotice',
  'redirectCover',
  'redirectNotice',
  'returnNotice',
  'terminationNotice',
  'unconsideredNotice',
] as const
export type LetterPurpose = (typeof LETTER_PURPOSES)[number]

/** The letters that leave the office with a decision, in the order of their numbers. */
export const LETTERS_OF: Readonly<Record<DecisionAct, readonly LetterPurpose[]>> = {
  answer: ['answer'],
  extend: ['extensionNotice'],
  redirectWhole: ['redirectCover', 'redirectNotice'],
  redirectPart: ['redirectCover', 'redirectNotice'],
  return: ['returnNotice'],
  withdraw: ['terminationNotice'],
  leave: ['unconsideredNotice'],
}

/** Whether a letter goes to another body; all others go to the applicant. */
export function goesToBody(purpose: LetterPurpose): boolean {
  return purpose === 'redirectCover'
}

/** Languages in which the office writes; the templates exist in these. */
export const LETTER_LANGUAGES = ['kk', 'ru'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

/** Character of an answer. */
export const CHARACTERS = ['satisfied', 'partly', 'explained', 'noted', 'refused', 'notConsidered'] as const
export type Character = (typeof CHARACTERS)[number]

/** Decisions on a complaint (Code 350-VI art. 100). */
export const COMPLAINT_DECISIONS = ['cancelAct', 'replaceAct', 'performAction', 'dismissed', 'sentBack'] as const
export type ComplaintDecision = (typeof COMPLAINT_DECISIONS)[number]

/** Characters that fit a decision on a complaint: what is dismissed is not satisfied. */
const CHARACTERS_OF: Readonly<Record<ComplaintDecision, readonly Character[]>> = {
  cancelAct: ['satisfied', 'partly'],
  replaceAct: ['satisfied', 'partly'],
  performAction: ['satisfied', 'partly'],
  dismissed: ['refused', 'explained'],
  sentBack: ['partly', 'explained'],
}

/** Whether the character of an answer and the decision on a complaint say the same (art. 100). */
export function fitTogether(character: Character, decision: ComplaintDecision): boolean {
  return CHARACTERS_OF[decision].includes(character)
}

/** Whether an answer to such a letter bears a decision of art. 100. */
export function bearsDecision(kind: Kind): boolean {
  return isComplaint(kind)
}

/** Kinds of bodies in the directory. Courts are told of, never redirected to. */
export const BODY_KINDS = ['corporation', 'qualityBody', 'ministry', 'department', 'district', 'other', 'court'] as const
export type BodyKind = (typeof BODY_KINDS)[number]

/** Whether a letter can be redirected to such a body. */
export function takesRedirects(kind: BodyKind): boolean {
  return kind !== 'court'
}

/** To which kind of body a letter belongs by what it says itself: a complaint about the State Corporation or its worker goes to its head (R12), one addressed to the quality body goes there (R21, R22); `null` = it is the office's own. */
export function belongsTo({ addressee, respondent }: { addressee: string; respondent: string | null }): BodyKind | null {
  if (respondent === 'corporationWorker' || respondent === 'stateCorporation' || addressee === 'stateCorporation')
    return 'corporation'
  return addressee === 'qualityBody' ? 'qualityBody' : null
}

/**
 * The fields a template may name, `{{name}}`. All are texts of the letter's language, dates written out; empty = the letter has none, and a section `{{#name}}…{{/name}}` is left out.
 */
export const TEMPLATE_FIELDS = [
  /** Own number and day. */
  'number',
  'date',
  /** The appeal. */
  'incomingNumber',
  'incomingDate',
  'kind',
  'subject',
  'service',
  'applicant',
  'applicantAddress',
  'sendersNumber',
  /** What was written by hand. */
  'text',
  'reason',
  /** Answer. */
  'character',
  'decision',
  'satisfied',
  'refused',
  'higherBody',
  'higherBodyAddress',
  'higherBodyTerm',
  'court',
  /** Law and article of an extension or of leaving without consideration. */
  'basis',
  /** Extension. */
  'deadline',
  'until',
  /** Redirect. */
  'body',
  'bodyHead',
  'part',
  /** Return and leaving without consideration. */
  'missing',
  'ground',
  /** The office. */
  'office',
  'officeAddress',
  'officePhone',
  'contactCentre',
  'answerPlace',
] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** What a decision says, as drafted; a draft may be half written. */
export interface DecisionContent {
  /** Language of the letters to the applicant. */
  language: LetterLanguage
  /** The essence of an answer, the grounds of an extension, the reason of any other act: plain paragraphs. */
  text: string
  character: Character | null
  /** Art. 100; only answers to complaints bear one. */
  decision: ComplaintDecision | null
  /** Whether the answer explains where and until when to complain further (R21–R24, art. 80(5)). */
  remedy: boolean
  /** The last day asked for; empty until chosen. */
  until: IsoDate | ''
  /** Body the letter is redirected to, and which part of it. */
  bodyId: number | null
  part: string
  /** What the letter lacks (art. 63, 93). */
  missing: MissingRequisite[]
  ground: LeaveGround | null
}

/** Parts of a decision that must be there before it is signed. Each names a field of the form. */
export type DecisionPart = 'text' | 'character' | 'until' | 'bodyId' | 'part' | 'missing' | 'ground'

const PARTS_OF: Readonly<Record<DecisionAct, readonly DecisionPart[]>> = {
  answer: ['text', 'character'],
  extend: ['text', 'until'],
  redirectWhole: ['bodyId'],
  redirectPart: ['bodyId', 'part'],
  // Also a letter that lacks nothing is returned, with the reason: one already considered, or with insults (art. 64(7)).
  return: ['missing', 'text'],
  withdraw: [],
  leave: ['ground'],
}

/** The parts a decision must have and lacks; empty = it can be submitted and signed. */
export function missingParts(act: DecisionAct, content: DecisionContent): DecisionPart[] {
  if (act === 'return' && (content.missing.length > 0 || content.text !== '')) return []
  return PARTS_OF[act].filter((part) => {
    const value = content[part]
    return value === null || (typeof value !== 'number' && value.length === 0)
  })
}

/** A new draft: the language of the appeal where the office writes it, else the state language (art. 89(2)). */
export function emptyDecision(language: string): DecisionContent {
  return {
    language: language === 'ru' ? 'ru' : 'kk',
    ...{ text: '', character: null, decision: null, remedy: true, until: '' },
    ...{ bodyId: null, part: '', missing: [], ground: null },
  }
}

/** The content without what belongs to other acts: what was left over of them must not come into the letters. */
export function onlyParts(act: DecisionAct, content: DecisionContent): DecisionContent {
  const { language, text, remedy } = content
  const kept = Object.fromEntries(PARTS_OF[act].map((part) => [part, content[part]]))
  const decision = act === 'answer' ? { decision: content.decision } : {}
  return { ...emptyDecision(language), text, remedy, ...kept, ...decision }
}
