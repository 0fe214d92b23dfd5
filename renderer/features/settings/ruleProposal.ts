import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldFault } from '#shared/contract'
import { useFaultText } from '../../faultText'
import { useWords } from '../../i18n'
import { useTermsChange, type ProposedChange } from '../deadlines/termsChange'

interface Ways {
  /** Version of the state the person sees (`deadlines.changes`). */
  based: () => number
  /** Reads the state anew after somebody else changed it. */
  reload: () => Promise<void>
  /** The proposal was refused; the form stands again and may mark its fields. */
  refused: (fields: readonly FieldFault[]) => Promise<void>
}

/** Refusals that only the form can answer; others (a host that is away, other consequences) leave the consequences on the screen. */
const FOR_THE_FORM = new Set(['invalid_input', 'conflict.stale', 'terms.no_change'])

/** A change on its way from the form over its consequences to the register, and back to the form when it is refused. Nothing typed is touched. */
export function useProposal({ based, reload, refused }: Ways) {
  const { t } = useI18n()
  const { faultText } = useFaultText()
  const words = useWords()
  const change = useTermsChange()
  const shown = ref(false)

  /** What went wrong, in a sentence for the form. */
  const said = computed(() => {
    const fault = change.fault.value
    if (!fault || shown.value) return ''
    if (fault.code !== 'conflict.stale' || !fault.params['when']) return faultText(fault)
    const { date, time } = words.localMoment(String(fault.params['when']))
    return t('rules.stale', { who: fault.params['who'] ?? '', when: `${words.formatDate(date)}, ${time}` })
  })

  /** Asks for the consequences and shows them. */
  async function weigh(proposed: ProposedChange): Promise<void> {
    if (change.busy.value) return
    await change.propose(proposed, based())
    if (change.fault.value) await refuse()
    else shown.value = change.consequences.value !== null
  }

  /** Applies what is shown. The number of moved deadlines, or `null` when it was not done. */
  async function apply(): Promise<number | null> {
    const moved = change.consequences.value?.moved.length ?? 0
    if (await change.apply()) {
      shown.value = false
      return moved
    }
    if (FOR_THE_FORM.has(change.fault.value?.code ?? '')) await refuse()
    return null
  }

  async function refuse(): Promise<void> {
    const fault = change.fault.value
    shown.value = false
    if (fault?.code === 'conflict.stale') await reload()
    await refused(fault?.fields ?? [])
  }

  /** Back to the form. */
  function back(): void {
    shown.value = false
    change.drop()
  }

  const { consequences, fault, busy } = change
  return { shown, consequences, fault, busy, said, weigh, apply, back }
}
