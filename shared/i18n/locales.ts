/** Languages of the program. Kazakh and Russian are equal; English is for newcomers. */
export const LOCALES = ['kk', 'ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language a command line speaks, from the environment; English where it is neither Kazakh nor Russian. An empty variable counts as not set (POSIX, Environment Variables 8.2). */
export function localeOfSystem(environment: Readonly<Record<string, string | undefined>>): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return language.startsWith('kk') ? 'kk' : language.startsWith('ru') ? 'ru' : 'en'
}

/**
 * Which of the forms `one | few | many` a count takes. Own rules, because Chromium knows no Kazakh: in Kazakh a noun after a number has one form; Russian has three; English two.
 */
export function pluralForm(locale: Locale, count: number, forms: number): number {
  if (locale === 'kk' || forms === 1) return 0
  if (locale === 'en') return count === 1 ? 0 : Math.min(1, forms - 1)
  const [last, lastTwo] = [count % 10, count % 100]
  if (last === 1 && lastTwo !== 11) return 0
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? Math.min(1, forms - 1) : forms - 1
}
