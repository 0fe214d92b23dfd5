import {
  calendarOf,
  dateOfDayNumber,
  dayNumber,
  KINDS,
  lastDay,
  reckon,
  ruleFor,
  weekdayOfDayNumber,
  type HolidayLaw,
  type Incoming,
  type KeptCalendar,
  type ShortTermRule,
  type TermBook,
  type TermRule,
} from '#shared/domain'
import calendarFile from '../../../resources/data/calendar-kz.json'
import holidaysFile from '../../../resources/data/holidays-kz.json'
import shortTermsFile from '../../../resources/data/short-terms.json'
import termsFile from '../../../resources/data/terms.json'
import type { BenchRow } from '../BenchRow'
import { bestOf } from '../measure'

const LETTERS = 20_000
const ROUNDS = 15

const kept = calendarFile as KeptCalendar
const law: HolidayLaw = holidaysFile
const rules = termsFile as TermRule[]
const shortRules = shortTermsFile as ShortTermRule[]

/** Letters of every kind on every day of the shipped years, in an order that helps no cache; the same in every run. */
function letters(): Incoming[] {
  const first = dayNumber('2023-01-01')
  const days = dayNumber('2028-10-31') - first
  return Array.from({ length: LETTERS }, (_, i) => ({
    kind: KINDS[i % KINDS.length]!,
    addressee: i % 5 === 0 ? 'qualityBody' : 'provider',
    received: { date: dateOfDayNumber(first + ((i * 7919) % days)), time: i % 3 === 0 ? '18:45' : '10:15' },
  }))
}

function book(): TermBook {
  return { calendar: calendarOf(kept, 5, law), rules, shortRules, dayEnds: '18:30', countingStart: 'nextDay' }
}

/** How many a second, from the milliseconds of the best round. */
const perSecond = (ms: number): number => Math.round((LETTERS / ms) * 1000)

const plain: BenchRow = {
  name: 'terms/plain',
  run() {
    const { calendar } = book()
    const coming = letters()
    const ms = bestOf(ROUNDS, () => {
      let sum = 0
      for (const { kind, addressee, received } of coming) {
        const rule = ruleFor(rules, { kind, addressee, registeredOn: received.date })!
        sum += lastDay(rule.length, rule.unit, received.date, calendar, 'nextDay').length
      }
      return sum
    })
    const value = perSecond(ms)
    return Promise.resolve({
      value,
      unit: 'terms per second, rule and last day',
      peer: 'none',
      limit: 100_000,
      atLeast: true,
      ok: value >= 100_000,
    })
  },
}

const explained: BenchRow = {
  name: 'terms/explained',
  run() {
    const office = book()
    const coming = letters()
    const ms = bestOf(ROUNDS, () => {
      let sum = 0
      for (const letter of coming) sum += reckon(letter, office)!.term.days.length
      return sum
    })
    const value = perSecond(ms)
    return Promise.resolve({
      value,
      unit: 'terms per second, with all days',
      peer: 'none',
      limit: 20_000,
      atLeast: true,
      ok: value >= 20_000,
    })
  },
}

/** The peer: what one writes first. Day numbers off in a `Set`, the weekday test, one loop; knows working days of a five-day week only. */
function countWithSet(length: number, from: string, off: ReadonlySet<number>, worked: ReadonlySet<number>): string {
  let day = dayNumber(from)
  for (let left = length; left > 0;) {
    day++
    if (worked.has(day) || (weekdayOfDayNumber(day) < 6 && !off.has(day))) left--
  }
  return dateOfDayNumber(day)
}

const MOST_OVER_SET_LOOP = 1

const vsSetLoop: BenchRow = {
  name: 'terms/vs-set-loop',
  run() {
    const { calendar } = book()
    const worked = new Set(kept.days.filter(({ kind }) => kind === 'transfer-work').map(({ date }) => dayNumber(date)))
    const off = new Set(kept.days.map(({ date }) => dayNumber(date)).filter((day) => !worked.has(day)))
    const coming = letters().map(({ received: { date } }, i) => ({ date, length: [3, 5, 15, 20][i % 4]! }))
    const ours = (): string[] => coming.map(({ date, length }) => lastDay(length, 'workingDays', date, calendar, 'nextDay'))
    const theirs = (): string[] => coming.map(({ date, length }) => countWithSet(length, date, off, worked))
    const answers = theirs()
    if (ours().some((date, i) => date !== answers[i])) throw new Error('the two do not count the same')
    // By turns in one process, so that both are warm and see the same machine.
    let [mine, peer] = [Infinity, Infinity]
    for (let turn = 0; turn < 4; turn++) {
      mine = Math.min(mine, bestOf(ROUNDS, ours))
      peer = Math.min(peer, bestOf(ROUNDS, theirs))
    }
    const value = mine / peer
    return Promise.resolve({
      value,
      unit: 'ratio',
      peer: 'plain loop over a Set of days off and the weekday, same dates',
      limit: MOST_OVER_SET_LOOP,
      ok: value <= MOST_OVER_SET_LOOP,
    })
  },
}

export const rows: BenchRow[] = [plain, explained, vsSetLoop]
