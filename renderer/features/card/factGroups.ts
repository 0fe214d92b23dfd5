import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal } from '#shared/contract'
import { readIdentifier, surnameAndInitials } from '#shared/domain'
import { useWords } from '../../i18n'
import { useFactWords } from './factWords'

/** One line of the card. `identifier`: to be masked until asked for; `note`: a quiet remark behind it. */
export interface FactLine {
  label: string
  text: string
  identifier?: boolean
  note?: string
}
export interface FactGroup {
  title: string
  lines: FactLine[]
}

/** The facts of an entry as two columns of groups. Lines without a value are left out; what every letter has is always there. */
export function useFactGroups(appeal: () => Appeal): ComputedRef<{ left: FactGroup[]; right: FactGroup[] }> {
  const { t } = useI18n()
  const words = useWords()
  const { label, fact } = useFactWords()
  const facts = () => appeal().facts

  const line = (name: string, text: string, more: Partial<FactLine> = {}): FactLine[] =>
    text === '' ? [] : [{ label: name, text, ...more }]
  const known = (field: keyof Appeal['facts']) => {
    const value = facts()[field]
    return value === '' || value === null ? [] : line(label(field), fact(field, value))
  }
  const group = (title: string, ...lines: FactLine[][]): FactGroup[] =>
    lines.flat().length > 0 ? [{ title: t(`card.groups.${title}`), lines: lines.flat() }] : []

  function papers(): string {
    const { sheets, annexSheets } = facts()
    const own = t('words.sheets', { count: sheets }, sheets)
    return annexSheets > 0 ? `${own}, ${t('words.annexSheets', { count: annexSheets }, annexSheets)}` : own
  }

  function senders(): string {
    const { sendersNumber, sendersDate } = facts()
    return [sendersNumber, sendersDate && words.formatDate(sendersDate)].filter(Boolean).join(', ')
  }

  function form(): string {
    const { people } = facts()
    if (people === 1) return t('card.facts.individual')
    return t('journal.collective', { people: t('words.people', { count: people }, people) })
  }

  function documents(): FactGroup[] {
    return group(
      'document',
      known('kind'),
      line(t('card.facts.form'), form()),
      known('language'),
      known('channel'),
      line(t('card.facts.papers'), papers()),
      known('addressee'),
      known('addressedTo'),
      line(t('card.facts.senders'), senders()),
      known('externalNumber'),
    )
  }

  function complaint(): FactGroup[] {
    const { service } = appeal()
    return group(
      'complaint',
      known('respondent'),
      known('respondentName'),
      known('contested'),
      line(t('card.facts.service'), service ? words.named(service) : ''),
    )
  }

  function applicant(): FactGroup[] {
    const { applicantType, identifier, name, postalAddress, notStated } = facts()
    const wrong = identifier !== '' && !readIdentifier(identifier).valid
    return group(
      'applicant',
      known('applicantType'),
      line(label('name'), name || fact('notStated', notStated.includes('name') ? ['name'] : '')),
      line(t(applicantType === 'legal' ? 'card.facts.bin' : 'card.facts.iin'), identifier, {
        identifier: true,
        ...(wrong && { note: t('card.facts.wrongNumber') }),
      }),
      line(label('postalAddress'), postalAddress || fact('notStated', notStated.includes('address') ? ['address'] : '')),
      known('residence'),
      known('phone'),
      known('email'),
      known('representative'),
    )
  }

  function registration(): FactGroup[] {
    const { registeredOn, registeredAt, acceptedBy, slips } = appeal()
    const { receivedOn, receivedAt } = facts()
    const local = words.localMoment(registeredAt)
    const at = local.date === registeredOn ? `${words.formatDate(registeredOn)}, ${local.time}` : words.formatDate(registeredOn)
    return group(
      'registration',
      line(t('card.facts.received'), `${words.formatDate(receivedOn)}, ${receivedAt}`),
      line(t('card.facts.registered'), at),
      line(t('card.facts.acceptedBy'), `${surnameAndInitials(acceptedBy.name)}, ${words.named(acceptedBy.position)}`),
      line(t('card.facts.slips'), slips > 0 ? t('card.facts.copies', { count: slips }, slips) : t('card.facts.noSlip')),
    )
  }

  function answer(): FactGroup[] {
    return group(
      'answer',
      line(t('card.facts.place'), words.named(facts().answerPlace)),
      line(t('card.facts.delivery'), fact('delivery', facts().delivery)),
      known('givenDeadline'),
    )
  }

  return computed(() => ({ left: [...documents(), ...complaint()], right: [...applicant(), ...registration(), ...answer()] }))
}
