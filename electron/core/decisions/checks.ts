import type { Check, CheckName } from '#shared/contract'
import { bearsDecision, fitTogether, LETTERS_OF, namesPerson, type IsoDate } from '#shared/domain'
import { Refusal } from '../errors'
import type { AgreementRow } from './Agreement.entity'
import type { Draft } from './decisions.service'

/** What the checklist looks at besides the draft. */
export interface CheckFacts extends Draft {
  agreements: readonly AgreementRow[]
  /** Executors who have not reported. */
  unreported: readonly string[]
  /** Who was given the work. */
  executors: readonly string[]
  /** Whether there is somebody to complain to further, with an address. */
  hasRemedy: boolean
  /** Who would sign. */
  signer: string
  today: IsoDate
  /** Makes the letters on trial; rejects with what is wrong with a template. */
  tryLetters(): Promise<void>
}

/**
 * What to look at before signing (Code 350-VI art. 80(5), 89(2), 97(2), 100). Nothing here blocks: the signer sees it and decides. Points that do not concern the act are left out.
 */
export async function checksOf(facts: CheckFacts): Promise<Check[]> {
  const { decision, entry, unreported } = facts
  const { act, content } = decision
  const answers = act === 'answer'
  const ends = act !== 'extend' && act !== 'redirectPart'
  const due = answers || act === 'extend' ? entry.term.deadline : dueOf(facts)
  const points: (Check | null)[] = [
    point('language', content.language === entry.facts.language || entry.facts.language === 'other'),
    answers ? point('character', charactersFit(facts)) : null,
    answers || act === 'return' || act === 'leave' ? point('remedy', content.remedy && facts.hasRemedy) : null,
    agreed(facts),
    answers || ends ? point('reported', unreported.length === 0, { names: unreported.join(', ') }) : null,
    due === null ? null : point('inTime', facts.today <= due, { date: due }),
    point('address', hasAddress(facts)),
    notComplainedOf(facts),
    await template(facts),
  ]
  return points.filter((one) => one !== null)
}

function point(check: CheckName, ok: boolean, params: Check['params'] = {}): Check {
  return { check, ok, params }
}

function charactersFit({ decision: { content }, entry }: CheckFacts): boolean {
  const { character, decision } = content
  if (!bearsDecision(entry.kind)) return character !== null
  return character !== null && decision !== null && fitTogether(character, decision)
}

/** Of each person the last word counts. An agreement is to the text it was about; an objection stands until whoever objected agrees. */
function agreed({ agreements, decision: { edition } }: CheckFacts): Check {
  const spoken = new Map(agreements.map((said) => [said.personId, said]))
  const last = [...spoken.values()].filter((said) => said.verdict === 'objected' || said.edition === edition)
  const objections = last.filter(({ verdict }) => verdict === 'objected')
  const names = objections.map(({ personName }) => personName).join(', ')
  return point('agreed', objections.length === 0, { count: last.length - objections.length, names })
}

function dueOf({ decision: { act }, entry: { term } }: CheckFacts): IsoDate | null {
  const purpose = act === 'return' ? 'return' : act === 'redirectWhole' || act === 'redirectPart' ? 'redirect' : null
  return term.shortTerms?.find((short) => short.purpose === purpose)?.date ?? null
}

function hasAddress({ entry: { facts } }: CheckFacts): boolean {
  const where = { inPerson: 'x', post: facts.postalAddress, email: facts.email, portal: facts.externalNumber }
  return where[facts.delivery] !== ''
}

function notComplainedOf({ entry, decision, signer, executors }: CheckFacts): Check | null {
  const { respondentName } = entry.facts
  if (respondentName === '') return null
  const handling = [...new Set([signer, decision.authorName, ...executors])].filter(Boolean)
  const named = handling.filter((name) => namesPerson(respondentName, name))
  return point('notComplainedOf', named.length === 0, { name: named.join(', ') })
}

async function template({ decision: { act, content }, tryLetters }: CheckFacts): Promise<Check> {
  try {
    await tryLetters()
    return point('template', true)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return point('template', false, { file: String(error.params['file'] ?? `${LETTERS_OF[act][0]}.${content.language}`) })
  }
}
