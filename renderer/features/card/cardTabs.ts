import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'

/** The parts of the card, each with its key and the name of its tab. */
export const CARD_TABS = [
  { value: 'facts', keys: 'Digit1', text: 'card.tabs.facts' },
  { value: 'history', keys: 'Digit2', text: 'card.tabs.history' },
  { value: 'slips', keys: 'Digit3', text: 'card.tabs.slips' },
  { value: 'resolutions', keys: 'Digit4', text: 'routing.tab' },
  { value: 'decisions', keys: 'Digit5', text: 'decisionScreen.tab' },
  { value: 'files', keys: 'Digit6', text: 'attachments.screen.tab' },
] as const
type CardTab = (typeof CARD_TABS)[number]['value']

/** The tab that lies open, kept in the address so that a reload and Back lead to it again, and all of them with their counts. */
export function useCardTabs(counts: () => Partial<Record<CardTab, number | string>>) {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const tab = computed<CardTab>({
    get: () => CARD_TABS.find(({ value }) => value === route.query['tab'])?.value ?? 'facts',
    set: (tab) => void router.replace({ query: { ...route.query, tab } }),
  })
  const tabs = computed(() =>
    CARD_TABS.map(({ value, keys, text }) => {
      const count = counts()[value]
      return { value, label: t(text), keys, ...(count !== undefined && { count }) }
    }),
  )
  return { tab, tabs }
}
