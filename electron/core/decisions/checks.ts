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
    answers ? point('remedy', content.remedy) : null,
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

/** Of each person the last word counts, and only if the text is still the one it was about. */
function agreed({ agreements, decision: { edition } }: CheckFacts): Check {
  const last = new Map(agreements.filter((said) => said.edition === edition).map((said) => [said.personId, said]))
  const objections = [...last.values()].filter(({ verdict }) => verdict === 'objected')
  const names = objections.map(({ personName }) => personName).join(', ')
  return point('agreed', objections.length === 0, { count: last.size - objections.length, names })
}

function dueOf({ decision: { act }, entry: { term } }: CheckFacts): IsoDate | null {
  const purpose = act === 'return' ? 'return' : act === 'redirectWhole' || act === 'redirectPart' ? 'redirect' : null
  return term.shortTerms?.find((short) => short.purpose === purpose)?.date ?? null
}

function hasAddress({ entry: { facts } }: CheckFacts): boolean {
  const where = { inPerson: 'x', post: facts.postalAddress, email: facts.email, portal: facts.externalNumber }
  return where[facts.delivery] !== ''
}

function notComplainedOf({ entry, signer }: CheckFacts): Check | null {
  const { respondentName } = entry.facts
  if (respondentName === '' || signer === '') return null
  return point('notComplainedOf', !namesPerson(respondentName, signer), { name: signer })
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
