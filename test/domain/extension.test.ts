import { extendTerm, longestExtension, recount, WorkingCalendar, type Kind } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { decision, letter, refusal } from './letter'
import { fiveDays, listedDays, terms } from './material'

const extend = (kind: Kind, date: string, ...decided: Parameters<typeof decision>) => {
  const { term, rule } = letter(kind, date)
  return extendTerm(term, rule, decision(...decided), fiveDays)
}

describe('the longest extension', () => {
  it.each<[Kind, string, string, string, string]>([
    [
      'serviceComplaint',
      '2026-11-24',
      '2026-11-30',
      '2026-12-15',
      'ten working days after 1 December: Wed–Fri, a week, Mon, Tue',
    ],
    ['serviceComplaint', '2026-12-11', '2026-12-21', '2027-01-06', 'after 21 December: Tue–Fri 4, Mon–Thu 8, 5 and 6 January 10'],
    ['application', '2026-12-18', '2026-12-31', '2027-03-01', 'no 31 February: the 28th is a Sunday, so Monday 1 March'],
    ['application', '2027-12-20', '2027-12-31', '2028-02-29', 'no 31 February: the leap day, a Tuesday'],
    ['application', '2024-02-20', '2024-02-29', '2024-04-29', 'from the leap day to the same day of April, a Monday'],
    ['request', '2026-11-02', '2026-11-16', '2027-01-18', 'two months from the decision: Saturday 16 January, so Monday'],
    ['informationRequest', '2026-11-10', '2026-11-20', '2026-12-10', 'fifteen calendar days after 25 November'],
    [
      'informationRequest',
      '2026-11-16',
      '2026-11-20',
      '2026-12-17',
      'fifteen days after 1 December is a holiday, so the day after',
    ],
    ['application', '2020-03-05', '2020-03-20', '2020-04-20', 'old law: thirty days after 20 March is Sunday 19 April'],
    ['officialLetter', '2026-11-24', '2026-11-30', '2028-11-30', 'the law sets no limit: two years ahead'],
  ])('of %s registered %s, decided %s: %s (%s)', (kind, date, decidedOn, longest) => {
    const { term, rule } = letter(kind, date)
    expect(longestExtension(term, rule, decidedOn, fiveDays)).toBe(longest)
    expect(extendTerm(term, rule, decision(decidedOn, longest), fiveDays).deadline).toBe(longest)
    const [year, month, day] = longest.split('-').map(Number) as [number, number, number]
    const beyond = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
    expect(refusal(() => extendTerm(term, rule, decision(decidedOn, beyond), fiveDays))).toEqual({
      code: 'extension_too_long',
      params: { max: longest },
    })
  })
})

describe('an extension', () => {
  it('goes on counting on the strip to the day decided, and has no control date any more', () => {
    const term = extend('serviceComplaint', '2026-11-24', '2026-11-30', '2026-12-15')
    expect(term).toMatchObject({ deadline: '2026-12-15', length: 5, controlDate: null })
    expect(term.days.at(-1)).toMatchObject({ date: '2026-12-15', counted: 15 })
    expect(term.checkpoint?.date).toBe('2026-11-27')
    expect(term.shortTerms?.map(({ date }) => date)).toEqual(['2026-11-27', '2026-11-27'])
  })

  it('to a day off ends on the next working day, and remembers the day decided', () => {
    const term = extend('serviceComplaint', '2026-11-24', '2026-11-30', '2026-12-12')
    expect(term.deadline).toBe('2026-12-14')
    expect(term.extension?.until).toBe('2026-12-12')
    expect(term.days.at(-1)).toMatchObject({ date: '2026-12-14', counted: 14 })
  })

  it('of a term in calendar days to a day off does not count the days it only rolls over to', () => {
    const term = extend('informationRequest', '2026-11-10', '2026-11-20', '2026-12-05')
    expect(term.deadline).toBe('2026-12-07')
    const counted = term.days.filter((day) => day.counted !== null)
    // 11 to 30 November and 1 to 5 December.
    expect(counted).toHaveLength(25)
    expect(counted.at(-1)!.date).toBe('2026-12-05')
  })

  it('that reaches into a year without an official calendar says so', () => {
    expect(extend('serviceComplaint', '2026-12-11', '2026-12-21', '2027-01-06').uncertainYears).toEqual([2027])
  })

  it('may be decided on the last day and by a deputy', () => {
    expect(extend('serviceComplaint', '2026-11-24', '2026-12-01', '2026-12-02', { as: 'deputy' }).deadline).toBe('2026-12-02')
  })

  it('of a letter is up to whoever gave its term, and nobody need be told', () => {
    const { term, rule } = letter('officialLetter', '2026-12-11', '2026-12-25')
    const later = extendTerm(term, rule, decision('2026-12-21', '2027-01-29', { as: 'issuer' }), fiveDays)
    expect(later).toMatchObject({ deadline: '2027-01-29', given: '2026-12-25', extension: { noticeDue: null } })
  })

  it('keeps the grounds without the blanks around them', () => {
    const term = extend('serviceComplaint', '2026-11-24', '2026-11-30', '2026-12-15', { grounds: '  тексеру қажет \n' })
    expect(term.extension).toMatchObject({ grounds: 'тексеру қажет', decidedBy: 'Сейтқали А. М.', decidedOn: '2026-11-30' })
  })

  it('moves on where the day decided becomes a day off, and comes back', () => {
    const rule = terms.find(({ id, version }) => id === 'service-complaint-provider' && version === 2)!
    const term = extend('serviceComplaint', '2026-11-24', '2026-11-30', '2026-12-15')
    const changed = new WorkingCalendar([...listedDays, { date: '2026-12-15', kind: 'transfer-off' }])
    const moved = recount(term, rule, { calendar: changed, countingStart: 'nextDay' })
    expect([moved.deadline, moved.extension?.until]).toEqual(['2026-12-17', '2026-12-15'])
    expect(recount(moved, rule, { calendar: fiveDays, countingStart: 'nextDay' })).toEqual(term)
  })
})

