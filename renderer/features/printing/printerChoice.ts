import { computed, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { host } from '../../host'
import { usePrinting } from '../../stores/printing'

/** The printers to choose from; the one chosen stays among them when it is not there now. `known`: whether this host knows printers at all. */
export function usePrinterChoice(chosen: () => string) {
  const { t } = useI18n()
  const printing = usePrinting()
  const known = host.platform === 'electron'
  onMounted(() => (known ? printing.findPrinters() : undefined))

  const options = computed(() => {
    const there = (printing.printers ?? []).map(({ name, displayName, isDefault }) => ({
      value: name,
      label: isDefault ? t('printing.usual', { printer: displayName }) : displayName,
    }))
    const now = chosen()
    const gone = now !== '' && printing.printers !== null && !there.some(({ value }) => value === now)
    const itself = printing.printers === null && now !== '' ? [{ value: now, label: now }] : []
    return [
      { value: '', label: t('printing.inDialog') },
      ...there,
      ...itself,
      ...(gone ? [{ value: now, label: t('printing.goneName', { printer: now }) }] : []),
    ]
  })
  return { known, options }
}
