import type { BothLanguages } from '#shared/domain'
import { goesToBody } from '#shared/domain'
import { longDate, translatorFor } from '#shared/i18n'
import type { LetterFacts } from './letterFacts'

/** Everything a letter says besides its body, in words: the same on paper and in the file for Word. */
export interface LetterWords {
  title: string
  author: string
  /** «ЖОБА», «ПРОЕКТ» on what is not signed. */
  draft: string | null
  /** The letterhead: Kazakh, then Russian. */
  head: readonly [HeadColumn, HeadColumn]
  /** «№» and the outgoing number, the word for the day and the day in words; number and day are empty in a draft. */
  number: { label: string; value: string }
  date: { label: string; value: string }
  /** Reference to the letter that is answered. */
  reference: string
  recipient: { name: string; lines: string[] }
  signer: { name: string; position: string }
  /** The executor's line and telephone; none for a letter without an executor. */
  executor: string[]
}

/** One language of the letterhead. */
export interface HeadColumn {
  name: string
  lines: string[]
}

/** The words of a letter, in its language. */
export function letterWords(facts: LetterFacts): LetterWords {
  const { purpose, language, office, signedOn, incoming, signer, executor } = facts
  const t = translatorFor(language)
  const say = (key: string, params?: Record<string, string>): string => t(`letterPaper.${key}`, params)
  const of = (text: BothLanguages): string => text[language] || text[language === 'kk' ? 'ru' : 'kk']
  const draft = signedOn === ''
  const number = draft ? '' : facts.number
  const label = say(goesToBody(purpose) ? 'incomingNumber' : 'yourNumber')
  return {
    title: say(draft ? 'draftTitle' : 'title', { purpose: t(`decisions.purposes.${purpose}`), number }),
    author: of(office.name),
    draft: draft ? say('draft') : null,
    head: [headColumn(office, 'kk'), headColumn(office, 'ru')],
    number: { label: say('number'), value: number },
    date: { label: say('date'), value: draft ? '' : longDate(language, signedOn) },
    reference: say('reference', { label, number: incoming.number, date: longDate(language, incoming.on) }),
    recipient: { name: facts.recipient.name.trim(), lines: facts.recipient.lines.map((line) => line.trim()).filter(Boolean) },
    signer: { name: signer?.name ?? '', position: signer ? of(signer.position) : '' },
    executor: executor
      ? [say('executor', { name: executor.name }), ...(executor.phone ? [say('phone', { phone: executor.phone })] : [])]
      : [],
  }
}

function headColumn({ name, address, phone, email }: LetterFacts['office'], language: 'kk' | 'ru'): HeadColumn {
  const contacts = [phone, email].filter(Boolean).join(', ')
  return { name: name[language], lines: [address[language], contacts].filter(Boolean) }
}
