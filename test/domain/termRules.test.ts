import { isTermLength, ruleFaults, ruleFor, type RuleVersion, type TermRule } from '#shared/domain'
import { describe, expect, it } from 'vitest'

const basis = { kk: '–', ru: '–' }
const version = (number: number, validFrom: string | null, validTo: string | null, length = 5): RuleVersion => ({
  id: 'rule',
  version: number,
  validFrom,
  validTo,
  length,
  unit: 'workingDays',
  basis,
})
const rule = (...of: Parameters<typeof version>): TermRule => ({
  ...version(...of),
  kind: 'thanks',
  addressee: 'provider',
  checkpointDays: 0,
})

/** The version of the rule that a letter registered on that day falls under. */
const on = (day: string, ...rules: TermRule[]): number | undefined =>
  ruleFor(rules, { kind: 'thanks', addressee: 'provider', registeredOn: day })?.version

describe('the version of a rule that a letter falls under', () => {
  it('is the newer from its own first day on, though the older has no end of its own', () => {
    const rules = [rule(1, null, null), rule(2, '2027-01-01', null)]
    expect([on('2026-12-31', ...rules), on('2027-01-01', ...rules), on('2040-01-01', ...rules)]).toEqual([1, 2, 2])
  })

  it('is the one put right, where a version replaces another from the same day', () => {
    const rules = [rule(1, null, '2026-12-31'), rule(2, '2027-01-01', null), rule(3, '2027-01-01', null)]
    expect([on('2026-12-31', ...rules), on('2027-01-01', ...rules)]).toEqual([1, 3])
  })

  it('is a temporary version while that lasts, and then the one before again', () => {
    const rules = [rule(1, null, null), rule(2, '2027-03-01', '2027-05-31')]
    expect(['2027-02-28', '2027-03-01', '2027-05-31', '2027-06-01'].map((day) => on(day, ...rules))).toEqual([1, 2, 2, 1])
  })

  it('does not depend on the order in which the versions stand', () => {
    const rules = [rule(3, '2028-01-01', null), rule(1, null, null), rule(2, '2027-01-01', null)]
    expect(['2026-06-01', '2027-06-01', '2028-06-01'].map((day) => on(day, ...rules))).toEqual([1, 2, 3])
  })

  it('is none where none holds', () => {
    expect(on('2020-01-01', rule(1, '2021-07-01', null))).toBeUndefined()
    expect(on('2022-01-01', rule(1, null, '2021-06-30'))).toBeUndefined()
  })

  it('is the addressee’s own before the provider’s, even where the provider’s is newer', () => {
    const own: TermRule = { ...rule(1, null, null, 15), addressee: 'qualityBody' }
    const rules = [own, rule(7, null, null, 5)]
    const length = (addressee: TermRule['addressee']) =>
      ruleFor(rules, { kind: 'thanks', addressee, registeredOn: '2026-11-24' })?.length
    expect([length('qualityBody'), length('provider'), length('stateCorporation')]).toEqual([15, 5, 5])
    expect(ruleFor([own], { kind: 'thanks', addressee: 'provider', registeredOn: '2026-11-24' })).toBeUndefined()
  })
})

describe('a fault in the versions of a rule', () => {
  it('is none in versions that follow one another, that replace one, or that hold for a time', () => {
    expect(ruleFaults([version(1, null, '2021-06-30'), version(2, '2021-07-01', null)])).toEqual([])
    expect(ruleFaults([version(1, null, null), version(2, '2027-01-01', null)])).toEqual([])
    expect(ruleFaults([version(1, null, null), version(2, null, null)])).toEqual([])
    expect(ruleFaults([version(1, null, null), version(2, '2027-01-01', '2027-06-30')])).toEqual([])
    expect(ruleFaults([version(1, null, null), version(2, '2027-01-01', '2027-06-30'), version(3, '2027-07-01', null)])).toEqual(
      [],
    )
  })

  it('is an overlap where a version begins before the end of the one before', () => {
    expect(ruleFaults([version(1, null, '2021-06-30'), version(2, '2021-06-30', null)])).toEqual([
      { code: 'overlap', id: 'rule', version: 2, other: 1, from: '2021-06-30', to: '2021-06-30' },
    ])
  })

  it('is an overlap where a version begins before the one before began', () => {
    const first = [version(1, null, null), version(2, '2027-01-01', null)]
    expect(ruleFaults([...first, version(3, '2026-06-01', null)])).toEqual([
      { code: 'overlap', id: 'rule', version: 3, other: 2, from: '2027-01-01' },
    ])
    expect(ruleFaults([...first, version(3, null, null)])).toMatchObject([{ code: 'overlap', version: 3, other: 2 }])
  })

  it('is a gap where days between two have no rule', () => {
    expect(ruleFaults([version(1, null, '2021-06-30'), version(2, '2021-08-01', null)])).toEqual([
      { code: 'gap', id: 'rule', version: 2, other: 1, from: '2021-07-01', to: '2021-07-31' },
    ])
  })

  it('is no gap where an older version without an end holds again between a temporary one and the next', () => {
    const rules = [rule(1, null, null), rule(2, '2027-01-01', '2027-06-30'), rule(3, '2028-01-01', null)]
    expect(on('2027-09-01', ...rules)).toBe(1)
    expect(ruleFaults(rules)).toEqual([])
  })

  it('is a gap where no version holds for ever', () => {
    expect(ruleFaults([version(1, null, '2026-12-31')])).toEqual([{ code: 'gap', id: 'rule', version: 1, from: '2027-01-01' }])
    expect(ruleFaults([version(1, null, '2026-12-31'), version(2, '2027-01-01', '2027-12-31')])).toEqual([
      { code: 'gap', id: 'rule', version: 2, from: '2028-01-01' },
    ])
  })

  it.each([0, -1, 1000, 2.5, Number.NaN, Infinity])('is a length of %d', (length) => {
    expect(isTermLength(length)).toBe(false)
    expect(ruleFaults([version(1, null, null, length)])).toEqual([{ code: 'length', id: 'rule', version: 1 }])
  })

  it.each([1, 999])('is not a length of %i', (length) => {
    expect(isTermLength(length)).toBe(true)
    expect(ruleFaults([version(1, null, null, length)])).toEqual([])
  })

  it('is an end before the beginning', () => {
    const faults = ruleFaults([version(1, null, null), version(2, '2027-06-30', '2027-01-01')])
    expect(faults).toEqual([{ code: 'order', id: 'rule', version: 2, from: '2027-06-30', to: '2027-01-01' }])
  })

  it('is told of each rule by itself, and of all at once', () => {
    const other = { ...version(1, null, null), id: 'other' }
    expect(ruleFaults([version(1, null, null), other])).toEqual([])
    expect(ruleFaults([version(1, null, '2021-06-30', 0), { ...other, length: 1000 }]).map(({ id, code }) => [id, code])).toEqual(
      [
        ['rule', 'length'],
        ['rule', 'gap'],
        ['other', 'length'],
      ],
    )
  })
})
