import type { ClockTime, IsoDate } from '../domain/dates'
import type { Reckoning } from '../domain/reckoning'
import type { Term, TermDay } from '../domain/terms'
import { LOCALES, type Locale } from './locales'
import { messages } from './messages'
import { translatorFor } from './translate'
import { dayMonth, longDate, weekdayName, yearsInRow } from './writtenDates'

/** When the letter came, for the first sentence; without it only the day of registration is said. */
export interface Arrival extends Pick<Reckoning, 'reason'> {
  received: { date: IsoDate; time: ClockTime }
  /** The office's closing time. */
  closing: ClockTime
}

/**
 * A term in plain sentences, to be read aloud on the phone: when the letter was registered and why then, how long the term is and by which law, which days count, which do not and why, and the
 * last day. What only the office needs (control date, control points) is not in it.
 */
export function explainTerm(locale: Locale, term: Term, arrival?: Arrival): string[] {
  const t = speakers.get(locale)!
  const say = (key: string, params?: Record<string, string>): string => t(`terms.explain.${key}`, params)
  const { basis, extension, countingStart, given } = term
  const law = locale === 'ru' ? basis.ru : basis.kk
  const length = t(`words.${term.unit}`, { count: term.length })
  const sentences = [
    arrival ? arrivalSentence(locale, term, arrival, say) : say('registered', dayParams(locale, term.registeredOn)),
    given ? say('given', { basis: law }) : say('rule', { length, basis: law }),
    ...(given ? [] : [say(`start.${countingStart}`)]),
    ...daySentences(locale, term, say),
    ...(extension ? [say('extended', { date: longDate(locale, extension.decidedOn), grounds: extension.grounds })] : []),
    say('deadline', dayParams(locale, term.deadline)),
    ...doubtSentences(locale, term, say),
  ]
  return sentences
}

// Made once: a translator compiles what it says, and the command line explains thousands of terms a second.
const speakers = new Map(LOCALES.map((locale) => [locale, translatorFor(locale)]))

type Say = (key: string, params?: Record<string, string>) => string

const dayParams = (locale: Locale, date: IsoDate) => ({ date: longDate(locale, date), weekday: weekdayName(locale, date) })

function arrivalSentence(locale: Locale, { registeredOn }: Term, { reason, received, closing }: Arrival, say: Say): string {
  const params = {
    ...dayParams(locale, received.date),
    ...{ time: received.time, closing },
    ...{ registered: longDate(locale, registeredOn), registeredWeekday: weekdayName(locale, registeredOn) },
  }
  return say(`received.${reason}`, params)
}

function daySentences(locale: Locale, term: Term, say: Say): string[] {
  const counted = term.days.filter((day) => day.counted !== null)
  const sentences = counted.length === 0 ? [] : [say('counted', { days: runsOf(locale, counted, say) })]
  const worked = counted.filter(({ state }) => state === 'transfer-work')
  if (worked.length > 0) {
    const source = [...new Set(worked.map((day) => day.source ?? ''))].filter(Boolean).join('; ')
    sentences.push(say('worked', { days: runsOf(locale, worked, say), source: source || '–' }))
  }
  const skipped = skippedDays(term)
  if (skipped.length > 0) sentences.push(say('skipped', { list: reasonsOf(locale, skipped, say) }))
  const end = counted.at(-1)
  const last = term.given ?? (term.unit === 'calendarDays' ? end?.date : undefined)
  if (last && last < term.deadline && !term.extension) sentences.push(say('rolled', { date: longDate(locale, last) }))
  return sentences
}

/** Days off between registration and deadline that are not counted. */
function skippedDays({ days, deadline, registeredOn }: Term): TermDay[] {
  return days.filter(({ date, counted, state }) => {
    const between = date > registeredOn && date < deadline
    return between && counted === null && state !== 'work' && state !== 'transfer-work'
  })
}

/** «28–29 қараша (демалыс), 16 желтоқсан (Тәуелсіздік күні)»: days put together by their reason. */
function reasonsOf(locale: Locale, days: readonly TermDay[], say: Say): string {
  const groups = new Map<string, TermDay[]>()
  for (const day of days) {
    const reason = reasonOf(locale, day, say)
    groups.set(reason, [...(groups.get(reason) ?? []), day])
  }
  return [...groups].map(([reason, group]) => say('because', { days: runsOf(locale, group, say), reason })).join('; ')
}

function reasonOf(locale: Locale, { state, name, source }: TermDay, say: Say): string {
  const holidays: Readonly<Record<string, string>> = messages[locale].words.holidays
  if (name) return holidays[name] ?? name
  const kind = say(`reason.${state}`)
  return source ? `${kind}, ${source}` : kind
}

/** Days as runs: «25–27 қараша, 30 қараша, 1 желтоқсан». Neighbouring days of one month are put together. */
function runsOf(locale: Locale, days: readonly TermDay[], say: Say): string {
  const runs: TermDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows = last && last.date.slice(0, 7) === day.date.slice(0, 7) && +last.date.slice(8) + 1 === +day.date.slice(8)
    if (run && follows) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => {
      const [from, to] = [run[0]!.date, run.at(-1)!.date]
      const end = dayMonth(locale, to)
      return from === to
        ? end
        : end.replace(String(+to.slice(8)), say('run', { from: String(+from.slice(8)), to: String(+to.slice(8)) }))
    })
    .join(', ')
}

function doubtSentences(locale: Locale, { uncertainYears, days }: Term, say: Say): string[] {
  const estimated = days.filter((day) => day.estimated)
  return [
    ...(uncertainYears.length > 0 ? [say('uncertain', { years: yearsInRow(uncertainYears) })] : []),
    ...(estimated.length > 0 ? [say('estimated', { days: reasonsOf(locale, estimated, say) })] : []),
  ]
}
