import { useI18n } from 'vue-i18n'
import type { ReadYear, RowFault } from '#shared/contract'

/** What is said about rows of a file, in words. */
export function useRowWords() {
  const { t } = useI18n()

  /** «14-жол: …». In iCalendar a row is an event, whose line stands beside it. */
  function rowText(part: 'faults' | 'notes', { row, code, params }: RowFault, format: ReadYear['format']): string {
    const text = t(`yearFile.${part}.${code}`, params, Number(params['count'] ?? 1))
    if (row === null || format === null) return text
    const where = t(`yearFile.row.${format}`, { ...params, row })
    return t('calendar.files.atRow', { where, text })
  }

  return { rowText }
}
