import { ADDRESSEES, countTerm, firstUnprintable, KINDS, patternFault, ruleFor, type Addressee, type Kind } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { fiveDays, office, services, terms } from './material'

const term = (kind: Kind, registeredOn = '2026-11-24', addressee: Addressee = 'provider') => {
  const rule = ruleFor(terms, { kind, addressee, registeredOn })
  return (
    rule && { length: rule.length, unit: rule.unit, checkpoint: rule.checkpointDays, version: rule.version, basis: rule.basis.ru }
  )
}

describe('the shipped terms', () => {
  it.each([
    ['serviceComplaint', 'provider', 5, 'workingDays', 3],
    ['serviceComplaint', 'stateCorporation', 5, 'workingDays', 3],
    ['serviceComplaint', 'qualityBody', 15, 'workingDays', 0],
    ['complaint', 'provider', 20, 'workingDays', 3],
    ['application', 'provider', 15, 'workingDays', 0],
    ['request', 'provider', 15, 'workingDays', 0],
    ['proposal', 'provider', 15, 'workingDays', 0],
    ['report', 'provider', 15, 'workingDays', 0],
    ['response', 'provider', 15, 'workingDays', 0],
    ['informationRequest', 'provider', 15, 'calendarDays', 0],
    ['mediaRequest', 'provider', 7, 'workingDays', 0],
    ['lawyerRequest', 'provider', 10, 'workingDays', 0],
    ['bailiffRequest', 'provider', 3, 'workingDays', 0],
    ['petition', 'provider', 20, 'workingDays', 0],
    ['officialLetter', 'provider', 15, 'workingDays', 0],
    ['thanks', 'provider', 15, 'workingDays', 0],
  ] as const)('today give %s to %s %i %s, control point after %i', (kind, addressee, length, unit, checkpoint) => {
    expect(term(kind, '2026-11-24', addressee)).toMatchObject({ length, unit, checkpoint })
  })

  it('give every kind to every addressee exactly one term on any day, so that no letter can be refused for want of one', () => {
    for (const kind of KINDS) {
      for (const addressee of ADDRESSEES) {
        for (const registeredOn of [
          '2000-01-01',
          '2013-05-01',
          '2021-06-30',
          '2021-07-01',
          '2024-08-19',
          '2024-08-20',
          '2035-12-31',
        ]) {
          expect(term(kind, registeredOn, addressee), `${kind} to ${addressee} on ${registeredOn}`).toBeDefined()
        }
      }
    }
  })

  it('serve an addressee without a row of its own by the rule of the provider', () => {
    expect(term('complaint', '2026-11-24', 'qualityBody')).toEqual(term('complaint'))
  })

  it('change on the day the Code came into force', () => {
    expect(term('application', '2021-06-30')).toMatchObject({ length: 15, unit: 'calendarDays', version: 1 })
    expect(term('application', '2021-07-01')).toMatchObject({ length: 15, unit: 'workingDays', version: 2 })
    expect(term('complaint', '2021-06-30')?.basis).toContain('№ 221')
    expect(term('complaint', '2021-07-01')?.basis).toContain('АППК 99')
    expect(term('serviceComplaint', '2021-06-30')).toMatchObject({ length: 5, checkpoint: 0 })
    expect(term('serviceComplaint', '2021-07-01')).toMatchObject({ length: 5, checkpoint: 3 })
  })

  it('never overlap and leave no gap between two versions of one rule', () => {
    for (const id of new Set(terms.map((rule) => rule.id))) {
      const versions = terms.filter((rule) => rule.id === id).sort((a, b) => a.version - b.version)
      expect(versions.map((rule) => rule.version)).toEqual(versions.map((_, i) => i + 1))
      expect([versions[0]!.validFrom, versions.at(-1)!.validTo]).toEqual([null, null])
      versions.slice(1).forEach((rule, i) => {
        expect(Date.parse(rule.validFrom!) - Date.parse(versions[i]!.validTo!), id).toBe(86_400_000)
      })
    }
  })

  it('name their law in both languages, in words that paper can show', () => {
    for (const rule of terms) {
      for (const text of [rule.basis.kk, rule.basis.ru, rule.checkpoint?.kk ?? '–', rule.checkpoint?.ru ?? '–']) {
        expect(text).not.toBe('')
        expect(firstUnprintable(text)).toBeNull()
      }
      expect(rule.checkpoint !== undefined, rule.id).toBe(rule.checkpointDays > 0)
      expect(rule.basis.kk.length, rule.id).toBeLessThanOrEqual(60)
      expect(rule.basis.ru.length, rule.id).toBeLessThanOrEqual(60)
    }
  })

  it('let the newest of two valid versions hold', () => {
    const rule = terms.find((each) => each.id === 'thanks')!
    const newer = { ...rule, version: 2, length: 7 }
    expect(ruleFor([rule, newer], { kind: 'thanks', addressee: 'provider', registeredOn: '2026-11-24' })?.length).toBe(7)
  })

  it('give a complaint on the State Corporation the five days of the founding document', () => {
    const rule = ruleFor(terms, { kind: 'serviceComplaint', addressee: 'stateCorporation', registeredOn: '2026-11-24' })!
    expect(countTerm(rule, '2026-11-24', fiveDays)).toMatchObject({ deadline: '2026-12-01', checkpoint: { date: '2026-11-27' } })
  })
})

describe('the shipped office', () => {
  it('has the particulars of the founding document', () => {
    expect(office.details.name).toEqual({
      kk: 'Ақмола облысының білім басқармасы',
      ru: 'Управление образования Акмолинской области',
    })
    expect(office.details.address.kk).toContain('Сәтпаев к-сі, 1а')
    expect(office.details.room.kk).toContain('303')
    expect(office.details.phone).toBe('+7 (7162) 90-31-16')
    expect(office.details.contactCentre).toBe('1414, 8 800 080 7777')
    for (const site of ['edu.gov.kz', 'gov4c.kz', 'egov.kz']) expect(office.details.sites).toContain(site)
  })

  it('numbers by a pattern that can be used', () => expect(patternFault(office.rules.numberPattern)).toBeNull())

  it('works from nine to half past six, five days a week, and does not count the registration day', () => {
    expect(office.rules).toMatchObject({ dayStarts: '09:00', dayEnds: '18:30', week: 5, countingStart: 'nextDay' })
  })

  it('lists public services, each once and in both languages', () => {
    expect(services.length).toBeGreaterThanOrEqual(15)
    for (const language of ['kk', 'ru'] as const) {
      const names = services.map((service) => service[language])
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect([firstUnprintable(name), name.trim(), name.length > 10]).toEqual([null, name, true])
    }
  })
})
