/** Languages of the program. Kazakh and Russian are equal; English is for newcomers. */
export const LOCALES = ['kk', 'ru', 'en'] as const
export type Locale = (typeof LOCALES)[number]

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
