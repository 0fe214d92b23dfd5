import type { IsoDate } from './dates'
import type { Character, DecisionAct } from './decisions'

/** Marks of the founding document (R18–R20), in the order in which an applicant sees them. */
export const MARKS = ['delivered', 'registered', 'execution', 'answerOnConsideration', 'answerOnRefusal'] as const
export type Mark = (typeof MARKS)[number]

/** What the marks of a letter follow from. Days are local. */
export interface MarkedLife {
  receivedOn: IsoDate
  registeredOn: IsoDate
  /** Days on which work on it was taken up, noted or reported. */
  workedOn: readonly IsoDate[]
  /** Decisions that were signed. */
  signed: readonly { act: DecisionAct; character: Character | null; on: IsoDate }[]
}

/** Decisions by which the office says that it does not consider the letter. */
const REFUSALS: readonly DecisionAct[] = ['return', 'leave']

/** The marks a letter bears, each with its latest day: delivered, registered, on execution, and how it was answered. */
export function marksOf({ receivedOn, registeredOn, workedOn, signed }: MarkedLife): { mark: Mark; on: IsoDate }[] {
  const answer = signed.findLast(({ act }) => act === 'answer' || REFUSALS.includes(act))
  const refused = answer !== undefined && (answer.act !== 'answer' || answer.character === 'notConsidered')
  const days: Partial<Record<Mark, IsoDate | undefined>> = {
    delivered: receivedOn,
    registered: registeredOn,
    execution: [...workedOn].sort().at(-1),
    [refused ? 'answerOnRefusal' : 'answerOnConsideration']: answer?.on,
  }
  return MARKS.flatMap((mark) => {
    const on = days[mark]
    return on ? [{ mark, on }] : []
  })
}
