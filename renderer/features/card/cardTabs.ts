import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'

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

/** The tab that lies open and all of them with their counts. `wanted`: the one an address asks for. */
export function useCardTabs(wanted: unknown, counts: () => Partial<Record<CardTab, number | string>>) {
  const { t } = useI18n()
  const tab = ref<CardTab>(CARD_TABS.find(({ value }) => value === wanted)?.value ?? 'facts')
  const tabs = computed(() =>
    CARD_TABS.map(({ value, keys, text }) => {
      const count = counts()[value]
      return { value, label: t(text), keys, ...(count !== undefined && { count }) }
    }),
  )
  return { tab, tabs }
}
