import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { SlipFormat, SlipLanguages } from '#shared/contract'
import type { AppealLanguage } from '#shared/domain'
import { usePrinting } from '../../stores/printing'
import { SLIP_FORMATS, SLIP_LANGUAGES } from '../../stores/slipPapers'

/**
 * Language in which a slip begins that nobody has chosen one for. A slip is in Kazakh and Russian side by side, as the office's papers are; in large print two languages fill four pages, so that it is in the letter's own where the
 * office writes that.
 */
export function usualLanguages(letter: AppealLanguage, format: SlipFormat): SlipLanguages {
  return format === 'large' && letter !== 'other' ? letter : 'both'
}

/** Under what the language chosen last is remembered: a clerk who gives Kazakh letters a Kazakh slip goes on giving Russian ones both. */
export function languageKey(letter: AppealLanguage, format: SlipFormat): string {
  return format === 'large' ? `${letter}.large` : letter
}

/** Paper and language of a slip: those printed last at this workstation for a letter of that language, until the clerk chooses. */
export function useSlipChoice(letter: () => AppealLanguage) {
  const { t } = useI18n()
  const printing = usePrinting()
  const format = ref<SlipFormat>(printing.kept.slipFormat)
  const chosen = ref<SlipLanguages | null>(null)

  const languages = computed({
    get: () =>
      chosen.value ?? printing.kept.slipLanguages[languageKey(letter(), format.value)] ?? usualLanguages(letter(), format.value),
    set: (next: SlipLanguages) => (chosen.value = next),
  })
  const formats = computed(() => SLIP_FORMATS.map((value) => ({ value, label: t(`registration.slip.formats.${value}`) })))
  const languageOptions = computed(() =>
    SLIP_LANGUAGES.map((value) => ({ value, label: t(`registration.slip.languages.${value}`) })),
  )

  /** What was put on paper is what the next slip begins with. */
  function keep(): void {
    printing.keepSlip(format.value, languageKey(letter(), format.value), languages.value)
  }

  return { format, languages, formats, languageOptions, keep }
}
