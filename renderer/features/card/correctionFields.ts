import type { AppealFacts } from '#shared/contract'
import {
  ADDRESSEES,
  APPEAL_LANGUAGES,
  APPLICANT_TYPES,
  CHANNELS,
  CONTESTED,
  DELIVERIES,
  isAboutService,
  isComplaint,
  KINDS,
  NOT_STATED,
  RESPONDENTS,
} from '#shared/domain'

/** Facts that are counts; while they are typed they are texts. */
export const COUNTS = ['people', 'sheets', 'annexSheets'] as const
type Count = (typeof COUNTS)[number]

/** Facts as they are being typed. */
export type TypedFacts = Omit<AppealFacts, Count> & Record<Count, string>

/** One field of the correction. Its name is `events.fields.<name>`, its words those of the card. */
export type CorrectionField = {
  name: keyof AppealFacts
  required?: boolean
  /** Offered only where it means something, or has a value to correct. */
  when?: (facts: TypedFacts) => boolean
} & (
  | { control: 'text' | 'area' | 'date' | 'time' | 'count' | 'service' | 'both' }
  | { control: 'choice'; choices: readonly string[]; optional?: boolean }
  | { control: 'flags'; choices: readonly string[] }
)

/** Fields under a heading (`card.groups.<title>`). */
export interface CorrectionGroup {
  title: 'document' | 'complaint' | 'content' | 'applicant' | 'answer'
  fields: readonly CorrectionField[]
}

const complaint = ({ kind }: TypedFacts) => isComplaint(kind)
const aboutService = ({ kind, serviceId, serviceName }: TypedFacts) =>
  isAboutService(kind) || serviceId !== null || serviceName !== ''

/** All that can be corrected, in the order of the registration form. */
export const CORRECTION: readonly CorrectionGroup[] = [
  {
    title: 'document',
    fields: [
      { name: 'kind', control: 'choice', choices: KINDS, required: true },
      { name: 'addressee', control: 'choice', choices: ADDRESSEES, required: true },
      { name: 'addressedTo', control: 'text' },
      { name: 'channel', control: 'choice', choices: CHANNELS, required: true },
      { name: 'receivedOn', control: 'date', required: true },
      { name: 'receivedAt', control: 'time', required: true },
      { name: 'language', control: 'choice', choices: APPEAL_LANGUAGES, required: true },
      { name: 'sheets', control: 'count', required: true },
      { name: 'annexSheets', control: 'count', required: true },
      { name: 'sendersNumber', control: 'text' },
      { name: 'sendersDate', control: 'date' },
      { name: 'externalNumber', control: 'text' },
    ],
  },
  {
    title: 'complaint',
    fields: [
      { name: 'respondent', control: 'choice', choices: RESPONDENTS, optional: true, required: true, when: complaint },
      { name: 'respondentName', control: 'text', when: complaint },
      { name: 'contested', control: 'choice', choices: CONTESTED, optional: true, required: true, when: complaint },
      { name: 'serviceId', control: 'service', when: aboutService },
      { name: 'serviceName', control: 'text', when: (facts) => aboutService(facts) && facts.serviceId === null },
    ],
  },
  {
    title: 'content',
    fields: [
      { name: 'subject', control: 'text', required: true },
      { name: 'summary', control: 'area', required: true },
    ],
  },
  {
    title: 'applicant',
    fields: [
      { name: 'applicantType', control: 'choice', choices: APPLICANT_TYPES, required: true },
      { name: 'identifier', control: 'text' },
      { name: 'name', control: 'text' },
      { name: 'postalAddress', control: 'text' },
      { name: 'residence', control: 'text' },
      { name: 'notStated', control: 'flags', choices: NOT_STATED },
      { name: 'phone', control: 'text' },
      { name: 'email', control: 'text' },
      { name: 'representative', control: 'text' },
      { name: 'people', control: 'count', required: true },
    ],
  },
  {
    title: 'answer',
    fields: [
      { name: 'delivery', control: 'choice', choices: DELIVERIES, required: true },
      { name: 'answerPlace', control: 'both' },
      { name: 'givenDeadline', control: 'date' },
    ],
  },
]

/** Facts as they are typed. */
export function typedOf(facts: AppealFacts): TypedFacts {
  const { people, sheets, annexSheets } = facts
  return structuredClone({ ...facts, people: String(people), sheets: String(sheets), annexSheets: String(annexSheets) })
}

/** The facts that were typed. A count that is no whole number becomes `NaN`, which the handler names as a fault of the field. */
export function factsOf(typed: TypedFacts): AppealFacts {
  const count = (text: string) => (/^\d+$/.test(text.trim()) ? +text.trim() : Number.NaN)
  return {
    ...typed,
    people: count(typed.people),
    sheets: count(typed.sheets),
    annexSheets: count(typed.annexSheets),
    answerPlace: { ...typed.answerPlace },
    notStated: [...typed.notStated],
  }
}
