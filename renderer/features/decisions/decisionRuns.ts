import type { ShallowRef } from 'vue'
import type { Appeal, Decision } from '#shared/contract'
import { isPossible, missingParts, type DecisionAct } from '#shared/domain'
import { api } from '../../api/client'
import { useSession } from '../../stores/session'
import { draftPapers, isDraft, letterPaper, type Chosen, type Doing, type VerdictAct } from './decisionActs'
import type { ChosenAct } from './decisionOffers'
import type { EntryOffer } from './entryOffers'
import { usePaperFiles } from './paperFiles'

interface Parts {
  appeal: () => Appeal | null
  decisions: () => readonly Decision[]
  doing: ShallowRef<Doing | null>
  /** Makes a call that needs nothing more to be said; `done` names what it did, where that is worth a word. */
  atOnce: (done: 'submit' | 'takeBack' | null, call: () => Promise<unknown>) => Promise<void>
}

/** What follows when something is offered and pressed: a dialog, the editor, or the call itself. */
export function useDecisionRuns({ appeal, decisions, doing, atOnce }: Parts) {
  const session = useSession()
  const files = usePaperFiles()

  /** A decision of this act that is being written already, or a new one; `bodyId`: body a new redirect begins with. */
  function begin(kind: DecisionAct, bodyId: number | null = null): void {
    const now = appeal()
    if (!now || !session.may('decisions.draft') || !isPossible(kind, now)) return
    const decision = decisions().find((one) => one.act === kind && isDraft(one)) ?? null
    doing.value = { act: 'edit', kind, decision, bodyId }
  }

  async function saveDocx(chosen: Chosen): Promise<void> {
    const papers = 'letter' in chosen ? [letterPaper(chosen.letter)] : draftPapers(chosen.decision)
    for (const paper of papers) await files.save(paper, 'docx', appeal()!.number)
  }

  async function run(act: ChosenAct, chosen: Chosen): Promise<void> {
    if (act === 'docx') return atOnce(null, () => saveDocx(chosen))
    if ('letter' in chosen) {
      const { letter } = chosen
      doing.value = act === 'handOver' ? { act, letter } : { act: 'look', papers: [letterPaper(letter)] }
      return
    }
    const { decision } = chosen
    const lacking = missingParts(decision.act, decision.content).length > 0
    if ((act === 'submit' || act === 'sign') && lacking && session.may('decisions.draft')) {
      doing.value = { act: 'edit', kind: decision.act, decision, lacking }
      return
    }
    if (act === 'submit') return atOnce(act, () => api.decisions.submit({ id: decision.id, version: decision.version }))
    if (act === 'edit') doing.value = { act, kind: decision.act, decision }
    else if (act === 'look') doing.value = { act, papers: draftPapers(decision) }
    else if (act === 'sign') doing.value = { act, decision }
    else doing.value = { act: act as VerdictAct, decision }
  }

  function runEntry(act: EntryOffer['act']): void {
    const id = appeal()?.id
    if (id === undefined) return
    if (act === 'takeBack') void atOnce(act, () => api.filing.takeBack({ id }))
    else doing.value = { act }
  }

  return { begin, run, runEntry }
}
