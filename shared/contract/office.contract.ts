import { z } from 'zod'
import type { CalendarDay, CalendarYear } from '../domain/calendar'
import type { HolidayLaw } from '../domain/holidayLaw'
import { patternFault } from '../domain/numbers'
import type { ShortTermRule, TermRule } from '../domain/termRules'
import { bothLanguages, count, email, fault, id, text, time } from './fields'
import { reads, writes, writesQuietly } from './procedure'
import { personFields, password } from './people.contract'

/** Particulars of the office as printed on stamp and slip (R5, R27–R32). */
export const officeDetails = z.object({
  name: bothLanguages({ required: true, max: 200 }),
  address: bothLanguages({ required: true, max: 200 }),
  room: bothLanguages({ required: true, max: 60 }),
  phone: text({ max: 60 }),
  email,
  /** Head of the office, to whom complaints are addressed (R3). */
  head: text({ max: 200 }),
  contactCentre: text({ max: 100 }),
  /** Sites of the ministry, the State Corporation and the portal (R32), separated by commas. */
  sites: text({ max: 300 }),
})
export type OfficeDetails = z.infer<typeof officeDetails>

const pattern = text({ max: 40 }).superRefine((value, context) => {
  const wrong = patternFault(value)
  if (wrong) context.addIssue(fault(`pattern_${wrong}`))
})

/** How letters are numbered, and when the office works. */
export const officeRules = z
  .object({
    numberPattern: pattern,
    /** How outgoing letters are numbered; their journal is its own. */
    outgoingPattern: pattern,
    week: z.union([z.literal(5), z.literal(6)]),
    dayStarts: time,
    dayEnds: time,
    breakStarts: time,
    breakEnds: time,
    countingStart: z.enum(['nextDay', 'registrationDay']),
    /** Minutes without a key or a movement after which the screen locks. */
    lockAfter: count(1, 240),
    /** Working days ahead of what is due from which everybody is reminded. */
    remindAhead: count(0, 30),
    /** Folder of this computer into which the scanner writes; empty: none. */
    scanFolder: text({ max: 400, printed: false }),
  })
  .superRefine((rules, context) => {
    const order = [rules.dayStarts, rules.breakStarts, rules.breakEnds, rules.dayEnds]
    if (order.some((at, i) => i > 0 && at < order[i - 1]!)) context.addIssue({ ...fault('hours_order'), path: ['dayEnds'] })
  })
export type OfficeRules = z.infer<typeof officeRules>

const officeState = z.object({ details: officeDetails, rules: officeRules, version: z.number() })

const publicService = z.object({
  id,
  name: z.object({ kk: z.string(), ru: z.string() }),
  active: z.boolean(),
  version: z.number(),
})
export type PublicService = z.infer<typeof publicService>

const saved = z.object({})

export const office = {
  /** The prefilled particulars of the first start (founding document R27–R32). */
  suggestion: reads('anyone').output(z.object({ details: officeDetails, rules: officeRules })),
  /** First start: opens the book. `firstNumber` continues a paper book in the middle of a year. Errors: `setup.done_already`, `invalid_input`. */
  open: writes('anyone', 'office.opened')
    .input(
      z.object({
        details: officeDetails,
        rules: officeRules,
        firstNumber: count(1, 999_999),
        administrator: personFields.extend({ password }),
      }),
    )
    .output(saved),
  /** Everything the screens need to know of the office: particulars, rules, calendar, terms, services, and the heads to address letters to. */
  state: reads('office.read').output(
    officeState.extend({
      calendar: z.object({
        days: z.array(z.custom<CalendarDay>()),
        years: z.array(z.custom<CalendarYear>()),
        law: z.custom<HolidayLaw>(),
      }),
      terms: z.array(z.custom<TermRule>()),
      shortTerms: z.array(z.custom<ShortTermRule>()),
      services: z.array(publicService),
    }),
  ),
  /** Errors: `conflict.stale`, `invalid_input`. */
  change: writes('office.manage', 'office.changed')
    .input(z.object({ version: z.number().int(), details: officeDetails, rules: officeRules }))
    .output(officeState),
  /** The next number of the outgoing journal this year, and whether it has begun: then it only goes on. */
  outgoing: reads('office.manage').output(z.object({ year: z.number(), next: z.number(), begun: z.boolean() })),
  /** Begins this year's outgoing journal at a number, to go on from a paper book. Errors: `letters.begun_already`. */
  beginOutgoing: writes('office.manage', 'outgoing.begun')
    .input(z.object({ firstNumber: count(1, 999_999) }))
    .output(z.object({ year: z.number(), next: z.number(), begun: z.boolean() })),
  /** Adds a public service to the pick-list, or renames or retires one; entries keep the name they were registered with. Errors: `conflict.stale`, `not_found`, `invalid_input`. */
  saveService: writes('office.manage', 'service.saved')
    .input(
      z.object({
        id: id.nullable(),
        version: z.number().int(),
        name: bothLanguages({ required: true, max: 300 }),
        active: z.boolean(),
      }),
    )
    .output(publicService),
}

export const drafts = {
  /** The caller's own unfinished registration, or `null`. A draft has no number. */
  load: reads('register.write').output(z.object({ content: z.record(z.string(), z.unknown()), savedAt: z.string() }).nullable()),
  save: writesQuietly('register.write')
    .input(z.object({ content: z.record(z.string(), z.unknown()) }))
    .output(z.object({ savedAt: z.string() })),
  discard: writesQuietly('register.write').output(saved),
}
