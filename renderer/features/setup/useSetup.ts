import { computed, nextTick, reactive, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFaultText } from '../../faultText'
import type { Fault } from '../settings/checks'
import { useFieldFaults } from '../settings/fieldFaults'
import { lacking, stepOf, valueOf } from './opening'
import { keepDraft, STEPS, type SetupDraft, type Step } from './setupDraft'
import { useOpening, type Onward } from './useOpening'

/** The first start: three steps, one opening. `root`: where the fields stand. `opened` as in `useOpening`. */
export function useSetup(
  draft: SetupDraft,
  root: Readonly<Ref<HTMLElement | null>>,
  opened: (next: Onward) => void | Promise<void>,
) {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const form = reactive(draft)
  const secret = reactive({ password: '', again: '' })
  const at = computed(() => STEPS.indexOf(form.step))
  const reached = ref(at.value)
  const { busy, failure, open } = useOpening(form, secret, opened)
  const { mark, faultAt, toFirst } = useFieldFaults((path) => valueOf(path, form, secret), root)

  // What was written down last must not come back after the opening.
  const stopKeeping = watch(form, () => keepDraft(form), { flush: 'sync' })

  /** Shows a step from its top. */
  async function goTo(step: Step): Promise<void> {
    form.step = step
    reached.value = Math.max(reached.value, at.value)
    await nextTick()
    root.value?.querySelector<HTMLElement>('input, button')?.focus()
  }

  /** Shows the first step that has a fault, and leads to the field. */
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
    const faults = (last ? STEPS : [form.step]).flatMap((step) => lacking(step, form, secret))
    if (faults.length > 0) return show(faults)
    mark([])
    if (!last) return goTo(STEPS[at.value + 1]!)
    const refused = await open()
    if (!refused || refused.code === 'setup.done_already') stopKeeping()
    if (refused && refused.fields.length > 0) await show(refused.fields)
  }

  async function back(): Promise<void> {
    if (at.value > 0 && !busy.value) await goTo(STEPS[at.value - 1]!)
  }

  const said = computed(() => {
    if (!failure.value) return ''
    return failure.value.code === 'invalid_input' ? t('setup.fix') : faultText(failure.value)
  })
  const doneAlready = computed(() => failure.value?.code === 'setup.done_already')
  return { form, secret, at, reached, busy, said, doneAlready, faultAt, next, back, goTo }
}
