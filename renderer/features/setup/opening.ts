import type { Role } from '#shared/domain'
import { countFaults, detailsFaults, passwordFaults, personFaults, rulesFaults, type Fault } from '../settings/checks'
import { rulesOf, typedNumber } from '../settings/forms'
import { copyOf, leafAt } from '../settings/leaves'
import type { SetupDraft, Step } from './setupDraft'

/** The first password, typed twice. It lives only as long as the screen. */
export interface Secret {
  password: string
  again: string
}

/** The step on which a field of `office.open` stands. */
export function stepOf(path: string): Step {
  if (path.startsWith('administrator')) return 'person'
  return path.startsWith('rules') || path === 'firstNumber' ? 'numbering' : 'office'
}

/** What a step lacks, as far as the screen can tell. */
export function lacking(step: Step, form: SetupDraft, secret: Secret): Fault[] {
  if (step === 'office') return detailsFaults(form.details)
  if (step === 'numbering') return [...rulesFaults(form.rules), ...countFaults(form.firstNumber, 'firstNumber', 1, 999_999)]
  return [
    ...personFaults({ ...form.administrator, roles: ['administrator'] }, 'administrator.'),
    ...passwordFaults(secret.password, secret.again, 'administrator.password'),
  ]
}

/** The value whose change clears the fault at a path. */
export function valueOf(path: string, form: SetupDraft, secret: Secret): unknown {
  if (path === 'administrator.password') return secret.password
  if (path === 'administrator.passwordAgain') return secret.password + secret.again
  const { dayStarts, breakStarts, breakEnds, dayEnds } = form.rules
  // The order of the hours is a matter of all four.
  return path === 'rules.dayEnds' ? [dayStarts, breakStarts, breakEnds, dayEnds] : leafAt(form, path)
}

/** What `office.open` takes. */
export function openingOf(form: SetupDraft, { password }: Secret) {
  const { alsoClerk, administrator, details, rules, firstNumber } = copyOf(form)
  const roles: Role[] = alsoClerk ? ['administrator', 'clerk'] : ['administrator']
  return {
    details,
    rules: rulesOf(rules),
    firstNumber: typedNumber(firstNumber),
    administrator: { ...administrator, roles, password },
  }
}
