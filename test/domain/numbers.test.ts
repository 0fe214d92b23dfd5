import { formatNumber, patternFault, splitNumber } from '#shared/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('the incoming number', () => {
  it.each([
    ['Ж-{seq:0000}/{yy}', 619, 2026, 'Ж-0619/26'],
    ['Ж-{seq:0000}/{yy}', 12345, 2026, 'Ж-12345/26'],
    ['01-15/{seq}-{yyyy}', 7, 2027, '01-15/7-2027'],
    ['{yyyy}/{seq:00}', 1, 2030, '2030/01'],
    ['№ {seq}/{yy}', 8, 2009, '№ 8/09'],
  ])('by %s', (pattern, seq, year, written) => expect(formatNumber(pattern, { seq, year })).toBe(written))

  it('is shown in pieces with the running number apart', () => {
    expect(splitNumber('Ж-{seq:0000}/{yy}', { seq: 619, year: 2026 })).toEqual([
      { text: 'Ж-', isSequence: false },
      { text: '0619', isSequence: true },
      { text: '/', isSequence: false },
      { text: '26', isSequence: false },
    ])
  })

  it('is never written the same for two letters of one book', () => {
    const number = fc.record({ seq: fc.integer({ min: 1, max: 99_999 }), year: fc.integer({ min: 2000, max: 2099 }) })
    fc.assert(
      fc.property(fc.constantFrom('Ж-{seq:0000}/{yy}', '{seq}/{yyyy}', '{yy}-{seq:000}'), number, number, (pattern, a, b) => {
        expect(formatNumber(pattern, a) === formatNumber(pattern, b)).toBe(a.seq === b.seq && a.year === b.year)
      }),
    )
  })
})

describe('a pattern', () => {
  it.each([
    ['Ж-{seq:0000}/{yy}', null],
    ['ШҚ-{seq}/{yyyy}', null],
    ['03-12/{seq:000}-{yy}', null],
    ['', 'empty'],
    ['   ', 'empty'],
    ['Ж-{yy}', 'noSequence'],
    ['{seq}{seq}/{yy}', 'noSequence'],
    ['Ж-{seq:12}/{yy}', 'noSequence'],
    ['Ж-{seq:0000}', 'noYear'],
    [`${'Ж'.repeat(40)}{seq}/{yy}`, 'tooLong'],
    ['Ж-{seq}/{yy}{month}', 'badCharacter'],
    ['Ж_{seq}/{yy}', 'badCharacter'],
    ['Ж-{seq}/{yy}\n', 'badCharacter'],
    // These letters are read as 0, 3, 6 and 1 when someone copies the number by hand.
    ['О-{seq}/{yy}', 'looksLikeDigit'],
    ['З-{seq}/{yy}', 'looksLikeDigit'],
    ['б-{seq}/{yy}', 'looksLikeDigit'],
    ['I-{seq}/{yy}', 'looksLikeDigit'],
  ])('«%s»: %s', (pattern, fault) => expect(patternFault(pattern)).toBe(fault))
})
