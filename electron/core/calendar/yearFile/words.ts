import { DAY_KINDS, type CalendarDayKind, type Weekday } from '#shared/domain'
import { LOCALES, messages } from '#shared/i18n'

/** Columns of the table, in the order in which they are written. */
export const COLUMNS = ['date', 'weekday', 'kind', 'name', 'source', 'pair', 'state'] as const
export type Column = (typeof COLUMNS)[number]

/** What a state cell can say: of a day `official` or `estimated`, of the year `official` or `draft`. */
export type StateWord = 'official' | 'estimated' | 'draft'

/** Names that mean a religious day off, which is never moved (Labour Code art. 84(5)): a calendar from elsewhere does not say so itself. */
const RELIGIOUS: ReadonlySet<string> = new Set(['kurban-ait', 'orthodox-christmas'])

/** Words are compared without case, without stray spaces, with one kind of apostrophe and without the dots of ё. */
export function sameWord(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replace(/\s+/g, ' ')
}

type Words<T extends string> = Record<T, string>
type Texts = (typeof messages)['kk']

/** Every way to write each of the keys: the key itself, its word in each language, and the other words people use for it. */
function dictionary<T extends string>(
  words: (texts: Texts) => Words<T>,
  others: (texts: Texts) => Words<T>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  const learn = (written: string, key: T): void => {
    const word = sameWord(written)
    if (!found.has(word)) found.set(word, key)
  }
  // The words we write ourselves come first, so that no further word of another language can take their place.
  const languages = LOCALES.map((locale) => messages[locale])
  for (const texts of languages) for (const key of keysOf(words(texts))) learn(words(texts)[key], key)
  for (const key of keysOf(words(messages.kk))) learn(key, key)
  for (const texts of languages) {
    for (const key of keysOf(others(texts))) for (const word of others(texts)[key].split('; ')) learn(word, key)
  }
  return found
}

function keysOf<T extends string>(words: Words<T>): T[] {
  return Object.keys(words) as T[]
}

const columns = dictionary<Column>(
  (texts) => texts.yearFile.columns,
  (texts) => texts.yearFile.otherWords.columns,
)
const kinds = dictionary<CalendarDayKind>(
  (texts) => texts.yearFile.kinds,
  (texts) => texts.yearFile.otherWords.kinds,
)
const states = dictionary<StateWord>(
  (texts) => texts.yearFile.states,
  (texts) => texts.yearFile.otherWords.states,
)
const holidays = dictionary<string>(
  (texts) => texts.words.holidays,
  (texts) => texts.yearFile.otherWords.holidays,
)
const yearKinds = new Set(['year', ...LOCALES.map((locale) => messages[locale].yearFile.yearKind)].map(sameWord))
const weekdays = new Map(
  LOCALES.flatMap((locale) => [messages[locale].words.weekdays, messages[locale].words.weekdaysShort]).flatMap((names) =>
    names.map((name, at) => [sameWord(name), (at + 1) as Weekday] as const),
  ),
)

/** The column a heading means, in any of the languages. */
export const columnOf = (heading: string): Column | undefined => columns.get(sameWord(heading))
/** The kind of day a word means, in any of the languages. */
export const kindOf = (word: string): CalendarDayKind | undefined => kinds.get(sameWord(word))
/** The state a word means, in any of the languages. */
export const stateOf = (word: string): StateWord | undefined => states.get(sameWord(word))
/** The weekday a word means, in any of the languages, long or short. */
export const weekdayOfWord = (word: string): Weekday | undefined => weekdays.get(sameWord(word))
/** Whether the word says that the row is about the year itself. */
export const isYearKind = (word: string): boolean => yearKinds.has(sameWord(word))
/** The key of a holiday known by that name in any of the languages. */
export const holidayOf = (name: string): string | undefined => holidays.get(sameWord(name))
/** A name as the calendar keeps it: the key of a known holiday, any other name as it is written. */
export const keptName = (written: string): string => holidayOf(written) ?? written
/** The kind that a known holiday has by law. */
export const kindOfHoliday = (key: string): CalendarDayKind => (RELIGIOUS.has(key) ? 'religious' : 'holiday')
/** Whether the text is the key of a kind itself. */
export const isKindKey = (text: string): text is CalendarDayKind => (DAY_KINDS as readonly string[]).includes(text)
