import type { FieldFault, OfficeDetails, PersonFields } from '#shared/contract'
import { isClockTime, isIsoDate, patternFault } from '#shared/domain'
import { REQUIRED_DETAILS, REQUIRED_OF_PERSON, typedNumber, type AbsenceForm, type RulesForm } from './forms'
import { textAt } from './leaves'

/** A fault the screen can name by itself, before the handler is asked. It only saves a way: what counts is what the handler says. */
export type Fault = Omit<FieldFault, 'code'> & { code: FieldFault['code'] | 'passwords_differ' }

const fault = (path: string, code: Fault['code'], params: Fault['params'] = {}): Fault => ({ path, code, params })

/** Faults of texts that may not stay empty; `wanted`: paths under `prefix`. */
export function emptyFaults(form: object, wanted: readonly string[], prefix = ''): Fault[] {
  return wanted.filter((path) => textAt(form, path).trim() === '').map((path) => fault(`${prefix}${path}`, 'required'))
}

/** Faults of the particulars, under `details.`. */
export function detailsFaults(details: OfficeDetails): Fault[] {
  return emptyFaults(details, REQUIRED_DETAILS, 'details.')
}

/** Faults of patterns, hours, lock and reminding, under `rules.`. */
export function rulesFaults(rules: RulesForm): Fault[] {
  const patterns = (['numberPattern', 'outgoingPattern'] as const).flatMap((at) => {
    const wrong = patternFault(rules[at])
    return wrong ? [fault(`rules.${at}`, `pattern_${wrong}`)] : []
  })
  const hours = (['dayStarts', 'breakStarts', 'breakEnds', 'dayEnds'] as const).flatMap((at) => {
    if (rules[at] === '') return [fault(`rules.${at}`, 'required')]
    return isClockTime(rules[at]) ? [] : [fault(`rules.${at}`, 'not_a_time')]
  })
  const order = [rules.dayStarts, rules.breakStarts, rules.breakEnds, rules.dayEnds]
  const disordered = hours.length === 0 && order.some((at, i) => i > 0 && at < order[i - 1]!)
  return [
    ...patterns,
    ...hours,
    ...(disordered ? [fault('rules.dayEnds', 'hours_order')] : []),
    ...countFaults(rules.lockAfter, 'rules.lockAfter', 1, 240),
    ...countFaults(rules.remindAhead, 'rules.remindAhead', 0, 30),
  ]
}

/** Faults of a typed number between two bounds. */
export function countFaults(typed: string, path: string, min: number, max: number): Fault[] {
  const value = typedNumber(typed)
  if (Number.isNaN(value)) return [fault(path, typed.trim() === '' ? 'required' : 'not_a_number')]
  return value < min || value > max ? [fault(path, 'out_of_range', { min, max })] : []
}

/** Faults of a person, under `prefix`. */
export function personFaults(person: PersonFields, prefix: string): Fault[] {
  return [
    ...emptyFaults(person, REQUIRED_OF_PERSON, prefix),
    ...(person.roles.length === 0 ? [fault(`${prefix}roles`, 'required')] : []),
  ]
}

/** Faults of an absence. */
export function absenceFaults(absence: AbsenceForm): Fault[] {
  const { personId, from, to } = absence
  const days = (['from', 'to'] as const).flatMap((path) => {
    if (absence[path].trim() === '') return [fault(path, 'required')]
    return isIsoDate(absence[path]) ? [] : [fault(path, 'not_a_date')]
  })
  const turned = days.length === 0 && to < from
  return [
    ...(personId === null ? [fault('personId', 'required')] : []),
    ...days,
    ...(turned ? [fault('to', 'date_too_soon', { min: from })] : []),
  ]
}

/** Faults of a new password typed twice: at `path`, and at `path` with `Again` for the second. */
export function passwordFaults(password: string, again: string, path: string): Fault[] {
  if (password === '') return [fault(path, 'required')]
  if (password.length < 8) return [fault(path, 'too_short', { min: 8 })]
  if (password.length > 200) return [fault(path, 'too_long', { max: 200, length: password.length })]
  return password === again ? [] : [fault(`${path}Again`, 'passwords_differ')]
}
