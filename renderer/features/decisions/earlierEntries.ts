import type { Appeal } from '#shared/contract'
import { api } from '../../api/client'
import { useWords } from '../../i18n'
import type { Suggestion } from '../../ui'

const SHOWN = 8

/** Other valid entries for a field that wants the number of one: found by what is typed; without typing the applicant's own are offered. */
export function useEarlierEntries(appeal: () => Appeal) {
  const words = useWords()

  async function ofApplicant(): Promise<Suggestion<number>[]> {
    const { applicantId } = appeal().facts
    if (applicantId === null) return []
    const letters = await api.applicants.letters({ applicantId })
    return letters.map((one) => ({
      ...{ value: one.id, label: one.number },
      note: `${words.formatDate(one.registeredOn)}, ${one.subject}`,
    }))
  }

  /** This year's journal, then that of the year before: repeats come soon after the first. */
  async function inJournals(search: string): Promise<Suggestion<number>[]> {
    const page = { state: 'all' as const, search, after: null, limit: SHOWN + 1 }
    const { year } = appeal()
    const pages = await Promise.all([year, year - 1].map((one) => api.register.journal({ ...page, year: one })))
    return pages
      .flatMap(({ rows }) => rows)
      .filter(({ status }) => status !== 'void')
      .map((row) => ({
        ...{ value: row.id, label: row.number },
        note: [words.formatDate(row.registeredOn), row.applicant, row.subject].filter(Boolean).join(', '),
      }))
  }

  /** What `KCombo` offers for a text. Errors: any `AppFault`. */
  return async function source(typed: string): Promise<readonly Suggestion<number>[]> {
    const found = typed === '' ? await ofApplicant() : await inJournals(typed)
    return found.filter(({ value }) => value !== appeal().id).slice(0, SHOWN)
  }
}
