import { computed, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal } from '#shared/contract'
import { useChanged } from '../../stores/changes'
import { useStructure } from '../../stores/structure'

/** Says that an entry is under control and who watches over it (Code 350-VI art. 46); empty while it is not. Until the name is read, or where it cannot be, only that it is. */
export function useControlWords(appeal: () => Appeal): ComputedRef<string> {
  const { t } = useI18n()
  const structure = useStructure()

  async function readName(): Promise<void> {
    if (appeal().controllerId !== null) await structure.load()
  }
  watch(
    () => appeal().controllerId,
    (id) => structure.personById(id) ?? readName().catch(() => {}),
    { immediate: true },
  )
  useChanged(['person'], readName)

  return computed(() => {
    const { control, controllerId } = appeal()
    if (!control) return ''
    const name = structure.nameOf(controllerId)
    return name ? t('routing.watchedBy', { name }) : t('routing.onControl')
  })
}
