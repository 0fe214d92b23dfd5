import type { Decision, Letter } from '#shared/contract'
import { LETTERS_OF, type DecisionAct, type LetterPurpose } from '#shared/domain'

/** What is chosen in the list of an entry's decisions and outgoing letters. */
export type Chosen = { decision: Decision } | { letter: Letter }

/** What is to be done about an entry, its decisions or letters, as a dialog or the editor needs it. */
export type Doing =
  /** `lacking`: opened because something is still missing, which is then marked at once. */
  | { act: 'edit'; kind: DecisionAct; decision: Decision | null; bodyId?: number | null; lacking?: boolean }
  | { act: 'sign'; decision: Decision }
  | { act: VerdictAct; decision: Decision }
  | { act: 'handOver'; letter: Letter }
  | { act: 'look'; papers: Paper[] }
  | { act: EntryAct }

/** Acts on a draft that need a word with them. */
export type VerdictAct = 'agree' | 'object' | 'sendBack' | 'refuse' | 'drop'

/** Acts on the entry as a whole. */
export type EntryAct = 'attach' | 'file' | 'giveOut' | 'confine'

/** A letter as a file. `path`: without its ending; PDF and DOCX lie beside each other. */
export interface Paper {
  purpose: LetterPurpose
  path: string
  /** Outgoing number; `null` while it is a draft. */
  number: string | null
  /** Grows with each change of a draft, so that a preview is never an old one. */
  version: number
  /** The entry it belongs to, in whose history its printing stands; none: a template. */
  entryId?: number | undefined
}

/** The entry, where a row tells it. */
interface OfEntry {
  appealId?: number | undefined
}

/** The letters a draft would send out. */
export function draftPapers({ id, act, version, appealId }: Pick<Decision, 'id' | 'act' | 'version'> & OfEntry): Paper[] {
  const facts = { number: null, version, entryId: appealId }
  return LETTERS_OF[act].map((purpose) => ({ purpose, path: `/files/letters/draft/${id}/${purpose}`, ...facts }))
}

/** A letter that has its number. */
export function letterPaper({ id, purpose, number, appealId }: Pick<Letter, 'id' | 'purpose' | 'number'> & OfEntry): Paper {
  return { purpose, path: `/files/letters/${id}`, number, version: 0, entryId: appealId }
}

/** Whether a draft can still be worked on. */
export function isDraft({ state }: Pick<Decision, 'state'>): boolean {
  return state === 'draft' || state === 'submitted'
}

/** Identity of what is chosen, one for decisions and letters. */
export function keyOf(chosen: Chosen): string {
  return 'decision' in chosen ? `d${chosen.decision.id}` : `l${chosen.letter.id}`
}

/** Decisions and under each its letters, in the order in which the list shows them. */
export function inOrder(decisions: readonly Decision[], letters: readonly Letter[]): Chosen[] {
  return decisions.flatMap((decision): Chosen[] => [
    { decision },
    ...letters.filter(({ decisionId }) => decisionId === decision.id).map((letter) => ({ letter })),
  ])
}