describe('the notice of an extension', () => {
  it.each([
    ['2026-11-30', '2026-12-03', 'Monday: Tue, Wed, Thu'],
    ['2026-11-27', '2026-12-02', 'Friday: Mon, Tue, Wed'],
    ['2026-11-28', '2026-12-02', 'on a Saturday: Mon, Tue, Wed'],
  ])('decided on %s is due on %s (%s)', (decidedOn, due) => {
    expect(extend('serviceComplaint', '2026-11-24', decidedOn, '2026-12-15').extension?.noticeDue).toBe(due)
  })

  it('steps over a holiday', () => {
    // Tuesday 15 December: Thursday 17, Friday 18, Monday 21.
    expect(extend('application', '2026-12-01', '2026-12-15', '2027-01-20').extension?.noticeDue).toBe('2026-12-21')
  })
})

describe('an extension is refused', () => {
  const tried = (kind: Kind, ...decided: Parameters<typeof decision>) => refusal(() => extend(kind, '2026-11-24', ...decided))

  it.each<Kind>(['complaint', 'mediaRequest', 'lawyerRequest', 'bailiffRequest', 'petition'])(
    'to %s, for which no law allows one, with the law it stands under',
    (kind) => {
      const { rule } = letter(kind, '2026-11-24')
      const expected = { code: 'extension_not_allowed', params: rule.basis }
      expect(tried(kind, '2026-11-25', '2026-12-30')).toEqual(expected)
      expect(refusal(() => longestExtension(letter(kind, '2026-11-24').term, rule, '2026-11-25', fiveDays))).toEqual(expected)
    },
  )

  it('a second time, whatever it asks', () => {
    const term = extend('serviceComplaint', '2026-11-24', '2026-11-30', '2026-12-03')
    const { rule } = letter('serviceComplaint', '2026-11-24')
    expect(refusal(() => extendTerm(term, rule, decision('2026-12-02', '2026-12-04'), fiveDays))).toEqual({
      code: 'extension_again',
      params: { until: '2026-12-03' },
    })
  })

  it('to somebody who may not decide it', () => {
    expect(tried('serviceComplaint', '2026-11-30', '2026-12-15', { as: 'issuer' }).code).toBe('extension_not_theirs')
  })

  it.each(['', '   ', '\n\t'])('without grounds: %j', (grounds) => {
    expect(tried('serviceComplaint', '2026-11-30', '2026-12-15', { grounds }).code).toBe('extension_no_grounds')
  })

  it('before the letter is registered', () => {
    expect(tried('serviceComplaint', '2026-11-23', '2026-12-15')).toEqual({
      code: 'extension_before_registration',
      params: { date: '2026-11-24' },
    })
    expect(extend('serviceComplaint', '2026-11-24', '2026-11-24', '2026-12-15').deadline).toBe('2026-12-15')
  })

  it('after the term has run out', () => {
    expect(tried('serviceComplaint', '2026-12-02', '2026-12-15')).toEqual({
      code: 'extension_after_deadline',
      params: { deadline: '2026-12-01' },
    })
  })

  it.each(['2026-11-30', '2026-12-01'])('to %s, which is no longer than the term itself', (until) => {
    expect(tried('serviceComplaint', '2026-11-30', until)).toEqual({
      code: 'extension_not_longer',
      params: { deadline: '2026-12-01' },
    })
  })
})
