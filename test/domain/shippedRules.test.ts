import { firstUnprintable, KINDS, ruleFaults, SHORT_PURPOSES, shortTermFor, type ExtensionRule } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { shortTerms, terms } from './material'

describe('the shipped rules', () => {
  it('have no faults, and neither have the short terms', () => {
    expect(ruleFaults(terms)).toEqual([])
    expect(ruleFaults(shortTerms)).toEqual([])
  })

  it('name their law in both languages, for the extension as well', () => {
    for (const { id, basis: own, extension, checkpoint } of [
      ...terms,
      ...shortTerms.map((each) => ({ ...each, extension: null, checkpoint: undefined })),
    ]) {
      const texts = [own, checkpoint, extension?.basis, extension?.grounds].flatMap((text) => (text ? [text.kk, text.ru] : []))
      for (const text of texts) expect([text.trim() !== '', firstUnprintable(text)], id).toEqual([true, null])
    }
  })

  it('have one version more for each law that went before', () => {
    const old = terms.filter(({ validTo }) => validTo === '2021-06-30').map(({ id }) => id)
    expect(old).toEqual([
      'service-complaint-provider',
      'service-complaint-state-corporation',
      'service-complaint-quality-body',
      'complaint',
      'application',
      'request',
      'proposal',
      'report',
      'response',
    ])
    for (const id of old) expect(terms.find((each) => each.id === id && each.version === 2)?.validFrom).toBe('2021-07-01')
  })
})

/** As the table of terms in the law has it: how much at most, from where, by whom, and within how many working days the applicant is told. */
const told = (extension: ExtensionRule | null | undefined) =>
  extension ? [extension.length, extension.unit, extension.from, extension.by.join(), extension.noticeDays] : null

const TEN_DAYS = [10, 'workingDays', 'deadline', 'head,deputy', 3]
const TWO_MONTHS = [2, 'months', 'decision', 'head,deputy', 3]
const OLD_LAW = [30, 'calendarDays', 'deadline', 'head,deputy', 3]
const BY_WHO_GAVE_IT = [null, 'workingDays', 'deadline', 'issuer,head,deputy', null]

describe('the shipped extension', () => {
  it.each([
    ['service-complaint-provider', TEN_DAYS, '25 (4)'],
    ['service-complaint-state-corporation', TEN_DAYS, '25 (4)'],
    ['service-complaint-quality-body', TEN_DAYS, '25 (4)'],
    ['complaint', null, ''],
    ['application', TWO_MONTHS, '76 (3)'],
    ['request', TWO_MONTHS, '76 (3)'],
    ['proposal', TWO_MONTHS, '76 (3)'],
    ['report', TWO_MONTHS, '76 (3)'],
    ['response', TWO_MONTHS, '76 (3)'],
    ['information-request', [15, 'calendarDays', 'deadline', 'head,deputy', 3], '11 (10)'],
    ['media-request', null, ''],
    ['lawyer-request', null, ''],
    ['bailiff-request', null, ''],
    ['petition', null, ''],
    ['official-letter', BY_WHO_GAVE_IT, ''],
    ['thanks', BY_WHO_GAVE_IT, ''],
  ])('today of %s is %j', (id, expected, article) => {
    const today = terms.filter((each) => each.id === id).at(-1)!
    expect(told(today.extension)).toEqual(expected)
    if (today.extension) expect(today.extension.basis.ru).toContain(article)
    if (today.extension) expect(today.extension.basis.kk).toContain(article)
  })

  it('before July 2021 is thirty calendar days, for complaints on services ten working days as now', () => {
    for (const { id, extension } of terms.filter(({ validTo }) => validTo === '2021-06-30')) {
      expect(told(extension), id).toEqual(id.startsWith('service-complaint') ? TEN_DAYS : OLD_LAW)
    }
  })
})

describe('the shipped short terms', () => {
  const days = (purpose: (typeof SHORT_PURPOSES)[number], kind: (typeof KINDS)[number], day = '2026-11-24') => {
    const found = shortTermFor(shortTerms, { purpose, kind, on: day })
    return found ? [found.length, found.countsFrom, found.basis.ru] : null
  }

  it.each([
    ['redirect', [3, 'receipt', 'АППК 65']],
    ['return', [3, 'registration', 'АППК 64 (6), (7)']],
    ['terminationNotice', [3, 'act', 'АППК 70 (3)']],
    ['unconsideredNotice', [3, 'act', 'АППК 95 (2)']],
    ['fileAccess', [3, 'act', 'АППК 75']],
  ] as const)('today of %s are %j', (purpose, expected) => expect(days(purpose, 'complaint')).toEqual(expected))

  it('to redirect and to return hold for appeals and petitions, not for requests of other laws or for letters', () => {
    const appeals = ['serviceComplaint', 'complaint', 'application', 'request', 'proposal', 'report', 'response', 'petition']
    for (const purpose of ['redirect', 'return'] as const) {
      expect(KINDS.filter((kind) => days(purpose, kind) !== null)).toEqual(appeals)
    }
    expect(KINDS.filter((kind) => days('unconsideredNotice', kind) !== null)).toEqual(['serviceComplaint', 'complaint'])
  })

  it('before July 2021 were only to redirect', () => {
    const then = SHORT_PURPOSES.filter((purpose) => days(purpose, 'complaint', '2021-06-30') !== null)
    expect(then).toEqual(['redirect'])
    expect(days('redirect', 'complaint', '2021-06-30')).toEqual([3, 'receipt', 'Закон № 221'])
  })

  it('take the newest version that holds', () => {
    const [first] = shortTerms.filter(({ purpose, version: number }) => purpose === 'redirect' && number === 2)
    const newer = { ...first!, version: 3, validFrom: '2027-01-01', length: 2 }
    const length = (day: string) =>
      shortTermFor([newer, ...shortTerms], { purpose: 'redirect', kind: 'complaint', on: day })?.length
    expect([length('2026-12-31'), length('2027-01-01')]).toEqual([3, 2])
  })
})
