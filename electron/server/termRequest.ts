import {
  ADDRESSEES,
  isClockTime,
  isIsoDate,
  KINDS,
  type Addressee,
  type ClockTime,
  type Incoming,
  type IsoDate,
  type Kind,
} from '#shared/domain'

/** One question to the calculator, as it is asked. */
export interface TermRequest {
  kind?: unknown
  received?: unknown
  addressee?: unknown
  given?: unknown
}

/** Why a question cannot be answered. The code names a text in `host.term`. */
export class BadRequest extends Error {
  constructor(
    readonly code:
      | 'unknown_kind'
      | 'unknown_addressee'
      | 'bad_received'
      | 'bad_given'
      | 'outside_calendar'
      | 'no_rule'
      | 'missing'
      | 'bad_request',
    readonly params: Record<string, string> = {},
  ) {
    super(code)
  }
}

/** Days the calculator counts in: before, terms were given under other laws; after, nobody can know the holidays. */
export const COUNTED_DAYS = { from: '2000-01-01', to: '2100-12-31' } as const

/** A word of ours as the command line writes it: `serviceComplaint` → `service-complaint`. */
export const kebab = (word: string): string => word.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

/** Kinds under their English names: those of art. 4 of the Code that our own words call otherwise, and the rest by our words. */
const KIND_NAMES = new Map<string, Kind>([
  ...KINDS.map((kind) => [kebab(kind), kind] as const),
  ['message', 'report'],
  ['comment', 'response'],
])
const ADDRESSEE_NAMES = new Map<string, Addressee>(ADDRESSEES.map((addressee) => [kebab(addressee), addressee]))

/** Names of the kinds for the command line; where there are two, the one of the law. */
export const KIND_WORDS: readonly string[] = [...KIND_NAMES.keys()].filter((name) => name !== 'report' && name !== 'response')
export const ADDRESSEE_WORDS: readonly string[] = [...ADDRESSEE_NAMES.keys()]

/** The name of a kind on the command line. */
export function kindWord(kind: Kind): string {
  return { report: 'message', response: 'comment' }[kind as string] ?? kebab(kind)
}

/** Reads a question. Throws `BadRequest`. */
export function readRequest({ kind, received, addressee = 'provider', given }: TermRequest): Incoming {
  for (const [option, value] of [
    ['kind', kind],
    ['received', received],
  ] as const) {
    if (asTyped(value) === '') throw new BadRequest('missing', { option })
  }
  const known = KIND_NAMES.get(asTyped(kind))
  if (!known) throw new BadRequest('unknown_kind', { value: asTyped(kind), known: KIND_WORDS.join(', ') })
  const whom = ADDRESSEE_NAMES.get(asTyped(addressee))
  if (!whom) throw new BadRequest('unknown_addressee', { value: asTyped(addressee), known: ADDRESSEE_WORDS.join(', ') })
  const letter = { kind: known, addressee: whom, received: readMoment(asTyped(received)) }
  const last = asTyped(given)
  if (last === '') return letter
  if (!isIsoDate(last)) throw new BadRequest('bad_given', { value: last })
  return { ...letter, givenDeadline: last }
}

/** A value as it was typed; nothing stays nothing. */
function asTyped(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A local date and time, `2026-11-24T10:15`, with seconds or without. */
function readMoment(value: string): { date: IsoDate; time: ClockTime } {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::[0-5]\d(?:\.\d+)?)?$/.exec(value) ?? []
  if (!isIsoDate(date) || !isClockTime(time)) throw new BadRequest('bad_received', { value })
  if (date < COUNTED_DAYS.from || date > COUNTED_DAYS.to) {
    throw new BadRequest('outside_calendar', { value: date, ...COUNTED_DAYS })
  }
  return { date, time }
}
