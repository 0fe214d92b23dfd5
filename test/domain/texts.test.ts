import { LOCALES, messages, translatorFor, type Locale } from '#shared/i18n'
import { describe, expect, it } from 'vitest'

/** All texts of a language, flat: `words.kinds.complaint.name` → text. */
function flat(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, value]) => flat(value, path === '' ? key : `${path}.${key}`))
}

const texts = Object.fromEntries(LOCALES.map((locale) => [locale, new Map(flat(messages[locale]))])) as Record<
  Locale,
  Map<string, string>
>
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const others = LOCALES.filter((locale) => locale !== 'kk')

describe.each(others)('%s beside Kazakh', (locale) => {
  it('has the same keys', () => {
    expect([...texts[locale].keys()].sort()).toEqual([...texts.kk.keys()].sort())
  })

  it('fills in the same values', () => {
    for (const [key, text] of texts.kk) expect([key, placeholders(texts[locale].get(key)!)]).toEqual([key, placeholders(text)])
  })
})

describe.each(LOCALES)('texts in %s', (locale) => {
  it('are there, without stray spaces and without exclamation marks', () => {
    const wrong = [...texts[locale]].filter(([, text]) => text.trim() === '' || text !== text.trim() || text.includes('!'))
    expect(wrong).toEqual([])
  })

  it('fill in the value in every plural form', () => {
    for (const [key, text] of texts[locale]) {
      for (const form of text.split(' | ')) expect([key, placeholders(form)]).toEqual([key, placeholders(text)])
    }
  })

  it('never glue a case ending to a value', () => {
    expect(
      [...texts[locale]].filter(([, text]) =>
        /\}['’-]?(ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|ның|нің|ды|ді|ты|ті|го|му)(?!\p{L})/u.test(text),
      ),
    ).toEqual([])
  })

  it('have as many plural forms as the language, or one', () => {
    const forms = { kk: 1, ru: 3, en: 2 }[locale]
    for (const [key, text] of texts[locale]) expect([1, forms], key).toContain(text.split(' | ').length)
  })

  it('are all written by the translator: none breaks its syntax', () => {
    const t = translatorFor(locale)
    for (const [key, text] of texts[locale]) {
      const params = Object.fromEntries(placeholders(text).map((name) => [name.slice(1, -1), 7]))
      const meant = [...text.matchAll(/\{'([^']*)'\}/g)].map((literal) => literal[1]!)
      const written = meant.reduce((left, literal) => left.replace(literal, ''), t(key, params))
      expect(written, key).not.toMatch(/[{}|]/)
    }
  })

  it('refuse a key that has no text, instead of showing it', () => {
    expect(() => translatorFor(locale)('words.noSuchText')).toThrow(RangeError)
  })
})

describe('plurals', () => {
  const COUNTS = [0, 1, 2, 5, 11, 21, 111]
  const written = (locale: Locale, key: string): string[] =>
    COUNTS.map((count) => translatorFor(locale)(key, { count, days: count }))

  it('Kazakh has one form after a number', () => {
    expect(written('kk', 'words.workingDays')).toEqual(COUNTS.map((count) => `${count} жұмыс күні`))
    expect(written('kk', 'words.sheets')).toEqual(COUNTS.map((count) => `${count} парақ`))
  })

  it('Russian has three', () => {
    expect(written('ru', 'words.workingDays')).toEqual([
      '0 рабочих дней',
      '1 рабочий день',
      '2 рабочих дня',
      '5 рабочих дней',
      '11 рабочих дней',
      '21 рабочий день',
      '111 рабочих дней',
    ])
    expect(written('ru', 'words.sheets')).toEqual([
      '0 листов',
      '1 лист',
      '2 листа',
      '5 листов',
      '11 листов',
      '21 лист',
      '111 листов',
    ])
    expect(written('ru', 'words.deadline.leftLong')[5]).toBe('остался 21 рабочий день')
  })

  it('Russian takes the genitive singular for 22–24 and 102, not for 12–14 and 112', () => {
    const t = translatorFor('ru')
    const people = [4, 12, 14, 22, 24, 102, 112].map((count) => t('words.letters', { count }))
    expect(people).toEqual(['4 письма', '12 писем', '14 писем', '22 письма', '24 письма', '102 письма', '112 писем'])
  })

  it('English has two', () => {
    const one = '1 working day'
    expect(written('en', 'words.workingDays')).toEqual(COUNTS.map((count) => (count === 1 ? one : `${count} working days`)))
  })
})
