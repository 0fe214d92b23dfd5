import type { LetterPurpose } from '#shared/domain'
import type { ReadCall } from '../call'
import type { LetterFacts, Letters } from '../letters/letters.service'
import type { Settings } from '../settings/settings.service'
import type { Draft } from './decisions.service'

/** A letter of a decision as it would leave the office now: without number and day. Errors: `templates.*`. */
export async function draftLetter(
  { view, at }: Pick<ReadCall, 'view' | 'at'>,
  { letters, settings }: { letters: Letters; settings: Settings },
  { decision, entry }: Draft,
  purpose: LetterPurpose,
): Promise<LetterFacts> {
  const { content, authorName } = decision
  const office = await settings.opened(view)
  const source = { entry, content, office, number: '', signedOn: '' as const, until: content.until }
  return letters.facts(view, purpose, source, { signer: null, executor: authorName, at })
}
