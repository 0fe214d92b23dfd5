import { LOCALES, messages } from '#shared/i18n'

/** Keys of the holidays that have a name in all languages. */
export const KNOWN_HOLIDAYS = Object.keys(messages.kk.words.holidays) as (keyof typeof messages.kk.words.holidays)[]

/** What is stored for a holiday's name as typed: the key of a known one, in whatever language it was written, else the name itself. */
export function storedName(typed: string): string {
  const sought = typed.trim().toLowerCase()
  const known = KNOWN_HOLIDAYS.find((key) =>
    LOCALES.some((locale) => messages[locale].words.holidays[key].toLowerCase() === sought),
  )
  return known ?? typed.trim()
}
