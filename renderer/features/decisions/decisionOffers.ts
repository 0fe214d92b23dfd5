import type { Appeal, Decision, Letter } from '#shared/contract'
import { DECISION_ACTS, isPossible, type DecisionAct, type Permission } from '#shared/domain'
import { isDraft, type Chosen } from './decisionActs'

/** Acts on what is chosen in the list. */
export type ChosenAct =
  'edit' | 'submit' | 'sign' | 'agree' | 'object' | 'sendBack' | 'refuse' | 'drop' | 'handOver' | 'look' | 'docx'

/** What an offer is judged by: the entry, what is chosen, what is being written already, and who asks. */
interface Asked {
  appeal: Appeal
  chosen: Chosen | null
  may: (permission: Permission) => boolean
  /** Whether a person is the caller, or one he or she acts for. */
  isMine: (personId: number) => boolean
}

/** Keys of new decisions on the card, as in `useKeys`. */
const NEW_KEYS: Readonly<Record<DecisionAct, string>> = {
  answer: 'KeyA',
  extend: 'KeyX',
  redirectWhole: 'KeyR',
  redirectPart: 'KeyT',
  return: 'KeyV',
  withdraw: 'KeyW',
  leave: 'KeyL',
}

/**
 * The decisions that can be begun now. What is being written already is continued, not begun again; a term that was extended, or that the law does not extend (`extendable` false), is not
 * offered for it.
 */
export function newDecisions(
  { appeal, may }: Pick<Asked, 'appeal' | 'may'>,
  decisions: readonly Decision[],
  extendable: boolean,
): { act: DecisionAct; keys: string }[] {
  if (!may('decisions.draft')) return []
  const begun = new Set(decisions.filter(isDraft).map(({ act }) => act))
  return DECISION_ACTS.filter(
    (act) => isPossible(act, appeal) && !begun.has(act) && (act !== 'extend' || (extendable && !appeal.term.extension)),
  ).map((act) => ({ act, keys: NEW_KEYS[act] }))
}

type Judge = (asked: Asked, about: { decision?: Decision; letter?: Letter }) => boolean

const drafted: Judge = ({ appeal }, { decision }) =>
  decision !== undefined && isDraft(decision) && isPossible(decision.act, appeal)
// Nobody agrees to a text of his own.
const others: Judge = (asked, about) => drafted(asked, about) && !asked.isMine(about.decision!.author.id)
const submitted: Judge = (asked, about) => drafted(asked, about) && about.decision!.state === 'submitted'
const hasPaper: Judge = (_asked, { decision, letter }) => letter !== undefined || (decision !== undefined && isDraft(decision))

/** Everything that can be done about a draft or a letter, in the order of the buttons. */
const OFFERS: readonly { act: ChosenAct; keys: string; needs: Permission; when: Judge }[] = [
  { act: 'edit', keys: 'KeyE', needs: 'decisions.draft', when: drafted },
  {
    ...{ act: 'submit', keys: 'Ctrl+Enter', needs: 'decisions.draft' },
    when: (asked, about) => drafted(asked, about) && about.decision!.state === 'draft',
  },
  { act: 'sign', keys: 'F8', needs: 'decisions.sign', when: drafted },
  { act: 'agree', keys: 'KeyY', needs: 'decisions.draft', when: others },
  { act: 'object', keys: 'KeyN', needs: 'decisions.draft', when: others },
  { act: 'sendBack', keys: 'KeyB', needs: 'routing.resolve', when: submitted },
  {
    ...{ act: 'refuse', keys: 'Alt+KeyX', needs: 'routing.resolve' },
    when: (asked, about) => submitted(asked, about) && about.decision!.act === 'extend',
  },
  { act: 'handOver', keys: 'KeyH', needs: 'letters.handOver', when: (_asked, { letter }) => letter?.handed === null },
  { act: 'look', keys: 'KeyP', needs: 'register.read', when: hasPaper },
  { act: 'docx', keys: 'KeyD', needs: 'register.read', when: hasPaper },
  {
    ...{ act: 'drop', keys: 'Alt+KeyZ', needs: 'decisions.draft' },
    when: (_asked, { decision }) => decision !== undefined && isDraft(decision),
  },
]

/** What the caller can do about the chosen draft or letter. The handler decides again; here only what it would refuse is left out. */
export function offersOf(asked: Asked): { act: ChosenAct; keys: string }[] {
  const { chosen, may } = asked
  if (chosen === null) return []
  return OFFERS.filter(({ needs, when }) => may(needs) && when(asked, chosen)).map(({ act, keys }) => ({ act, keys }))
}
