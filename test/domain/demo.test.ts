import { placeLetters, type DemoDay } from '#core/demo/demoMaterial'
import type { Appeal } from '#shared/contract'
import { appealFacts } from '#shared/contract/appeal.schema'
import { personFields } from '#shared/contract/people.contract'
import { countTerm, deadlineState, givenTerm, isAboutService, KINDS, readIdentifier, ROLES, ruleFor } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { demo, fiveDays, services, terms } from './material'

const day = (today: string, now = '11:30'): DemoDay => ({
  ...{ today, now, dayStarts: '09:00', dayEnds: '18:30', calendar: fiveDays },
  answerPlace: { kk: '303-кабинет', ru: 'каб. 303' },
})
/** An ordinary Friday, the day after a holiday, a Sunday, the second week of January, the last day of a half-year. */
const DAYS = ['2026-11-20', '2026-12-17', '2026-11-22', '2027-01-12', '2027-06-30']

function statesOn(today: string): string[] {
  return placeLetters(demo, day(today))
    .filter(({ letter }) => !letter.void)
    .map(({ facts, registeredOn }) => {
      const rule = ruleFor(terms, { ...facts, registeredOn })!
      const term =
        facts.givenDeadline === ''
          ? countTerm(rule, registeredOn, fiveDays)
          : givenTerm(rule, registeredOn, facts.givenDeadline, fiveDays)
      return deadlineState(term.deadline, today, fiveDays).state
    })
}

describe('the people of the demo office', () => {
  it('are accepted by the same rules as real ones', () => {
    for (const { department: _, ...person } of demo.people) {
      expect(personFields.safeParse({ ...person, departmentId: null }).error?.issues ?? []).toEqual([])
    }
    expect(demo.password.length).toBeGreaterThanOrEqual(8)
  })

  it('have every role and a login of their own in Latin letters', () => {
    expect(new Set(demo.people.flatMap((person) => person.roles))).toEqual(new Set(ROLES))
    const logins = demo.people.map((person) => person.login)
    expect(new Set(logins).size).toBe(logins.length)
    for (const login of logins) expect(login).toMatch(/^[a-z]+$/)
  })

  it('register letters only as clerks', () => {
    const clerks = demo.people.filter((person) => person.roles.includes('clerk')).map((person) => person.login)
    expect(new Set(demo.letters.map((letter) => letter.clerk))).toEqual(new Set(clerks))
  })
})

describe('the structure of the demo office', () => {
  const byLogin = new Map(demo.people.map((person) => [person.login, person]))
  const names = demo.departments.map(({ name }) => name.kk)

  it('has departments of different names, each headed by one of its own', () => {
    expect(new Set(names).size).toBe(names.length)
    for (const { name, head } of demo.departments) expect([head, byLogin.get(head)?.department]).toEqual([head, name.kk])
  })

  it('leaves nobody in a department that is not there', () => {
    for (const { login, department } of demo.people) {
      if (department !== null) expect([login, names]).toEqual([login, expect.arrayContaining([department])])
    }
    expect(demo.people.filter(({ roles }) => roles.includes('departmentHead')).every(({ department }) => department)).toBe(true)
  })

  it('has somebody away today and somebody soon, nobody acting while away', () => {
    const { absences } = demo
    expect(absences.some(({ fromDays, toDays, acting }) => fromDays <= 0 && toDays >= 0 && acting)).toBe(true)
    expect(absences.some(({ fromDays }) => fromDays > 0)).toBe(true)
    for (const { person, acting, fromDays, toDays } of absences) {
      expect([person, fromDays <= toDays, byLogin.has(person)]).toEqual([person, true, true])
      if (acting === null) continue
      expect(byLogin.has(acting) && acting !== person).toBe(true)
      const meets = absences.filter((other) => other.fromDays <= toDays && fromDays <= other.toDays)
      expect(meets.map((other) => other.person)).not.toContain(acting)
    }
  })
})

