import { useI18n } from 'vue-i18n'
import type { Decision, Letter } from '#shared/contract'
import { goesToBody, type DecisionState } from '#shared/domain'
import { useWords } from '../../i18n'
import { useOffice } from '../../stores/office'
import type { StateMark } from '../../ui'
import { useDirectory } from '../../stores/directory'

const MARKS: Readonly<Record<DecisionState, StateMark>> = {
  draft: 'calm',
  submitted: 'waiting',
  signed: 'done',
  refused: 'returned',
  dropped: 'void',
}

/** How decisions and outgoing letters are told. Reactive when called in a template. */
export function useDecisionWords() {
  const { t } = useI18n()
  const words = useWords()
  const office = useOffice()
  const directory = useDirectory()

  /** A UTC moment as local date and time. */
  function moment(at: string): string {
    const { date, time } = words.localMoment(at)
    return `${words.formatDate(date)}, ${time}`
  }

  const title = ({ act }: Pick<Decision, 'act'>): string => t(`decisionScreen.titles.${act}`)
  const state = ({ state: now }: Pick<Decision, 'state'>): { mark: StateMark; words: string } => ({
    mark: MARKS[now],
    words: t(`decisions.states.${now}`),
  })
  const bodyName = (id: number | null): string => {
    const body = directory.bodyById(id)
    return body ? words.named(body.name) : ''
  }

  /** What a decision says besides its text, each a phrase. */
  function says({ content }: Pick<Decision, 'content'>): string[] {
    const { character, decision, until, bodyId, part, missing, ground } = content
    const body = bodyName(bodyId)
    return [
      character && t(`decisions.characters.${character}`),
      decision && t(`decisions.complaintDecisions.${decision}`),
      until && t('decisionScreen.facts.until', { date: words.formatDate(until) }),
      body && t('decisionScreen.facts.body', { body }),
      part && t('decisionScreen.facts.part', { part }),
      missing.length > 0 &&
        t('decisionScreen.facts.missing', { list: missing.map((one) => t(`decisions.missing.${one}`)).join('; ') }),
      ground && t(`decisions.grounds.${ground}`),
    ].filter((phrase) => typeof phrase === 'string' && phrase !== '') as string[]
  }

  /** How and when a letter reached its addressee, each a phrase. */
  function handed({ handed: by }: Pick<Letter, 'handed'>): string[] {
    if (by === null) return []
    return [
      t('decisionScreen.letter.handed', { date: words.formatDate(by.on), how: t(`decisionScreen.handed.${by.how}`) }),
      by.to && t('decisionScreen.letter.received', { name: by.to }),
      by.tracking && t('decisionScreen.letter.tracking', { tracking: by.tracking }),
      t('decisionScreen.letter.notedBy', { name: by.by }),
    ].filter((phrase) => phrase !== '')
  }

  /** How near the last day is to tell the applicant of what was decided; `null` where there is none. */
  function nearness({ sendBy }: Pick<Letter, 'sendBy'>): { mark: StateMark; words: string } | null {
    if (sendBy === null) return null
    const { state: mark, days } = office.nearness(sendBy)
    const left = t(`words.deadline.${mark}`, { days })
    return { mark, words: t('decisionScreen.letter.sendBy', { date: words.formatDate(sendBy), left }) }
  }

  /** Whether a letter is fetched by the applicant at the place of answer (R10). */
  const isFetched = ({ purpose, delivery }: Pick<Letter, 'purpose' | 'delivery'>): boolean =>
    delivery === 'inPerson' && !goesToBody(purpose)

  return { moment, title, state, says, handed, nearness, isFetched, bodyName }
}
