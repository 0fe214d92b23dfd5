import { signOf } from '#core/calendar/yearPaper/daySigns'
import { layOut } from '#core/calendar/yearPaper/layOut'
import type { YearFacts } from '#core/calendar/yearPaper/yearFacts'
import { Faces } from '#core/paper/faces'
import { dayMonth } from '#shared/i18n'
import { describe, expect, it } from 'vitest'
import type { ReadPdf, Word } from './readPdf'
import { crowdedDays, factsWith, festiveDays, FONTS, order, readYear, YEARS, yearFacts } from './yearPaperFixtures'

const mm = (millimetres: number): number => (millimetres * 72) / 25.4
const faces = new Faces(FONTS)

/** Words whose letters lie upon each other, apart from the empty parts above and below letters. */
function collisions(words: readonly Word[]): string[] {
  const letters = words.map((word) => {
    const height = word.bottom - word.top
    return { ...word, top: word.top + height * 0.28, bottom: word.bottom - height * 0.26 }
  })
  const upon = (a: Word, b: Word): boolean =>
    a.left + 0.2 < b.right - 0.2 && b.left + 0.2 < a.right - 0.2 && a.top < b.bottom && b.top < a.bottom
  return letters.flatMap((a, i) => letters.slice(i + 1).flatMap((b) => (upon(a, b) ? [`${a.text} × ${b.text}`] : [])))
}

/** One page, all words within 12 mm at the sides and 9 mm above and below, none upon another. */
function expectOrderly(pdf: ReadPdf): void {
  expect(pdf.info).toMatchObject({ Pages: '1', 'Page size': expect.stringContaining('595.28 x 841.89') as string })
  const { words } = pdf
  expect(words.length).toBeGreaterThan(500)
  const outside = words.filter(
    ({ left, right, top, bottom }) => left < mm(11.9) || right > mm(198.1) || top < mm(9) || bottom > mm(288.5),
  )
  expect(outside.map(({ text }) => text)).toEqual([])
  expect(collisions(words)).toEqual([])
}

const longOffice =
  'Ақмола облысының білім беру, тәрбие жұмысы және балалардың құқықтарын қорғау мәселелері жөніндегі басқармасының '
const CASES: Record<string, (languages: YearFacts['languages']) => YearFacts> = {
  ...Object.fromEntries(YEARS.map((year) => [`${year}`, (languages: YearFacts['languages']) => yearFacts(year, { languages })])),
  'a year of six-day weeks': (languages) => yearFacts(2025, { languages }, 6),
  'a year drafted from the law': (languages) => yearFacts(2034, { languages }),
  'no listed days': (languages) => factsWith([], { languages }),
  '45 days by one long order': (languages) => factsWith(crowdedDays(1), { languages }),
  '45 days by fourteen long orders': (languages) => factsWith(crowdedDays(14), { languages }),
  '60 holidays with long names': (languages) => factsWith(festiveDays(60), { languages }),
  'as many days as a year may list': (languages) => factsWith(festiveDays(200), { languages }),
  'a long office, a long source, a draft': (languages) =>
    yearFacts(2028, { languages, source: order(1), office: { name: { kk: longOffice.repeat(2), ru: longOffice.repeat(3) } } }),
}

describe.each(['both', 'kk', 'ru'] as const)('the page of a year, languages: %s', (languages) => {
  it.each(Object.entries(CASES))('is one orderly page: %s', async (_, factsIn) => {
    expectOrderly(await readYear(factsIn(languages)))
  })
})

describe('what needs room', () => {
  it.each(YEARS)('is read without glasses: nothing of %i is under 7.5 points', (year) => {
    for (const languages of ['both', 'kk', 'ru'] as const) {
      const sizes = layOut(faces, yearFacts(year, { languages })).marks.flatMap((mark) =>
        mark.kind === 'text' ? [mark.size] : [],
      )
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5)
    }
  })

  it('keeps every day of 45, with its order, on the page', async () => {
    const days = crowdedDays(1)
    expect(days).toHaveLength(45)
    for (const languages of ['both', 'kk'] as const) {
      const { text } = await readYear(factsWith(days, { languages }))
      for (const { date, kind } of days) {
        if (kind.startsWith('transfer'))
          expect(text).toMatch(new RegExp(`(?<!\\d)${dayMonth('kk', date)}( –|, [а-яәіңғүұқөһ]+ –| жұмыс күні \\()`))
      }
      expect(text).toContain(order(0))
      expect(text).not.toMatch(/тағы \d+ күн/)
    }
  })

  it('shortens many long orders to their numbers before any day is left out', async () => {
    const days = crowdedDays(14)
    const { text } = await readYear(factsWith(days))
    const numbers = new Set(days.flatMap(({ source }) => /№ \d+-НҚ/.exec(source ?? '') ?? []))
    expect(numbers.size).toBe(13)
    for (const number of numbers) expect(text).toContain(number)
    expect(text).not.toMatch(/тағы \d+ күн/)
  })

  it('counts the days whose reasons no page could hold', async () => {
    const { text } = await readYear(factsWith(festiveDays(200), { languages: 'kk' }))
    const named = [...text.matchAll(/(\d+)-мереке/g)].length
    const left = [...text.matchAll(/тағы (\d+) күн/g)].reduce((sum, [, days]) => sum + Number(days), 0)
    expect(named).toBeGreaterThan(40)
    expect(named + left).toBe(200)
  })
})

describe('the sign of a day', () => {
  const tabs = { off: 'д', work: 'ж' }
  const date = '2027-05-17'
  const states = ['work', 'weekend', 'holiday', 'substitute', 'transfer-off', 'transfer-work'] as const

  it('tells each kind by its shape', () => {
    const signs = [
      ...states.map((state) => signOf(state, undefined, tabs)),
      signOf('religious', { date, kind: 'religious', status: 'estimated' }, tabs),
    ]
    expect(new Set(signs.map((sign) => JSON.stringify(sign))).size).toBe(signs.length)
  })

  it('is a grey field on every day off, and only there', () => {
    expect(states.filter((state) => signOf(state, undefined, tabs).field)).toEqual([
      'weekend',
      'holiday',
      'substitute',
      'transfer-off',
    ])
  })

  it('is frameless on a listed day that the office works', () => {
    const sign = signOf('work', { date, kind: 'substitute', status: 'estimated' }, tabs)
    expect(sign).toEqual({ field: false, frame: 'none', bold: false, tab: null })
  })
})
