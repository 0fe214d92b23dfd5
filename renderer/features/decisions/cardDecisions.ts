import { computed, onMounted, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal } from '#shared/contract'
import { isOpen } from '#shared/domain'
import { useFaultText } from '../../faultText'
import { useSession } from '../../stores/session'
import { useToasts } from '../../ui'
import type { Doing } from './decisionActs'
import { useDecisionRuns } from './decisionRuns'
import { useDecisions } from './decisionsOf'
import { useDirectory } from '../../stores/directory'
import { entryOffers } from './entryOffers'

/** The decisions of the entry on the card, and what is being done about them. `read`: reads the card anew. */
export function useCardDecisions(appeal: () => Appeal | null, read: () => Promise<unknown>) {
  const { t } = useI18n()
  const session = useSession()
  const directory = useDirectory()
  const toasts = useToasts()
  const { faultText } = useFaultText()
  const { decisions, letters, filing, fault, load } = useDecisions(appeal)
  const doing = shallowRef<Doing | null>(null)
  const busy = ref(false)

  // Names of bodies and cases; without them the card is still whole.
  onMounted(() => void directory.ready().catch(() => {}))

  async function atOnce(done: 'submit' | 'takeBack' | null, call: () => Promise<unknown>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await call()
      if (done) await finished(done)
    } catch (thrown) {
      toasts.show({ kind: 'fault', lead: appeal()?.number, text: faultText(thrown) })
      await renew()
    } finally {
      busy.value = false
    }
  }
  const runs = useDecisionRuns({ appeal, decisions: () => decisions.value, doing, atOnce })

  /** Who has the paper now. */
  const holder = computed(() => filing.value.paper.find(({ returned }) => returned === null)?.holder.name)
  const entryActs = computed(() => entryOffers(appeal(), holder.value !== undefined, session.may))
  const answers = computed(() => {
    const now = appeal()
    return now !== null && session.may('decisions.draft') && isOpen(now.status)
  })

  /** Says what was done, and shows the entry as it is now; `open` keeps the dialog. */
  async function finished(act: string, { open = false } = {}): Promise<void> {
    if (!open) doing.value = null
    toasts.show({ kind: 'done', lead: appeal()?.number, text: t(`decisionScreen.done.${act}`) })
    await renew()
  }

  /** A failure is told where the card is shown. */
  async function renew(): Promise<void> {
    await Promise.all([read(), load()]).catch((why: unknown) => toasts.show({ kind: 'fault', text: faultText(why) }))
  }

  function close(): void {
    doing.value = null
    void renew()
  }

  return { decisions, letters, filing, fault, doing, busy, answers, holder, entryActs, ...runs, finished, renew, close }
}

export type CardDecisions = ReturnType<typeof useCardDecisions>
