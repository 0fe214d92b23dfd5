import { shallowRef } from 'vue'
import type { Appeal, DeskLetter } from '#shared/contract'
import type { IsoDate } from '#shared/domain'
import { api } from '../../api/client'
import { useSession } from '../../stores/session'
import { textOf, type Choice } from './choice'
import { useDeskCards } from './deskCards'
import { useDeskChoices } from './deskChoices'
import { useDeskQueue } from './deskQueue'
import { useDeskTexts } from './deskTexts'
import { useDeskWrites } from './deskWrites'

/** What was issued last and can still be taken back. */
export interface Issued {
  letter: DeskLetter
  version: number
  choice: Choice
  executors: string
  due: IsoDate
  /** It put the entry on control, which was not there before. */
  tookControl: boolean
}

/** Recalls the last resolution the caller `me` wrote on the letter, and takes off the control that came with it. `null`: there is none any more. */
async function takeBack(
  { letter, version, tookControl }: Issued,
  me: number | undefined,
  reason: string,
): Promise<Appeal | null> {
  const { id } = letter
  const written = await api.routing.ofEntry({ id })
  const mine = written.filter(({ parentId, author, recalled }) => parentId === null && author.id === me && !recalled)
  const resolutionId = mine.at(-1)?.id
  if (resolutionId === undefined) return null
  const now = await api.routing.recall({ resolutionId, version, reason })
  return tookControl ? api.routing.control({ id, version: now.version, control: false, controllerId: null }) : now
}

/**
 * The head's desk: letters that wait, one of them at hand, what is chosen for each, and the one resolution that can be taken back. `defaults`: typical texts while the caller has none
 * of his or her own; `reason`: why a resolution is taken back at once.
 */
export function useHeadDesk({ defaults, reason }: { defaults: () => string[]; reason: () => string }) {
  const session = useSession()
  const queue = useDeskQueue()
  const choices = useDeskChoices(queue)
  const issued = shallowRef<Issued | null>(null)
  const cards = useDeskCards(queue)
  const { letter } = queue
  const { busy, fault, faultAbout, during } = useDeskWrites({ renewed, over })

  /** Issues the resolution as it reads; the next letter is at hand at once. What lacks is named in `lacks`, a refusal in `fault`; nothing chosen is lost. */
  async function issue(): Promise<void> {
    const here = letter.value
    if (!here || busy.value || !choices.isWhole()) return
    const { choice, due, chosen } = choices
    const [now, day, names] = [choice.value, due.value!, chosen.value.map(({ name }) => name).join(', ')]
    const executors = now.executors.map((personId, at) => ({ personId, responsible: at === 0 }))
    const given = { text: textOf(now).trim(), executors, due: day, control: now.control }
    const tookControl = now.control && cards.appeal.value?.control === false
    await during(here.id, async () => {
      const { version } = await api.routing.resolve({ appealId: here.id, version: here.version, ...given })
      issued.value = { letter: here, version, choice: now, executors: names, due: day, tookControl }
      queue.count(now.executors, day, 1)
      queue.remove(here.id)
      choices.keep(here.id, null)
    })
  }

  /** Takes the last resolution back; its letter lies on top again, with all that was chosen for it. */
  async function undo(): Promise<void> {
    const last = issued.value
    if (!last || busy.value) return
    const { letter: back, choice } = last
    await during(back.id, async () => {
      const now = await takeBack(last, session.caller?.id, reason())
      if (now) {
        choices.keep(back.id, choice)
        queue.count(choice.executors, last.due, -1)
        queue.putFirst({ ...back, version: now.version, status: now.status })
      }
      issued.value = null
    })
  }

  function renewed(now: Appeal): void {
    if (issued.value?.letter.id === now.id) issued.value = { ...issued.value, version: now.version }
    queue.renew(now)
  }

  function over(id: number): void {
    if (issued.value?.letter.id === id) issued.value = null
    queue.remove(id)
    choices.keep(id, null)
  }

  return {
    ...queue,
    ...cards,
    ...choices,
    ...useDeskTexts(queue.ownTexts, defaults),
    ...{ issued, fault, faultAbout, busy, issue, undo },
  }
}

export type HeadDesk = ReturnType<typeof useHeadDesk>
