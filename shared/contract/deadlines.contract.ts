import { z } from 'zod'
import { DAY_KINDS, type CalendarDay, type CalendarYear } from '../domain/calendar'
import type { IsoDate } from '../domain/dates'
import { TERM_LENGTHS } from '../domain/termRules'
import { bothLanguages, count, date, id, oneOf, text } from './fields'
import { reads, writes } from './procedure'

/** A listed day as the screen sends it; empty texts stand for what it has not. */
const calendarDay = z.object({
  date: z.string().max(10),
  kind: oneOf(DAY_KINDS),
  name: text({ max: 100 }).optional(),
  source: text({ max: 200 }).optional(),
  pair: z.union([z.literal(''), date]).optional(),
  status: z.enum(['official', 'estimated']).optional(),
})

/** A year of the calendar, whole: what is not in it follows the week. */
const yearContent = z.object({
  year: count(2000, 2100),
  status: z.enum(['official', 'draft']),
  /** The balance of working time or the order that confirmed the year. */
  source: text({ max: 200 }),
  days: z.array(calendarDay).max(200),
})

const extension = z.object({
  length: count(TERM_LENGTHS.min, TERM_LENGTHS.max).nullable(),
  unit: z.enum(['workingDays', 'calendarDays', 'months']),
  from: z.enum(['deadline', 'decision']),
  by: z.array(z.enum(['head', 'deputy', 'issuer'])).min(1, { error: 'required' }),
  noticeDays: count(1, 99).nullable(),
  grounds: bothLanguages({ required: true, max: 300 }),
  basis: bothLanguages({ required: true, max: 200 }),
})

/** The next version of a rule. Whose term it is stays as in the versions before; of a rule for an act only length and basis are read. */
const newRuleVersion = z.object({
  ruleId: z.string().max(100),
  validFrom: date,
  /** Last day of a rule for a while; `null` = until further notice. Afterwards the version before holds again. */
  validTo: date.nullable(),
  length: count(TERM_LENGTHS.min, TERM_LENGTHS.max),
  unit: z.enum(['workingDays', 'calendarDays']),
  countingStart: z.enum(['nextDay', 'registrationDay']),
  checkpointDays: count(0, 99),
  checkpoint: bothLanguages({ max: 300 }),
  extension: extension.nullable(),
  basis: bothLanguages({ required: true, max: 200 }),
  note: text({ max: 500, printed: false }),
})
export type NewRuleVersion = z.infer<typeof newRuleVersion>

/**
 * A change of what deadlines are counted by. `based`: `version` of the state it was made on, so that nobody overwrites what he has not seen. `takeBack` undoes an earlier change by its id.
 */
const termsChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendar'), based: z.number().int(), years: z.array(yearContent).min(1).max(3) }),
  z.object({
    kind: z.literal('counting'),
    based: z.number().int(),
    week: z.union([z.literal(5), z.literal(6)]),
    countingStart: z.enum(['nextDay', 'registrationDay']),
  }),
  z.object({ kind: z.literal('rule'), based: z.number().int(), rule: newRuleVersion }),
  z.object({ kind: z.literal('takeBack'), based: z.number().int(), change: id }),
])
export type TermsChange = z.infer<typeof termsChange>
export type TermsChangeKind = Exclude<TermsChange['kind'], 'takeBack'>

/** An open deadline that a change moves. */
export interface MovedDeadline {
  id: number
  number: string
  applicant: string
  before: IsoDate
  after: IsoDate
  /** The day the last slip bears that was handed out; it does not change. `null`: none was. */
  slip: IsoDate | null
}

/** What somebody should know before a change is applied. The code names a text in `calendar.doubts`. */
export interface ChangeDoubt {
  code:
    | 'past_days'
    | 'holiday_missing'
    | 'substitute_missing'
    | 'substitute_extra'
    | 'late_again'
    | 'no_longer_late'
    | 'estimated_left'
  params: Record<string, string | number>
}

/** What a change does to the open entries; nothing has been done yet. */
export interface Consequences {
  /** Names exactly these consequences: `apply` refuses when they are no longer the same. */
  digest: string
  /** Open entries looked at. */
  open: number
  /** By number, newest first. */
  moved: MovedDeadline[]
  /** Entries whose deadline stays while some of its days are explained otherwise. */
  recounted: number
  /** How many of the moved have a slip in the applicant's hand. */
  slips: number
  doubts: ChangeDoubt[]
}

/** One change of the past, from the history. */
export interface PastChange {
  id: number
  at: string
  by: string
  kind: TermsChangeKind
  /** The change it took back, if it did. */
  takesBack: number | null
  /** Years, rule or way of counting concerned, for the list. */
  subject: { years?: number[]; ruleId?: string; version?: number; week?: number; countingStart?: string }
  source: string
  moved: number
  /** Whether it can still be taken back: it was not yet, and nothing changed on top of it. */
  canTakeBack: boolean
}

/** One year read from a file, not yet applied; `content` is `null` as soon as one row is wrong. */
export interface ReadYear {
  year: number
  /** What a row of the file is: a line of a table, or an event; `null` when the file could not be read at all. */
  format: 'csv' | 'ics' | null
  content: (CalendarYear & { days: CalendarDay[] }) | null
  faults: RowFault[]
  notes: RowFault[]
}

/** What is wrong in, or worth knowing of, a row of a file. The code names a text in `yearFile`. */
export interface RowFault {
  row: number | null
  code: string
  params: Record<string, string | number>
}

const applied = z.object({ moved: z.number(), recounted: z.number() })

export const deadlines = {
  /** What a change would do to the open entries. Errors: `invalid_input` (with the row at fault), `conflict.stale`, `terms.not_to_take_back`, `terms.no_change`. */
  preview: reads('terms.manage')
    .input(z.object({ change: termsChange }))
    .output(z.custom<Consequences>()),
  /** Applies a previewed change as one command, with an event on each entry it touches. Closed entries never move. Errors: as `preview`, and `terms.other_consequences`. */
  apply: writes('terms.manage', 'terms.changed')
    .input(z.object({ change: termsChange, digest: z.string().max(100) }))
    .output(applied),
  /** The last changes, newest first, and the version that a new one is based on. */
  changes: reads('office.read').output(z.object({ version: z.number(), changes: z.custom<PastChange[]>() })),
  /** Reads a year from a file (CSV, iCalendar); nothing is stored. `content`: the file's bytes in Base64, at most 512 KB. */
  readYearFile: reads('terms.manage')
    .input(z.object({ year: count(2000, 2100), name: z.string().max(300), content: z.base64().max(700_000) }))
    .output(z.custom<ReadYear>()),
}
