import { useI18n } from 'vue-i18n'
import type { Slip } from '#shared/contract'

/** The name of a slip as a file: its number and copy, in its own language. */
export function useSlipName(): (slip: Slip, number: string) => string {
  const { t } = useI18n()
  return ({ copy, languages }, number) => {
    // A number holds a stroke, which no file name may.
    const named = { number: number.replace(/[^\p{L}\p{N}-]/gu, '-'), copy }
    return t('card.slips.file', named, { locale: languages === 'ru' ? 'ru' : 'kk' })
  }
}
