import { messages, type Locale } from '#shared/i18n'

/** The name of a holiday in the language, or a name of the office's own as it is. */
export function writtenName(locale: Locale, name: string): string {
  const names: Readonly<Record<string, string>> = messages[locale].words.holidays
  return Object.hasOwn(names, name) ? names[name]! : name
}
