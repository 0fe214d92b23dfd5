import type { Appeal, Decision, HistoryEvent, Resolution } from '#shared/contract'
import { marksOf, type IsoDate, type Mark } from '#shared/domain'

/** What the marks of an entry are told from. */
interface Marked {
  appeal: Pick<Appeal, 'registeredOn' | 'facts'>
  resolutions: readonly Resolution[]
  history: readonly HistoryEvent[]
  decisions: readonly Decision[]
}

/**
 * The marks of the founding document that an entry bears, each with its latest day (R18–R20). Worked on it was when somebody took it up, noted how far it is, or reported it done. `dayOf`: local day of a
 * UTC moment.
 */
export function marksOfEntry(
  { appeal, resolutions, history, decisions }: Marked,
  dayOf: (at: string) => IsoDate,
): { mark: Mark; on: IsoDate }[] {
  const worked = [
    ...resolutions.flatMap(({ tasks }) => tasks.flatMap(({ acceptedAt, doneAt }) => [acceptedAt, doneAt])),
    ...history.filter(({ action }) => action === 'task.marked').map(({ at }) => at),
  ]
  return marksOf({
    ...{ receivedOn: appeal.facts.receivedOn, registeredOn: appeal.registeredOn },
    workedOn: worked.filter((at) => at !== null).map(dayOf),
    signed: decisions.flatMap(({ act, content, signed }) =>
      signed ? [{ act, character: content.character, on: signed.on }] : [],
    ),
  })
}
