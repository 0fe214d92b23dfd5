import { useI18n } from 'vue-i18n'
import { useOffice } from '../../stores/office'

/** How a picture of the clipboard is called, which has no name of its own: by the time it was pasted. */
export function usePastedName(): (ending: string) => string {
  const { t } = useI18n()
  const office = useOffice()
  return (ending) => `${t('attachments.screen.pasted')} ${office.localNow().time.replace(':', '-')}.${ending}`
}
