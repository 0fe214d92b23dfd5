/**
 * The words of the register: kinds of letters, ways they arrive, whom they concern. The keys are stored and never renamed; their texts stand in
 * `shared/i18n` under `kinds`, `channels` and so on.
 */

/**
 * Kinds of incoming letters. `serviceComplaint`: complaint on a public service (Law 88-V art. 25, R14). The five after it are the forms of Code 350-VI
 * art. 4; the rest have terms of their own (see `resources/data/terms.json`).
 */
export const KINDS = [
  'serviceComplaint',
  'complaint',
  'application',
  'request',
  'proposal',
  'report',
  'response',
  'informationRequest',
  'mediaRequest',
  'lawyerRequest',
  'bailiffRequest',
  'petition',
  'officialLetter',
  'thanks',
] as const
export type Kind = (typeof KINDS)[number]

/** Kinds with a key of their own (1–7) on the form; the others stand behind «8 other». */
export const MAIN_KINDS = KINDS.slice(0, 7) as readonly Kind[]
/** Kinds behind «8 other». */
export const OTHER_KINDS = KINDS.slice(7) as readonly Kind[]

/** To whom the letter is addressed; the term of a complaint on a service depends on it (R15, R22). */
export const ADDRESSEES = ['provider', 'stateCorporation', 'qualityBody'] as const
export type Addressee = (typeof ADDRESSEES)[number]

/** How the letter arrived (R4, R17, R23, R30). */
export const CHANNELS = ['inPerson', 'post', 'portal', 'email', 'contactCentre', 'homeVisit'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whose decision or conduct a complaint contests (R1). */
export const RESPONDENTS = ['provider', 'official', 'stateCorporation', 'corporationWorker'] as const
export type Respondent = (typeof RESPONDENTS)[number]

/** What a complaint contests (R1). */
export const CONTESTED = ['decision', 'action', 'inaction'] as const
export type Contested = (typeof CONTESTED)[number]

export const APPLICANT_TYPES = ['natural', 'legal'] as const
export type ApplicantType = (typeof APPLICANT_TYPES)[number]

/** Language of the letter; the answer is given in it or in the state language (Code 350-VI art. 89(2)). */
export const APPEAL_LANGUAGES = ['kk', 'ru', 'other'] as const
export type AppealLanguage = (typeof APPEAL_LANGUAGES)[number]

/** How the applicant receives the answer (R10). */
export const DELIVERIES = ['inPerson', 'post', 'email', 'portal'] as const
export type Delivery = (typeof DELIVERIES)[number]

/**
 * Requisites of art. 63 that the letter itself does not state. The clerk marks them instead of inventing them, because intake may not be refused
 * (Code 350-VI art. 64(1)).
 */
export const NOT_STATED = ['name', 'address'] as const
export type NotStated = (typeof NOT_STATED)[number]

/** Stored states of an entry. Overdue, due today and due soon are computed (`deadlineState`), never stored. */
export const STATUSES = [
  'registered',
  'resolution',
  'execution',
  'answered',
  'redirected',
  'returned',
  'withdrawn',
  'unconsidered',
  'attached',
  'filed',
  'void',
] as const
export type Status = (typeof STATUSES)[number]

/** Whether the letter contests somebody's decision or conduct, so that R1's fields apply. */
export function isComplaint(kind: Kind): boolean {
  return kind === 'serviceComplaint' || kind === 'complaint'
}

/** Whether the letter concerns a public service (R2). */
export function isAboutService(kind: Kind): boolean {
  return kind === 'serviceComplaint'
}
