import { addDays, KINDS, reckon, type IsoDate, type TermBook } from '#shared/domain'
import { describe, expect, it } from 'vitest'
import { handWorked, type HandWorked } from './data/handWorked'
import { fiveDays, shortTerms, sixDays, terms } from './material'

const book = ({ week, strict, closes }: HandWorked): TermBook => ({
  calendar: week === 6 ? sixDays : fiveDays,
  rules: terms,
  shortRules: shortTerms,
  dayEnds: closes ?? '18:30',
  countingStart: strict ? 'registrationDay' : 'nextDay',
})

/** What the shipped rules say of the letter, told the way the table tells it. */
function reckoned(row: HandWorked) {
  const [date = '', time = ''] = row.received.split(' ')
  const found = reckon(
    { kind: row.kind, addressee: row.to ?? 'provider', received: { date, time }, givenDeadline: row.given },
    book(row),
  )
  if (!found) throw new Error('no rule')
  const { term } = found
  const short = (purpose: string): IsoDate | null => term.shortTerms?.find((due) => due.purpose === purpose)?.date ?? null
  return {
    registered: found.registeredOn,
    reason: found.reason,
    counts: term.days.filter((day) => day.counted !== null).map(({ date: on }) => on),
    numbers: term.days.flatMap(({ counted }) => counted ?? []),
    met: Object.fromEntries(
      term.days.filter(({ state }) => state !== 'work' && state !== 'weekend').map((day) => [day.date.slice(5), day.state]),
    ),
    deadline: term.deadline,
    control: term.controlDate ?? null,
    length: term.length,
    uncertain: term.uncertainYears,
    ...('checkpoint' in row && { checkpoint: term.checkpoint?.date ?? null }),
    ...('redirect' in row && { redirect: short('redirect') }),
    ...('return' in row && { return: short('return') }),
    ...('version' in row && { version: term.ruleVersion }),
  }
}

/** What the table says, its stretches of days written out. */
function expected(row: HandWorked) {
  const [date = '', time = ''] = row.received.split(' ')
  const counts = writtenOut(row.counts, row.registered)
  return {
    registered: row.registered,
    reason: row.registered === date ? 'sameDay' : time >= (row.closes ?? '18:30') ? 'afterHours' : 'dayOff',
    counts,
    numbers: counts.map((_, at) => at + 1),
    met: row.met ?? {},
    deadline: row.deadline,
    control: row.control,
    length: counts.length,
    uncertain: row.uncertain ?? [],
    ...('checkpoint' in row && { checkpoint: row.checkpoint }),
    ...('redirect' in row && { redirect: row.redirect }),
    ...('return' in row && { return: row.return }),
    ...('version' in row && { version: row.version }),
  }
}

function writtenOut(counts: string, from: IsoDate): IsoDate[] {
  const year = +from.slice(0, 4)
  const full = (day: string): IsoDate => `${day < from.slice(5) ? year + 1 : year}-${day}`
  return counts.split(' ').flatMap((stretch) => {
    const [first = '', last = first] = stretch.split('..')
    const days: IsoDate[] = []
    for (let day = full(first); day <= full(last); day = addDays(day, 1)) days.push(day)
    return days
  })
}

describe('terms worked out by hand', () => {
  it('are many, and of every kind of letter', () => {
    expect(handWorked.length).toBeGreaterThanOrEqual(100)
    expect(new Set(handWorked.map(({ kind }) => kind))).toEqual(new Set(KINDS))
  })

  it('each have their reasoning, and no letter stands twice', () => {
    for (const { why, received } of handWorked) expect(why.length, received).toBeGreaterThan(20)
    const letters = handWorked.map(({ kind, to, received, week, strict }) => [kind, to, received, week, strict].join())
    expect(new Set(letters).size).toBe(handWorked.length)
  })

  it.each(handWorked)('$kind received $received until $deadline: $why', (row) => {
    expect(reckoned(row)).toEqual(expected(row))
  })
})
