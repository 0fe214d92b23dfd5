import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { Appeal } from '#shared/contract'
import { useFaultText } from '../../faultText'
import { useJournal } from '../../stores/journal'
import { useToasts } from '../../ui'

/** From card to card in the order of the journal as it lies open, and back to its line. */
export function useBeside(appeal: () => Appeal | null) {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const journal = useJournal()
  const toasts = useToasts()
  const { faultText } = useFaultText()
  let going = false

  /** Opens the journal at the card's book where it lies open at another, or not at all. */
  async function ready({ year, seq }: Appeal): Promise<void> {
    if (journal.view?.year !== year) await journal.show({ year, state: 'all', search: '' })
    journal.chosen = seq
  }

  /** The next card (1, further down the journal) or the one before (-1). */
  async function go(step: 1 | -1): Promise<void> {
    const here = appeal()
    if (!here || going) return
    going = true
    try {
      await ready(here)
      const row = await journal.beside(here.seq, step)
      if (!row) {
        toasts.show({ kind: 'info', text: t(step === 1 ? 'card.end.next' : 'card.end.previous'), stays: 3_000 })
        return
      }
      journal.chosen = row.seq
      const { tab } = route.query
      await router.replace({ name: 'card', params: { id: String(row.id) }, query: { tab } })
    } catch (fault) {
      toasts.show({ kind: 'fault', text: faultText(fault) })
    } finally {
      going = false
    }
  }

  /** Back to the journal as it lay open, at this card's line. */
  async function toJournal(): Promise<void> {
    const here = appeal()
    // Whatever hinders the journal is told there.
    if (here) await ready(here).catch(() => {})
    await router.push({ name: 'journal', query: journal.query })
  }

  return { go, toJournal }
}
