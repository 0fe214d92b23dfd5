import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appeal } from '#shared/contract'
import { readIdentifier } from '#shared/domain'
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
type Group = (writer: Writer, appeal: Appeal) => FactGroup
type Writer = ReturnType<typeof useWriter>

/** The facts of an entry as two columns of groups. Lines without a value are left out; what every letter has is always there. */
export function useFactGroups(appeal: () => Appeal): ComputedRef<{ left: FactGroup[]; right: FactGroup[] }> {
  const writer = useWriter()
  const column = (groups: Group[]) => groups.map((group) => group(writer, appeal())).filter((group) => group.lines.length > 0)
  return computed(() => ({ left: column([documents, complaint]), right: column([applicant, registration, answer]) }))
}

/** What the groups are written with. */
function useWriter() {
  const { t } = useI18n()
  const words = useWords()
  const { label, fact } = useFactWords()

  const line = (name: string, text: string, more: Partial<FactLine> = {}): FactLine[] =>
    text === '' ? [] : [{ label: name, text, ...more }]
  /** A fact under its own name, where it has a value. */
  function known({ facts }: Appeal, field: keyof Appeal['facts']): FactLine[] {
    const value = facts[field]
    return value === '' || value === null ? [] : line(label(field), fact(field, value))
  }
  /** A requisite of art. 63; where the letter does not state it, the card says so. */
  function requisite({ facts }: Appeal, field: 'name' | 'postalAddress', missing: 'name' | 'address'): FactLine[] {
    return line(label(field), facts[field] || (facts.notStated.includes(missing) ? fact('notStated', [missing]) : ''))
  }
  const group = (title: string, ...lines: FactLine[][]): FactGroup => ({ title: t(`card.groups.${title}`), lines: lines.flat() })
  return { t, words, fact, line, known, requisite, group }
}

function documents({ t, words, line, known, group }: Writer, appeal: Appeal): FactGroup {
  const { sheets, annexSheets, people, sendersNumber, sendersDate } = appeal.facts
  const papers = [
    t('words.sheets', { count: sheets }, sheets),
    annexSheets > 0 && t('words.annexSheets', { count: annexSheets }, annexSheets),
  ]
  const collective = () => t('journal.collective', { people: t('words.people', { count: people }, people) })
  return group(
    'document',
    known(appeal, 'kind'),
    line(t('card.facts.form'), people === 1 ? t('card.facts.individual') : collective()),
    known(appeal, 'language'),
    known(appeal, 'channel'),
    line(t('card.facts.papers'), papers.filter(Boolean).join(', ')),
    known(appeal, 'addressee'),
    known(appeal, 'addressedTo'),
    line(t('card.facts.senders'), [sendersNumber, sendersDate && words.formatDate(sendersDate)].filter(Boolean).join(', ')),
    known(appeal, 'externalNumber'),
  )
}

function complaint({ t, words, line, known, group }: Writer, appeal: Appeal): FactGroup {
  return group(
    'complaint',
    known(appeal, 'respondent'),
    known(appeal, 'respondentName'),
    known(appeal, 'contested'),
    line(t('card.facts.service'), appeal.service ? words.named(appeal.service) : ''),
  )
}

function applicant({ t, words, line, known, requisite, group }: Writer, appeal: Appeal): FactGroup {
  const { applicantType, identifier } = appeal.facts
  const read = readIdentifier(identifier)
  const wrong = identifier !== '' && !read.valid
  const born =
    read.valid && read.holder === 'natural' ? `${words.formatDate(read.birthDate)}, ${t(`words.sexes.${read.sex}`)}` : ''
  return group(
    'applicant',
    known(appeal, 'applicantType'),
    requisite(appeal, 'name', 'name'),
    line(t(applicantType === 'legal' ? 'card.facts.bin' : 'card.facts.iin'), identifier, {
      identifier: true,
      ...(wrong && { note: t('card.facts.wrongNumber') }),
    }),
    ...(born ? [line(t('card.facts.born'), born)] : []),
    requisite(appeal, 'postalAddress', 'address'),
    known(appeal, 'residence'),
    known(appeal, 'phone'),
    known(appeal, 'email'),
    known(appeal, 'representative'),
  )
}

function registration({ t, words, line, group }: Writer, appeal: Appeal): FactGroup {
  const { registeredOn, registeredAt, acceptedBy, slips, facts } = appeal
  const local = words.localMoment(registeredAt)
  // Written down on another day than it counts for (art. 64(3)): the time of writing says nothing of that day.
  const at = [words.formatDate(registeredOn), local.date === registeredOn && local.time]
  return group(
    'registration',
    line(t('card.facts.received'), `${words.formatDate(facts.receivedOn)}, ${facts.receivedAt}`),
    line(t('card.facts.registered'), at.filter(Boolean).join(', ')),
    line(t('card.facts.acceptedBy'), `${acceptedBy.name}, ${words.named(acceptedBy.position)}`),
    line(t('card.facts.slips'), slips > 0 ? t('card.facts.copies', { count: slips }, slips) : t('card.facts.noSlip')),
  )
}

function answer({ t, words, fact, line, known, group }: Writer, appeal: Appeal): FactGroup {
  return group(
    'answer',
    line(t('card.facts.place'), words.named(appeal.facts.answerPlace)),
    line(t('card.facts.delivery'), fact('delivery', appeal.facts.delivery)),
    known(appeal, 'givenDeadline'),
  )
}
