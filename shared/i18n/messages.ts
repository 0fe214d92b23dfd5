import { en } from './en'
import { kk } from './kk'
import type { Locale } from './locales'
import { ru } from './ru'

/** The shape of all texts. Kazakh is the master; a key that is missing in another language does not compile. */
export type Messages = typeof kk

/** All texts, by language. */
export const messages: Readonly<Record<Locale, Messages>> = { kk, ru, en }
