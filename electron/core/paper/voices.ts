import type { SlipLanguages } from '#shared/contract'
import type { BothLanguages } from '#shared/domain'
import { translatorFor, type Translator } from '#shared/i18n'
import type { Face } from './faces'
import type { Run } from './fit'
import { GREY } from './Sheet'

/** A language that papers are printed in. */
export type PaperLanguage = 'kk' | 'ru'
const WRITE: Readonly<Record<PaperLanguage, Translator>> = { kk: translatorFor('kk'), ru: translatorFor('ru') }

// Most texts are the same on every paper; to write one anew costs as much as to measure a paragraph.
const fixed = new Map<string, string>()

function fixedText(language: PaperLanguage, key: string): string {
  const known = fixed.get(`${language} ${key}`)
  if (known !== undefined) return known
  const text = WRITE[language](key)
  fixed.set(`${language} ${key}`, text)
  return text
}

/** A text of a paper: in its first language and, on a paper in two, in the second. */
export interface Said {
  main: string
  second: string | null
}

/** On a paper in two languages the second is always this one. */
export const SECOND = 'ru'

/** The languages of one paper: Kazakh with Russian beneath it, or one of them alone. */
export class Voices {
  readonly main: PaperLanguage
  readonly second: PaperLanguage | null

  constructor(languages: SlipLanguages) {
    this.main = languages === 'ru' ? 'ru' : 'kk'
    this.second = languages === 'both' ? SECOND : null
  }

  /** A text of `shared/i18n` by its key. */
  say(key: string, params?: Parameters<Translator>[1]): Said {
    return this.each((language) => (params ? WRITE[language](key, params) : fixedText(language, key)))
  }

  /** A text in one of the languages, for sentences put together of several. */
  write(language: PaperLanguage, key: string, params: Parameters<Translator>[1]): string {
    return WRITE[language](key, params)
  }

  /** What a function says in each language. */
  each(text: (language: PaperLanguage) => string): Said {
    return { main: text(this.main), second: this.second && text(this.second) }
  }

  /** A text that the office or the clerk wrote in both languages; where one is missing the other stands alone. */
  of(text: BothLanguages): Said {
    const other: PaperLanguage = this.main === 'kk' ? 'ru' : 'kk'
    const main = text[this.main] || text[other]
    const second = this.second && text[this.second]
    return { main, second: second && second !== main ? second : null }
  }
}

/** What a line in the second language says of itself. */
export function secondIn({ second }: Voices): { language?: PaperLanguage } {
  return second === null ? {} : { language: second }
}

/** A text in the second language: grey, and read aloud as what it is. */
export function secondRun(text: string | null, face: Face, colour: string = GREY): Run {
  return { text: text ?? '', face, colour, language: SECOND }
}

/** «Мерзімі / Срок»: both languages on one line; what is the same in both stands there once. */
export function beside({ main, second }: Said, face: Face = 'PTSans-Regular', grey: string = GREY): Run[] {
  return [{ text: main, face }, ...(second === null || second === main ? [] : [secondRun(` / ${second}`, face, grey)])]
}

/** The same as plain text, for places of one colour. */
export function besideText({ main, second }: Said): string {
  return second === null ? main : `${main} / ${second}`
}
