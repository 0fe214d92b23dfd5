import { formatDate } from '#shared/domain'
import { dayMonth, weekdayName } from '#shared/i18n'
import { besideText, type Said, type Voices } from '../../paper/voices'
import { namedAs } from '../form/crown'
import type { SlipFacts } from '../slipFacts'

/** What the column formats of a slip say, in the paper's languages. */
export interface ColumnSaid {
  title: Said
  kind: Said
  sheets: Said
  arrival: Said | null
  day: Said
  term: Said
  place: Said
  /** The hours of the office, or where an answer goes that is not collected by hand. */
  placeMore: string
  counting: Said
}

/** Puts a slip's facts into words (R7–R10; Code 350-VI art. 64(3)). */
export function saidOf(facts: SlipFacts, voices: Voices): ColumnSaid {
  const { term, delivery, office } = facts
  const byHand = delivery === 'inPerson'
  const weeks = voices.say(office.week === 6 ? 'slip.weeks.six' : 'slip.weeks.five')
  const counting = voices.say(`slip.counting.${term.countingStart}`)
  const basis = voices.of(term.basis)
  return {
    title: voices.say(`slip.headings.${namedAs(facts.kind)}`),
    kind: voices.say(`words.kinds.${facts.kind}.formal`),
    sheets: sheetsSaid(facts, voices),
    arrival: arrivalSaid(facts, voices),
    day: voices.each((language) => `${dayMonth(language, term.deadline)}, ${weekdayName(language, term.deadline)}`),
    term: voices.say(`words.${term.unit}`, { count: term.length }),
    place: byHand ? voices.of(facts.answerPlace) : voices.say(`words.deliveries.${delivery}`),
    placeMore: byHand ? `${besideText(weeks)} ${office.hours}` : (facts.answerTo ?? ''),
    counting: {
      main: sentence(counting.main, basis.main),
      second: counting.second === null ? null : sentence(counting.second, basis.second ?? ''),
    },
  }
}

function sentence(counting: string, basis: string): string {
  if (basis === '') return counting
  return `${counting} ${basis.slice(0, 1).toUpperCase()}${basis.slice(1)}.`
}

/** «1 парақ, 2 парақ қосымша»; empty where nobody counted. */
export function sheetsSaid({ sheets, annexSheets }: Pick<SlipFacts, 'sheets' | 'annexSheets'>, voices: Voices): Said {
  const parts = [
    ...(sheets > 0 ? [voices.say('words.sheets', { count: sheets })] : []),
    ...(annexSheets > 0 ? [voices.say('words.annexSheets', { count: annexSheets })] : []),
  ]
  const second = voices.second === null || parts.length === 0 ? null : parts.map((part) => part.second).join(', ')
  return { main: parts.map((part) => part.main).join(', '), second }
}

function arrivalSaid({ receivedOn, receivedAt, registeredOn, registeredAt }: SlipFacts, voices: Voices): Said | null {
  const received = `${formatDate(receivedOn)}, ${receivedAt}`
  if (receivedOn !== registeredOn) return voices.say('slip.registeredLater', { received, registered: formatDate(registeredOn) })
  return registeredAt === '' ? { main: received, second: null } : null
}
