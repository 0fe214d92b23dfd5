import type { FieldFault } from '#shared/contract'
import { isAboutService, isClockTime, isComplaint, isIsoDate } from '#shared/domain'
import { mayGiveDeadline, type RegistrationForm } from './form'
import { readSheets } from './sheets'

/** Fields of the form in the order in which they are met; texts under `register.fields`. */
export const FIELDS = [
  'kind',
  'receivedOn',
  'receivedAt',
  'channel',
  'identifier',
  'name',
  'postalAddress',
  'phone',
  'language',
  'subject',
  'summary',
  'sheets',
  'addressedTo',
  'answerPlace',
  'delivery',
  'contested',
  'respondent',
  'respondentName',
  'addressee',
  'service',
  'applicantType',
  'residence',
  'email',
  'representative',
  'people',
  'otherPlace',
  'sendersNumber',
  'sendersDate',
  'externalNumber',
  'givenDeadline',
] as const
export type Field = (typeof FIELDS)[number]

/** Facts that have no field of their own name. */
const STANDS_AT: Readonly<Record<string, Field>> = {
  annexSheets: 'sheets',
  serviceId: 'service',
  serviceName: 'service',
  notStated: 'name',
  applicantId: 'name',
}

/** Where a fault of the handler (`facts.name`, `facts.answerPlace.ru`) stands on the form; `null` when nowhere. `placeLanguage`: the language of the place shown among the main fields. */
export function fieldOf(path: string, placeLanguage: 'kk' | 'ru'): Field | null {
  const [fact = '', part] = path.replace(/^facts\./, '').split('.')
  if (fact === 'answerPlace') return part === undefined || part === placeLanguage ? 'answerPlace' : 'otherPlace'
  if ((FIELDS as readonly string[]).includes(fact)) return fact as Field
  return STANDS_AT[fact] ?? null
}

/** Present value of a field, as far as it decides whether a fault still holds. */
export function valueOf(form: RegistrationForm, field: Field): string {
  if (field === 'service') return JSON.stringify([form.serviceId, form.serviceName])
  if (field === 'answerPlace' || field === 'otherPlace') return JSON.stringify(form.answerPlace)
  if (field === 'name' || field === 'postalAddress') return JSON.stringify([form[field], form.notStated])
  if (field === 'email') return JSON.stringify([form.email, form.delivery])
  return JSON.stringify(form[field])
}

type Known = Omit<FieldFault, 'path'> & { path: string }

/** What the screen itself can name before the handler is asked, so that everything is said at once. What counts is what the handler says. */
export function lacking(form: RegistrationForm): Known[] {
  const faults: Known[] = []
  const add = (path: string, code: FieldFault['code'] = 'required', params = {}) =>
    faults.push({ path: `facts.${path}`, code, params })
  const empty = (text: string) => text.trim() === ''

  if (form.kind === null) add('kind')
  badDate(form.receivedOn, true, (code) => add('receivedOn', code))
  if (empty(form.receivedAt)) add('receivedAt')
  else if (!isClockTime(form.receivedAt)) add('receivedAt', 'not_a_time')
  if (empty(form.name) && !form.notStated.includes('name')) add('name')
  if (empty(form.postalAddress) && !form.notStated.includes('address')) add('postalAddress')
  if (empty(form.subject)) add('subject')
  if (empty(form.summary)) add('summary')
  if (!readSheets(form.sheets)) add('sheets', empty(form.sheets) ? 'required' : 'not_a_number')
  if (empty(form.answerPlace.kk) && empty(form.answerPlace.ru)) add('answerPlace')
  if (form.delivery === 'email' && empty(form.email)) add('email')
  if (!/^\d{1,6}$/.test(form.people.trim())) add('people', empty(form.people) ? 'required' : 'not_a_number')
  if (form.kind && isComplaint(form.kind) && form.contested === null) add('contested')
  badDate(form.sendersDate, false, (code) => add('sendersDate', code))
  if (mayGiveDeadline(form.kind)) badDate(form.givenDeadline, false, (code) => add('givenDeadline', code))
  return faults
}

function badDate(typed: string, required: boolean, add: (code: 'required' | 'not_a_date') => void): void {
  if (typed === '') {
    if (required) add('required')
  } else if (!isIsoDate(typed)) add('not_a_date')
}

/** Whether a field is on the screen for the kind that is chosen. */
export function isShown(field: Field, { kind }: RegistrationForm): boolean {
  if (field === 'contested' || field === 'respondent' || field === 'respondentName') return kind !== null && isComplaint(kind)
  if (field === 'service') return kind !== null && isAboutService(kind)
  return field !== 'givenDeadline' || mayGiveDeadline(kind)
}
