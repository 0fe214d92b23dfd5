import { useI18n } from 'vue-i18n'
import type { FileKind, FileRole, NameNotice, FileCondition } from '#shared/contract'
import { useLocale, useWords } from '../../i18n'

const KILO = 1024

/** What a file is to its letter, in the order in which it is offered. */
export const ROLES = ['letter', 'annex', 'protocol', 'other'] as const satisfies readonly FileRole[]

/** How files are told of in the language of the screen. */
export function useFileWords() {
  const { t } = useI18n()
  const words = useWords()
  const { locale } = useLocale()

  /** `412 КБ`, `1,4 МБ`. */
  function size(bytes: number): string {
    if (bytes < KILO * KILO)
      return t('attachments.screen.size.kb', { size: words.formatCount(Math.max(1, Math.round(bytes / KILO))) })
    const tenths = Math.round((bytes * 10) / KILO / KILO)
    const whole = words.formatCount(Math.floor(tenths / 10))
    const part = tenths % 10 === 0 || tenths >= 1000 ? '' : `${locale.value === 'en' ? '.' : ','}${tenths % 10}`
    return t('attachments.screen.size.mb', { size: whole + part })
  }

  /** `PDF, 412 КБ, 3 бет`. */
  function facts({ kind, bytes, pages }: { kind: FileKind; bytes: number; pages: number | null }): string {
    const counted = pages !== null && (kind === 'pdf' || kind === 'tiff')
    return [
      t(`attachments.screen.kinds.${kind}`),
      size(bytes),
      ...(counted ? [t('attachments.screen.pages', { count: words.formatCount(pages) }, pages)] : []),
    ].join(', ')
  }

  /** Day and time of a moment, the day only when it is not today's. */
  function moment(at: string): string {
    const { date, time } = words.localMoment(at)
    return `${words.formatDate(date)}, ${time}`
  }

  return {
    size,
    facts,
    moment,
    role: (role: FileRole) => t(`attachments.screen.roles.${role}`),
    notice: (notice: NameNotice) => t(`attachments.screen.notices.${notice}`),
    /** Why a file is neither shown nor stamped, and what to do; empty: it is whole. */
    condition: (condition: FileCondition) => (condition === 'whole' ? '' : t(`attachments.screen.conditions.${condition}`)),
  }
}
