import { computed, nextTick, reactive, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api } from '../../api/client'
import { toFault, type AppFault } from '../../api/fault'
import { useFaultText } from '../../api/faultText'
import { useSession } from '../../stores/session'
import { countFaults, detailsFaults, passwordFaults, personFaults, rulesFaults, type Fault } from '../settings/checks'
import { useFieldFaults } from '../settings/fieldFaults'
import { rulesOf, typedNumber } from '../settings/forms'
import { leafAt } from '../settings/leaves'
import { forgetDraft, keepDraft, STEPS, type SetupDraft, type Step } from './setupDraft'

/** The step on which a field of `office.open` stands. */
export function stepOf(path: string): Step {
  if (path.startsWith('administrator')) return 'person'
  return path.startsWith('rules') || path === 'firstNumber' ? 'numbering' : 'office'
}

/** The first start: three steps, one opening. `root`: where the fields stand. `opened` is called once, signed in or not. */
export function useSetup(
  draft: SetupDraft,
  root: Readonly<Ref<HTMLElement | null>>,
  opened: (next: 'journal' | 'people' | 'signIn') => void | Promise<void>,
) {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const session = useSession()
  const form = reactive(draft)
  const secret = reactive({ password: '', again: '' })
  const reached = ref(STEPS.indexOf(form.step))
  const busy = ref(false)
  const failure = ref<AppFault | null>(null)
  const at = computed(() => STEPS.indexOf(form.step))

  watch(form, () => keepDraft(form))

  const { mark, faultAt, toFirst } = useFieldFaults((path) => {
    if (path === 'administrator.password') return secret.password
    if (path === 'administrator.passwordAgain') return secret.password + secret.again
    const { dayStarts, breakStarts, breakEnds, dayEnds } = form.rules
    return path === 'rules.dayEnds' ? [dayStarts, breakStarts, breakEnds, dayEnds] : leafAt(form, path)
  }, root)

  /** What a step lacks, as far as the screen can tell. */
  function lacking(step: Step): Fault[] {
    if (step === 'office') return detailsFaults(form.details)
    if (step === 'numbering') return [...rulesFaults(form.rules), ...countFaults(form.firstNumber, 'firstNumber', 1, 999_999)]
    return [
      ...personFaults({ ...form.administrator, roles: ['administrator'] }, 'administrator.'),
      ...passwordFaults(secret.password, secret.again, 'administrator.password'),
    ]
  }

  /** Shows a step from its top. */
  async function goTo(step: Step): Promise<void> {
    failure.value = null
    form.step = step
    reached.value = Math.max(reached.value, at.value)
    await nextTick()
    root.value?.querySelector<HTMLElement>('input, button')?.focus()
  }

  async function show(faults: readonly Fault[]): Promise<void> {
    const first = STEPS.find((step) => faults.some((one) => stepOf(one.path) === step)) ?? form.step
    if (first !== form.step) await goTo(first)
    mark(faults)
    await toFirst()
  }

  /** The next step, or on the last one the opening. */
  async function next(): Promise<void> {
    if (busy.value) return
    failure.value = null
    const last = form.step === 'person'
    const faults = last ? STEPS.flatMap(lacking) : lacking(form.step)
    if (faults.length > 0) return show(faults)
    mark([])
    if (!last) return goTo(STEPS[at.value + 1]!)
    await open()
  }

  async function back(): Promise<void> {
    if (at.value > 0 && !busy.value) await goTo(STEPS[at.value - 1]!)
  }

  async function open(): Promise<void> {
    busy.value = true
    try {
      const { alsoClerk, administrator, details, rules, firstNumber } = form
      const roles = alsoClerk ? (['administrator', 'clerk'] as const) : (['administrator'] as const)
      await api.office.open({
        details,
        rules: rulesOf(rules),
        firstNumber: typedNumber(firstNumber),
        administrator: { ...administrator, roles: [...roles], password: secret.password },
      })
      await enter()
    } catch (thrown) {
      await refuse(toFault(thrown))
    } finally {
      busy.value = false
    }
  }

  async function enter(): Promise<void> {
    forgetDraft()
    try {
      await session.start()
      await session.signIn(form.administrator.login.trim(), secret.password)
    } catch {
      // The book is open all the same: the administrator signs in by hand.
      return await opened('signIn')
    } finally {
      secret.password = secret.again = ''
    }
    await opened(form.alsoClerk ? 'journal' : 'people')
  }

  async function refuse(fault: AppFault): Promise<void> {
    failure.value = fault
    if (fault.code === 'setup.done_already') {
      forgetDraft()
      await session.start().catch(() => {})
    }
    if (fault.fields.length > 0) {
      await show(fault.fields)
      failure.value = fault
    }
  }

  const said = computed(() => {
    if (!failure.value) return ''
    return failure.value.code === 'invalid_input' ? t('setup.fix') : faultText(failure.value)
  })
  return {
    form,
    secret,
    at,
    reached,
    busy,
    said,
    doneAlready: computed(() => failure.value?.code === 'setup.done_already'),
    faultAt,
    next,
    back,
    goTo,
  }
}
