import {
  bearsDecision,
  formatPhone,
  isAboutService,
  isComplaint,
  ruleFor,
  ruleUnder,
  TEMPLATE_FIELDS,
  type Character,
  type DecisionContent,
  type IsoDate,
  type Kind,
  type LetterLanguage,
  type TemplateField,
} from '#shared/domain'
import { longDate, translatorFor, type Translator } from '#shared/i18n'
import type { View } from '../db/work'
import type { BodyRow, Directory } from '../directory/directory.service'
import type { AppealRow } from '../register/register.service'
import type { OfficeState } from '../settings/settings.service'

/** What a letter is made from. */
export interface LetterSource {
  entry: AppealRow
  content: DecisionContent
  office: OfficeState
  /** Own number and day; empty while it is a draft. */
  number: string
  signedOn: IsoDate | ''
  /** The deadline after an extension. */
  until: IsoDate | ''
}

/** Bodies a letter names. */
export interface NamedBodies {
  /** To whom it is redirected. */
  body: BodyRow | null
  /** Who hears a further complaint (R21, art. 80(5)), and the court (R24). */
  higher: BodyRow | null
  court: BodyRow | null
}

const SAY: Readonly<Record<LetterLanguage, Translator>> = { kk: translatorFor('kk'), ru: translatorFor('ru') }
const SATISFIED: readonly Character[] = ['satisfied', 'partly']
const REFUSED: readonly Character[] = ['refused', 'partly', 'notConsidered']

/** Who hears a further complaint: on a public service the quality body (R21), on any other letter the ministry above. */
export function higherBody(view: View, directory: Directory, kind: Kind): Promise<BodyRow | null> {
  return directory.ofKind(view, isAboutService(kind) ? 'qualityBody' : 'ministry')
}

/** The bodies named in the letters of a decision. */
export async function namedBodies(view: View, directory: Directory, { entry, content }: LetterSource): Promise<NamedBodies> {
  return {
    body: content.bodyId === null ? null : await directory.body(view, content.bodyId),
    higher: await higherBody(view, directory, entry.kind),
    court: await directory.ofKind(view, 'court'),
  }
}

/** The value of every field that a template may name, in the letter's language; what the letter has not is empty. */
export function letterFields(source: LetterSource, bodies: NamedBodies): Record<TemplateField, string> {
  const { content } = source
  const say = SAY[content.language]
  const empty = Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, ''])) as Record<TemplateField, string>
  return {
    ...empty,
    ...aboutAppeal(source, say),
    ...aboutOffice(source),
    ...aboutRemedy(source, bodies, say),
    text: content.text,
    reason: content.text,
    character: content.character ? say(`decisions.characters.${content.character}`) : '',
    decision: content.decision && bearsDecision(source.entry.kind) ? say(`decisions.complaintDecisions.${content.decision}`) : '',
    satisfied: content.character && SATISFIED.includes(content.character) ? '1' : '',
    refused: content.character && REFUSED.includes(content.character) ? '1' : '',
    body: bodies.body?.name[content.language] ?? '',
    bodyHead: bodies.body?.head[content.language] ?? '',
    part: content.part,
    missing: content.missing.map((one) => say(`decisions.missing.${one}`)).join('\n'),
    basis: basisOf(source, say),
    ground: content.ground ? say(`decisions.grounds.${content.ground}`) : '',
  }
}

/** Law and article: of the rule that lets the term be extended, or of leaving a letter of this kind without consideration (art. 88, 95). */
function basisOf({ entry, content, office, until }: LetterSource, say: Translator): string {
  if (content.ground) return say(`decisions.leaveBasis.${isComplaint(entry.kind) ? 'complaint' : 'other'}`)
  if (until === '') return ''
  return ruleUnder(office.terms, entry.term)?.extension?.basis[content.language] ?? ''
}

function aboutAppeal({ entry, content: { language }, number, signedOn, until }: LetterSource, say: Translator) {
  const { facts } = entry
  const day = (date: IsoDate | ''): string => (date === '' ? '' : longDate(language, date))
  return {
    ...{ number, date: day(signedOn), incomingNumber: entry.number, incomingDate: day(entry.registeredOn) },
    ...{ kind: say(`words.kinds.${entry.kind}.formal`), subject: entry.subject, service: entry.service?.[language] ?? '' },
    ...{ applicant: facts.name, applicantAddress: facts.postalAddress, sendersNumber: facts.sendersNumber },
    ...{ deadline: day(entry.term.deadline), until: day(until), answerPlace: facts.answerPlace[language] },
  }
}

function aboutOffice({ office: { details }, content: { language } }: LetterSource) {
  const { name, address, phone, contactCentre } = details
  return { office: name[language], officeAddress: address[language], officePhone: formatPhone(phone), contactCentre }
}

/** Where and until when to complain further; the term is the one of whoever hears the complaint (R22, art. 99). */
function aboutRemedy({ entry, content, office }: LetterSource, { higher, court }: NamedBodies, say: Translator) {
  if (!content.remedy || !higher) return {}
  const { language } = content
  const { kind, registeredOn } = entry
  const addressee = isAboutService(kind) ? ('qualityBody' as const) : ('provider' as const)
  const rule = ruleFor(office.terms, { kind: isAboutService(kind) ? kind : 'complaint', addressee, registeredOn })
  const unit = rule?.unit === 'calendarDays' ? 'words.calendarDays' : 'words.workingDays'
  return {
    higherBody: higher.name[language],
    higherBodyAddress: higher.address[language],
    higherBodyTerm: rule ? say(unit, { count: rule.length }) : '',
    court: court?.name[language] ?? '',
  }
}
