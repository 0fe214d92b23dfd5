import { describe, expect, it } from 'vitest'
import type { SlipFacts } from '#core/slips/slipFacts'
import { givenTerm, KINDS, WorkingCalendar } from '#shared/domain'
import { ReadPdf, type Word } from './readPdf'
import { LONG, longFacts, renderSlip, slipFacts, termOf } from './slipFixtures'

const mm = (millimetres: number): number => (millimetres * 72) / 25.4
// 148 × 210 mm. pdfinfo itself names A5 only where millimetres were not rounded.
const A5 = '419.53 x 595.28 pts'
const read = async (facts: SlipFacts): Promise<ReadPdf> => new ReadPdf(await renderSlip(facts))

/** Words whose letters lie upon each other. Lines stand closer than their fonts' full height, so the empty parts above and below are left out. */
function collisions(words: readonly Word[]): string[] {
  const cores = words.map((word) => {
    const height = word.bottom - word.top
    return {
      ...word,
      top: word.top + height * 0.28,
      bottom: word.bottom - height * 0.26,
      left: word.left + 0.2,
      right: word.right - 0.2,
    }
  })
  const upon = (a: Word, b: Word): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  return cores.flatMap((a, i) => cores.slice(i + 1).flatMap((b) => (upon(a, b) ? [`${a.text} × ${b.text}`] : [])))
}

/** One page, every word inside the margins (8 mm at the sides, 6 above and below; the tear line begins nearer to the edge), none upon another. */
function expectOrderly(pdf: ReadPdf): void {
  expect(pdf.info).toMatchObject({ Pages: '1', 'Page size': A5 })
  const words = pdf.words
  expect(words.length).toBeGreaterThan(100)
  const outside = words.filter(
    ({ left, right, top, bottom }) => left < mm(7.5) || right > mm(140.5) || top < mm(5) || bottom > mm(206),
  )
  expect(outside.map(({ text }) => text)).toEqual([])
  expect(collisions(words)).toEqual([])
}

const given = givenTerm(
  { id: 'official-letter', version: 1, basis: { kk: 'хат', ru: 'письмо' } },
  '2026-12-11',
  '2027-06-30',
  new WorkingCalendar([]),
)
const usual = slipFacts()

const CASES: Record<string, Partial<SlipFacts>> = {
  'as in the look': {},
  ...Object.fromEntries(KINDS.map((kind) => [kind, { kind }])),
  'twenty days over New Year': { kind: 'complaint', registeredOn: '2026-12-11', term: termOf('complaint') },
  'fifteen calendar days': { kind: 'informationRequest' },
  'three months given in the letter': { kind: 'officialLetter', term: given },
  'by post': { delivery: 'post' },
  'by e-mail': { delivery: 'email' },
  'on the portal': { delivery: 'portal' },
  'a collective duplicate, corrected, after hours': { kind: 'complaint', people: 12, copy: 2, correctedOn: '2026-12-14', receivedOn: '2026-12-10', receivedAt: '19:45' },
  'a name of 80 letters and more': { applicant: LONG.person },
  'a legal entity of 300 letters': { applicant: LONG.entity },
  'no name': { applicant: '' },
  'a subject of 500 letters': { subject: LONG.subject },
  'one endless word': { subject: LONG.word, applicant: LONG.word, answerPlace: { kk: LONG.word, ru: LONG.word } },
  'an address of 200 letters': { office: { ...usual.office, address: { kk: LONG.address, ru: LONG.address } }, answerPlace: { kk: LONG.address, ru: LONG.address } },
  'no place': { answerPlace: { kk: '', ru: '' } },
  'a long number': { number: 'Мектеп-00001234/2026', numberParts: [{ text: 'Мектеп-', isSequence: false }, { text: '00001234', isSequence: true }, { text: '/2026', isSequence: false }] },
  'no annex': { annexSheets: 0 },
} // prettier-ignore

describe.each(['both', 'kk', 'ru'] as const)('the page, languages: %s', (languages) => {
  it.each(Object.entries(CASES))('is one orderly page: %s', async (_, changes) => {
    expectOrderly(await read(slipFacts({ ...changes, languages })))
  })

  it('is one orderly page with everything as long as can be', async () => {
    expectOrderly(await read(longFacts({ languages })))
  })
})

describe('what does not fit', () => {
  it('is cut with «…», the rest of the slip stays', async () => {
    const pdf = await read(longFacts())
    const { text } = pdf
    expect(text).toContain('Балабақшадағы кезек жылжымайды')
    expect(text).toContain('…')
    for (const part of ['Ж-0619/26', '999', '1414, 8 800 080 7777', 'Талонды алдым', 'Телнұсқа № 12', 'Түзетілді'])
      expect(text).toContain(part)
  })

  it('is not cut when it fits', async () => {
    expect((await read(slipFacts())).text).not.toContain('…')
    expect((await read(slipFacts({ applicant: LONG.person }))).text).toContain(LONG.person)
  })

  it.each(['both', 'kk', 'ru'] as const)('leaves a long surname whole on the part the office keeps (%s)', async (languages) => {
    const surname = 'Құдайбергенқызы-Әбдірахманова'
    const { text } = await read(slipFacts({ applicant: `${surname} Гүлбаршын-Айжан Сейтахметқызы`, languages }))
    expect(text).not.toContain('…')
    expect(text.replace(/-\s+/g, '-').split(surname)).toHaveLength(3)
  })
})
