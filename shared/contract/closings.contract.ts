import { z } from 'zod'
import { date, id } from './fields'
import { reads, writes } from './procedure'

/** What a day of the register comes to. */
const dayFacts = z.object({
  day: z.string(),
  /** Entries registered on this day, voided ones among them. */
  count: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Numbers voided on this day, whenever they were registered. */
  voids: z.array(z.string()),
})

/** A closed day: what stands on its sheet (`/files/closings/<id>.pdf`) and never changes. `head`: hash of the last event before, hex, and which event that was. */
const closing = dayFacts.extend({
  id,
  edition: z.number(),
  eventId: z.number(),
  head: z.string(),
  closedAt: z.string(),
  closedBy: z.string(),
})
export type Closing = z.infer<typeof closing>

export const CLOSING_VERDICTS = ['matches', 'differs', 'unknown', 'unreadable'] as const

export const closings = {
  /** What the day comes to now, its sheets so far (oldest first), and whether anything was registered or voided since the last. */
  day: reads('days.close')
    .input(z.object({ day: date }))
    .output(z.object({ now: dayFacts, closings: z.array(closing), changedSince: z.boolean() })),
  /** Days closed in a year, newest first, and days with entries that nobody closed or that went on after their last sheet; today is not among them. */
  year: reads('days.close')
    .input(z.object({ year: z.number().int().min(2000).max(2999) }))
    .output(z.object({ closings: z.array(closing), unclosed: z.array(z.string()) })),
  /** Closes a day that has begun: freezes its counts and the head of the chain of events. A day may be closed again; each sheet stays. Errors: `invalid_input`. */
  close: writes('days.close', 'day.closed')
    .input(z.object({ day: date }))
    .output(closing),
  /**
   * Checks a sheet by its code (scanned or typed digits) or by its day and the first characters of its hash: `matches`, `differs` (which event is the first that does not fit, and which figures),
   * `unknown` (no such sheet was made here), `unreadable`.
   */
  check: reads('register.read')
    .input(z.union([z.object({ code: z.string().max(2_000) }), z.object({ day: date, head: z.string().min(8).max(100) })]))
    .output(
      z.object({
        verdict: z.enum(CLOSING_VERDICTS),
        closing: closing.nullable(),
        firstBroken: z.number().nullable(),
        differing: z.array(z.enum(['count', 'first', 'last', 'voids', 'head'])),
      }),
    ),
}
