import { computed, type ComputedRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { compareTexts, type IsoDate } from '#shared/domain'
import * as texts from '#shared/i18n'
import { LOCALES, messages, pluralForm, type Locale } from '#shared/i18n'
import { useSession } from './stores/session'

const REMEMBERED = 'kiris.language'

function remembered(): Locale {
  const stored = localStorage.getItem(REMEMBERED)
  return LOCALES.find((locale) => locale === stored) ?? 'kk'
}

const pluralRules = Object.fromEntries(
  LOCALES.map((locale) => [locale, (count: number, forms: number) => pluralForm(locale, count, forms)]),
)

/** The texts of the screen. A count chooses the form by our own rules: `t('words.sheets', { count }, count)`. */
export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'kk',
  messages: messages as unknown as Record<Locale, Record<string, never>>,
  pluralRules,
})

document.documentElement.lang = i18n.global.locale.value

/** The language of the screen and how to change it. The change shows at once and is remembered on this computer; a language is no personal data. */
export function useLocale(): { locale: ComputedRef<Locale>; locales: readonly Locale[]; choose: (next: Locale) => void } {
  const locale = computed(() => i18n.global.locale.value as Locale)
  function choose(next: Locale): void {
    i18n.global.locale.value = next
    document.documentElement.lang = next
    localStorage.setItem(REMEMBERED, next)
  }
  return { locale, locales: LOCALES, choose }
}

/** The office writes in Kazakh and Russian only; an English screen shows the Kazakh name, which is the official one. */
function inOfficeLanguage(locale: Locale, text: { kk: string; ru: string }): string {
  return (locale === 'ru' ? text.ru : text.kk) || text.kk || text.ru
}

/** Dates, numbers and names in the language of the screen, from our own tables; reactive when called in a template. */
export function useWords() {
  const { locale } = useLocale()
  const session = useSession()
  const named = (text: { kk: string; ru: string }): string => inOfficeLanguage(locale.value, text)
  return {
    longDate: (date: IsoDate) => texts.longDate(locale.value, date),
    dayMonth: (date: IsoDate) => texts.dayMonth(locale.value, date),
    dayMonthYear: (date: IsoDate) => texts.dayMonthYear(locale.value, date),
    weekdayName: (date: IsoDate) => texts.weekdayName(locale.value, date),
    weekdayShort: (date: IsoDate) => texts.weekdayShort(locale.value, date),
    monthName: (date: IsoDate) => messages[locale.value].words.monthsAlone[+date.slice(5, 7) - 1]!,
    formatDate: (date: IsoDate) => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`,
    /** Date and time of a UTC moment in the office's time zone. */
    localMoment: (moment: string) => texts.localMoment(moment, session.timeZone),
    formatCount: (value: number) => texts.formatCount(locale.value, value),
    /** A name the office keeps in two languages. */
    named,
    /** Things with such names, in the order of the alphabet of the language shown. */
    byName: <Named extends { name: { kk: string; ru: string } }>(things: readonly Named[]): Named[] =>
      [...things].sort((a, b) => compareTexts(named(a.name), named(b.name))),
  }
}