describe('the letters', () => {
  it('are enough to fill a journal', () => expect(demo.letters.length).toBeGreaterThanOrEqual(64))

  it.each(DAYS)('opened on %s pass the rules of the form', (today) => {
    for (const { facts } of placeLetters(demo, day(today))) {
      expect([facts.subject, appealFacts.safeParse(facts).error?.issues ?? []]).toEqual([facts.subject, []])
    }
  })

  it('name services of the pick-list, and every complaint on a service names one', () => {
    const names = new Set(services.map((service) => service.kk))
    for (const letter of demo.letters) {
      expect([letter.facts.subject, letter.service !== undefined]).toEqual([
        letter.facts.subject,
        isAboutService(letter.facts.kind),
      ])
      if (letter.service !== undefined) expect(names).toContain(letter.service)
    }
  })

  it('are of every kind, both languages and every channel', () => {
    const facts = placeLetters(demo, day('2026-11-20')).map((placed) => placed.facts)
    const all = <K extends keyof Appeal['facts']>(key: K): Set<Appeal['facts'][K]> => new Set(facts.map((each) => each[key]))
    expect(all('kind')).toEqual(new Set(KINDS))
    expect(all('language')).toEqual(new Set(['kk', 'ru']))
    expect(all('channel').size).toBe(6)
    expect(all('applicantType').size).toBe(2)
    expect(facts.some((each) => each.people > 1)).toBe(true)
    expect(facts.some((each) => each.notStated.length === 2 && each.name === '')).toBe(true)
  })

  it('bear numbers that nobody living has, one wrong number and some without', () => {
    const natural = demo.letters.map((letter) => letter.facts).filter((facts) => facts.applicantType !== 'legal')
    const read = natural
      .map((facts) => facts.identifier ?? '')
      .filter((iin) => iin !== '')
      .map(readIdentifier)
    expect(read.filter((iin) => !iin.valid)).toEqual([{ valid: false, reason: 'checksum' }])
    for (const iin of read) if (iin.valid && iin.holder === 'natural') expect(iin.birthDate < '1900-01-01').toBe(true)
    expect(natural.some((facts) => !facts.identifier && facts.name)).toBe(true)
    for (const { facts } of demo.letters.filter((letter) => letter.facts.applicantType === 'legal')) {
      expect(readIdentifier(facts.identifier!)).toEqual({ valid: true, holder: 'legal' })
    }
  })

  it('give a person’s sex as the name says', () => {
    for (const { facts } of demo.letters) {
      const iin = readIdentifier(facts.identifier ?? '')
      if (!iin.valid || iin.holder !== 'natural') continue
      const female = /(қызы|вна|чна)($|\s)/u.test(facts.name!)
      expect([facts.name, iin.sex]).toEqual([facts.name, female ? 'female' : 'male'])
    }
  })
})

describe('the demo office on the day it is opened', () => {
  it.each(DAYS.filter((today) => fiveDays.isWorking(today)))('%s shows every state of a deadline, and one due today', (today) => {
    const states = statesOn(today)
    const count = (state: string): number => states.filter((each) => each === state).length
    expect(count('today')).toBe(1)
    expect(count('soon')).toBeGreaterThanOrEqual(5)
    expect(count('late')).toBeGreaterThanOrEqual(3)
    expect(count('late')).toBeLessThan(count('calm'))
  })

  it.each([
    ...DAYS.map((today) => [today, '11:30'] as const),
    ['2026-11-20', '00:10'] as const,
    ['2026-11-20', '09:30'] as const,
  ])('%s %s: registration runs forward in time and nothing comes from the future', (today, now) => {
    const placed = placeLetters(demo, day(today, now))
    const registered = placed.map((each) => `${each.registeredOn} ${each.registeredAt}`)
    expect(registered).toEqual([...registered].sort())
    expect(registered.at(-1)! <= `${today} ${now}`).toBe(true)
    for (const { facts, registeredOn, registeredAt } of placed) {
      expect(`${facts.receivedOn} ${facts.receivedAt}` <= `${registeredOn} ${registeredAt}`).toBe(true)
      expect(fiveDays.isWorking(registeredOn)).toBe(true)
    }
  })

  it('has several letters of today and one that came after hours', () => {
    const placed = placeLetters(demo, day('2026-11-20'))
    expect(placed.filter((each) => each.registeredOn === '2026-11-20').length).toBeGreaterThanOrEqual(5)
    const late = placed.find((each) => each.facts.receivedAt === '18:45')!
    expect([late.facts.receivedOn, late.registeredOn]).toEqual(['2026-11-18', '2026-11-19'])
  })

  it('has voided, corrected and twice printed entries', () => {
    expect(demo.letters.filter((letter) => letter.void).length).toBeGreaterThanOrEqual(2)
    expect(demo.letters.filter((letter) => letter.slip && letter.duplicate).length).toBeGreaterThanOrEqual(1)
    const corrected = demo.letters.filter((letter) => letter.correct)
    expect(corrected.length).toBeGreaterThanOrEqual(1)
    for (const { facts, correct } of corrected) expect(correct!.value).not.toEqual(facts[correct!.field])
  })
})
