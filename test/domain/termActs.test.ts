import { extendTerm, outcomeOf, remindersOf, remindFrom, type Kind, type LeavingAct } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { decision, letter, refusal } from './letter'
import { fiveDays, shortTerms } from './material'

const today = shortTerms.filter(({ validTo }) => validTo === null)
const outcome = (act: LeavingAct, on: string, kind: Kind = 'serviceComplaint', received = '2026-11-24') =>
  outcomeOf(act, on, letter(kind, received).term, today, fiveDays)

describe('a redirect', () => {
  it.each([
    ['2026-11-24', true],
    ['2026-11-27', true],
    ['2026-11-30', false],
  ])('done on %s: in time = %s, due on the third working day after receipt', (on, inTime) => {
    expect(outcome('redirectWhole', on)).toEqual({ ends: true, due: '2026-11-27', inTime, noticeDue: null })
  })

  it('in part leaves the office its term for the rest', () => {
    expect(outcome('redirectPart', '2026-11-26')).toEqual({ ends: false, due: '2026-11-27', inTime: true, noticeDue: null })
  })

  it('counts from the day of receipt, though the letter was registered later', () => {
    // Friday 20 March at closing time; Nauryz until the 25th: Thu 26, Fri 27, Mon 30.
    const act = (on: string) => outcome('redirectWhole', on, 'complaint', '2026-03-20 18:30')
    expect(act('2026-03-30')).toMatchObject({ due: '2026-03-30', inTime: true })
    expect(act('2026-03-31')).toMatchObject({ due: '2026-03-30', inTime: false })
  })

  it('of a letter to which no law sets a day is always in time', () => {
    expect(outcome('redirectWhole', '2026-12-30', 'officialLetter')).toEqual({
      ends: true,
      due: null,
      inTime: true,
      noticeDue: null,
    })
  })
})

describe('a return', () => {
  it('is due on the third working day after registration', () => {
    const act = (on: string) => outcome('return', on, 'complaint', '2026-03-20 18:30')
    expect(act('2026-03-31')).toEqual({ ends: true, due: '2026-03-31', inTime: true, noticeDue: null })
    expect(act('2026-04-01').inTime).toBe(false)
  })

  it('had no day of its own before the Code', () => {
    const then = outcomeOf('return', '2020-03-20', letter('application', '2020-03-05').term, [], fiveDays)
    expect(then).toMatchObject({ due: null, inTime: true })
  })
})

describe('a withdrawal, a termination and leaving without consideration', () => {
  it.each<LeavingAct>(['withdrawal', 'termination', 'unconsidered'])(
    '%s ends the term, and the applicant is told within three working days of it',
    (act) => {
      // Tuesday 15 December: Thursday 17, Friday 18, Monday 21.
      expect(outcome(act, '2026-12-15', 'complaint')).toEqual({ ends: true, due: null, inTime: true, noticeDue: '2026-12-21' })
    },
  )

  it('count by the newest of the versions given', () => {
    const quick = { ...today.find(({ purpose }) => purpose === 'terminationNotice')!, version: 2, length: 1 }
    const { term } = letter('complaint', '2026-11-24')
    expect(outcomeOf('withdrawal', '2026-12-15', term, [quick, ...today], fiveDays).noticeDue).toBe('2026-12-17')
    expect(outcomeOf('withdrawal', '2026-12-15', term, [...today, quick], fiveDays).noticeDue).toBe('2026-12-17')
  })

  it('ask for no notice where no rule does', () => {
    expect(outcomeOf('withdrawal', '2020-03-20', letter('application', '2020-03-05').term, [], fiveDays).noticeDue).toBeNull()
  })
})

describe('an act before the letter is registered', () => {
  it.each<LeavingAct>(['redirectWhole', 'redirectPart', 'return', 'withdrawal', 'unconsidered', 'termination'])(
    'is refused: %s',
    (act) => {
      expect(refusal(() => outcome(act, '2026-11-23'))).toEqual({
        code: 'act_before_registration',
        params: { date: '2026-11-24' },
      })
      expect(outcome(act, '2026-11-24').inTime).toBe(true)
    },
  )
})

describe('what somebody must be reminded of', () => {
  it('in order: redirect, return, control point, and the office’s own control date', () => {
    expect(remindersOf(letter('serviceComplaint', '2026-03-20 18:30').term)).toEqual([
      { what: 'redirect', due: '2026-03-30' },
      { what: 'return', due: '2026-03-31' },
      { what: 'checkpoint', due: '2026-03-31' },
      { what: 'control', due: '2026-04-01' },
    ])
  })

  it('after an extension: the notice, and no control date', () => {
    const { term, rule } = letter('application', '2026-11-24')
    const later = extendTerm(term, rule, decision('2026-12-11', '2027-01-20'), fiveDays)
    expect(remindersOf(later)).toEqual([
      { what: 'redirect', due: '2026-11-27' },
      { what: 'return', due: '2026-11-27' },
      // Friday 11 December: Mon 14, Tue 15, Thu 17.
      { what: 'extensionNotice', due: '2026-12-17' },
    ])
  })

  it('is nothing where the letter gives its own day and no law sets others', () => {
    expect(remindersOf(letter('officialLetter', '2026-12-11', '2026-12-25').term)).toEqual([])
  })
})

describe('reminding begins', () => {
  it.each([
    ['2026-12-17', 0, '2026-12-17', 'on the day itself'],
    ['2026-12-17', 1, '2026-12-15', 'the 16th is a holiday'],
    ['2026-12-17', 3, '2026-12-11', 'Tue, Mon, and over the weekend Friday'],
    ['2026-03-26', 2, '2026-03-19', 'over Nauryz: Fri 20, Thu 19'],
    ['2026-12-19', 1, '2026-12-18', 'a given last day on a Saturday'],
    ['2025-01-08', 2, '2025-01-05', 'Mon 6 and the worked Sunday 5'],
  ])('for %s, %i working days ahead, on %s (%s)', (due, ahead, from) => {
    expect(remindFrom(due, ahead, fiveDays)).toBe(from)
  })
})
