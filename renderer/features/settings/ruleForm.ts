import type { NewRuleVersion } from '#shared/contract'
import { isIsoDate, type ExtensionRule } from '#shared/domain'
import { countFaults, type Fault } from './checks'
import { typedNumber } from './forms'
import { leafAt, textAt } from './leaves'
import type { AnyRule } from './ruleVersions'

type Typed<T, Numbers extends keyof T> = Omit<T, Numbers> & Record<Numbers, string>

/** The next version of a rule as it is typed: numbers are text, and an empty text is «none» where the contract says `null`. */
export interface RuleForm extends Omit<Typed<NewRuleVersion, 'length' | 'checkpointDays'>, 'ruleId' | 'validTo' | 'extension'> {
  validTo: string
  /** Whether the term may be extended; the fields of the extension are kept either way. */
  extends: boolean
  extension: Typed<NonNullable<NewRuleVersion['extension']>, 'length' | 'noticeDays'>
}

const nothing = () => ({ kk: '', ru: '' })
const NO_EXTENSION: ExtensionRule = {
  ...{ length: null, unit: 'workingDays', from: 'deadline', by: ['head', 'deputy'], noticeDays: 3 },
  ...{ grounds: nothing(), basis: nothing() },
}

/** A new version to be typed over: as the given version, but from when it holds and why is for the person to say. */
export function ruleForm(rule: AnyRule): RuleForm {
  const answer = 'purpose' in rule ? null : rule
  const { length, noticeDays, by, ...extension } = answer?.extension ?? NO_EXTENSION
  return {
    ...{ validFrom: '', validTo: '', length: String(rule.length), unit: rule.unit, basis: { ...rule.basis }, note: '' },
    countingStart: answer?.countingStart ?? 'nextDay',
    checkpointDays: String(answer?.checkpointDays ?? 0),
    checkpoint: { ...(answer?.checkpoint ?? nothing()) },
    extends: Boolean(answer?.extension),
    extension: { ...extension, by: [...by], length: textOf(length), noticeDays: textOf(noticeDays) },
  }
}

const textOf = (value: number | null): string => (value === null ? '' : String(value))
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : typedNumber(typed))

/** What is sent of the form. What is no number goes as it is, so that the handler names the fault. */
export function newVersion(form: RuleForm, ruleId: string): NewRuleVersion {
  const { extends: isAllowed, extension, validTo, length, checkpointDays, ...rest } = form
  return {
    ...{ ruleId, ...rest, validTo: validTo === '' ? null : validTo },
    ...{ length: typedNumber(length), checkpointDays: typedNumber(checkpointDays) },
    extension: isAllowed
      ? { ...extension, length: numberOf(extension.length), noticeDays: numberOf(extension.noticeDays) }
      : null,
  }
}

/** Faults that can be named before the handler is asked, by path in the form. `isAct`: only what the rule of an act reads. */
export function ruleFormFaults(form: RuleForm, isAct: boolean): Fault[] {
  const common = [
    ...dateFaults(form.validFrom, 'validFrom', true),
    ...dateFaults(form.validTo, 'validTo', false),
    ...countFaults(form.length, 'length', 1, 999),
    ...emptyAt(form, ['basis.kk', 'basis.ru']),
  ]
  return isAct ? common : [...common, ...checkpointFaults(form), ...(form.extends ? extensionFaults(form) : [])]
}

function dateFaults(typed: string, path: string, isNeeded: boolean): Fault[] {
  if (typed === '') return isNeeded ? [fault(path, 'required')] : []
  if (!isIsoDate(typed)) return [fault(path, 'not_a_date')]
  return typed < '2000-01-01' ? [fault(path, 'date_too_early')] : []
}

function checkpointFaults(form: RuleForm): Fault[] {
  const faults = countFaults(form.checkpointDays, 'checkpointDays', 0, 99)
  const wanted = faults.length === 0 && typedNumber(form.checkpointDays) > 0
  return wanted ? emptyAt(form, ['checkpoint.kk', 'checkpoint.ru']) : faults
}

function extensionFaults(form: RuleForm): Fault[] {
  const { length, noticeDays, by } = form.extension
  return [
    ...(length.trim() === '' ? [] : countFaults(length, 'extension.length', 1, 999)),
    ...(by.length === 0 ? [fault('extension.by', 'required')] : []),
    ...(noticeDays.trim() === '' ? [] : countFaults(noticeDays, 'extension.noticeDays', 1, 99)),
    ...emptyAt(form, ['extension.grounds.kk', 'extension.grounds.ru', 'extension.basis.kk', 'extension.basis.ru']),
  ]
}

const fault = (path: string, code: Fault['code']): Fault => ({ path, code, params: {} })
const emptyAt = (form: RuleForm, paths: readonly string[]): Fault[] =>
  paths.filter((path) => textAt(form, path).trim() === '').map((path) => fault(path, 'required'))

/** Faults of the handler by path in the form: `change.rule.basis.kk` → `basis.kk`. */
export function formFaults(faults: readonly Fault[]): Fault[] {
  return faults.map((each) => ({ ...each, path: each.path.replace(/^change\.rule\./, '') }))
}

/** What must change before the fault at a path is forgiven: the field itself, or where a fault is about two fields, both. */
export function faultyValue(form: RuleForm, path: string): unknown {
  if (path === 'validTo') return [form.validFrom, form.validTo]
  if (path === 'checkpointDays') return [form.checkpointDays, form.length]
  return leafAt(form, path)
}
