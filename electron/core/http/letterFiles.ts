import { LETTER_LANGUAGES, LETTER_PURPOSES, LETTERS_OF, may } from '#shared/domain'
import { translatorFor } from '#shared/i18n'
import type { SignedIn } from '../call'
import type { Database } from '../db/database'
import type { Decisions } from '../decisions/decisions.service'
import { draftLetter } from '../decisions/draftLetter'
import { Refusal } from '../errors'
import type { Letters } from '../letters/letters.service'
import { renderLetterDocx } from '../letters/paper/letterDocx'
import type { LetterFacts } from '../letters/paper/letterFacts'
import { renderLetterPdf } from '../letters/paper/letterPdf'
import { sampleLetter } from '../letters/sampleLetter'
import type { Templates } from '../letters/templates.service'
import type { Settings } from '../settings/settings.service'
import { fileAnswer } from './fileAnswer'

/** What letters as files are made with. */
export interface LetterFileParts {
  db: Database
  settings: Settings
  decisions: Decisions
  letters: Letters
  templates: Templates
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Letters as `.pdf` and `.docx`: `/files/letters/<id>` as signed, `/files/letters/draft/<decisionId>/<purpose>` as it stands now, `/files/letters/template/<purpose>.<language>` with invented
 * particulars. `null` for any other path. `at`: now, UTC. Errors: `not_found`, `forbidden`, `templates.*`.
 */
export async function letterFile(url: URL, parts: LetterFileParts, caller: SignedIn, at: string): Promise<Response | null> {
  const [, path, format] = /^\/files\/letters\/([\w./]{1,60})\.(pdf|docx)$/.exec(url.pathname) ?? []
  if (!path || !format) return null
  const facts = await factsOf(path, parts, caller, at)
  if (!facts) return null
  const t = translatorFor(facts.language)
  const named = { number: facts.number || facts.incoming.number, purpose: t(`decisions.purposes.${facts.purpose}`) }
  const key = facts.number ? 'decisionScreen.paper.file' : 'decisionScreen.paper.fileDraft'
  const name = `${path.startsWith('template/') ? named.purpose : t(key, named)}.${format}`
  return format === 'pdf'
    ? fileAnswer(await renderLetterPdf(facts), 'application/pdf', name)
    : fileAnswer(await renderLetterDocx(facts), DOCX, name)
}

function factsOf(path: string, parts: LetterFileParts, caller: SignedIn, at: string): Promise<LetterFacts | null> {
  const [first = '', second = '', third = ''] = path.split('/')
  return parts.db.read(async (view) => {
    if (/^\d{1,15}$/.test(path)) return parts.letters.signed(view, caller, Number(path))
    if (first === 'draft' && /^\d{1,15}$/.test(second)) {
      const draft = await parts.decisions.seen(view, caller, Number(second))
      const purpose = LETTERS_OF[draft.decision.act].find((one) => one === third)
      return purpose ? draftLetter({ view, at }, parts, draft, purpose) : null
    }
    const [purpose, language] = second.split('.')
    if (first !== 'template' || !isOneOf(LETTER_PURPOSES, purpose) || !isOneOf(LETTER_LANGUAGES, language)) return null
    if (!may(caller.roles, 'office.manage')) throw new Refusal('forbidden')
    const office = await parts.settings.opened(view)
    return sampleLetter(parts.templates, office, { purpose, language, at })
  })
}

function isOneOf<Word extends string>(words: readonly Word[], word: string | undefined): word is Word {
  return (words as readonly (string | undefined)[]).includes(word)
}
