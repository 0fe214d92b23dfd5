import { useI18n } from 'vue-i18n'
import type { PastChange } from '#shared/contract'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'

/** Past changes of what deadlines are counted by, in words. */
export function usePastWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()

  /** What was changed: «күнтізбе, 2027», «ереже: Қызметке шағым, 2-нұсқа». */
  function subjectOf({ kind, subject }: PastChange): string {
    if (kind === 'calendar') return t('calendar.past.calendar', { years: (subject.years ?? []).join(', ') })
    if (kind === 'counting') {
      return [
        subject.week && t(`calendar.week.${subject.week}`),
        subject.countingStart && t(`calendar.past.start.${subject.countingStart}`),
      ]
        .filter(Boolean)
        .join(', ')
    }
    return t('calendar.past.rule', { rule: ruleName(subject.ruleId ?? ''), version: subject.version ?? '' })
  }

  function ruleName(ruleId: string): string {
    const rule = office.terms.find(({ id }) => id === ruleId)
    const act = office.state?.shortTerms.find(({ id }) => id === ruleId)
    if (!rule) return act ? t(`calendar.past.acts.${act.purpose}`) : ruleId
    const kind = t(`words.kinds.${rule.kind}.name`)
    return rule.addressee === 'provider' ? kind : `${kind} (${t(`words.addressees.${rule.addressee}`)})`
  }

  /** When it was done: date and time of the office. */
  function momentOf({ at }: PastChange): string {
    const { date, time } = words.localMoment(at)
    return `${words.formatDate(date)} ${time}`
  }

  return { subjectOf, momentOf }
}
