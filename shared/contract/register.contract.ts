import { z } from 'zod'
import { appeal, appealFacts, registered, type JournalRow } from './appeal.schema'
import { filesToAttach } from './attachments.contract'
import { id, reason, text } from './fields'
import { reads, writes } from './procedure'

/** Which entries of a journal are shown. `late`, `today` and `soon` are computed on the office's present day. */
export const JOURNAL_STATES = ['all', 'open', 'late', 'today', 'soon', 'void', 'slip'] as const
export type JournalState = (typeof JOURNAL_STATES)[number]

const historyEvent = z.object({
  id,
  at: z.string(),
  action: z.string(),
  actor: z.string(),
  workstation: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** First characters of the event's hash, as proof shown on the card. */
  hash: z.string(),
})
export type HistoryEvent = z.infer<typeof historyEvent>

export const register = {
  /** Registers a letter: number, entry, applicant and event in one transaction. The same `requestId` again returns the first entry and changes nothing. Errors: `invalid_input`, `attachments.gone`. */
  register: writes('register.write', 'appeal.registered')
    .input(z.object({ requestId: z.uuid(), facts: appealFacts, files: filesToAttach.default([]) }))
    .output(registered),
  /** One entry, whole. Errors: `not_found`. */
  card: reads('register.read').input(z.object({ id })).output(appeal),
  /** The entry's events, oldest first. */
  history: reads('register.read').input(z.object({ id })).output(z.array(historyEvent)),
  /**
   * Corrects what was written down wrongly; number, registration day and acceptance never change. A corrected kind or addressee recomputes the term. Errors: `invalid_input`,
   * `conflict.stale` (who changed it since), `register.void_already`, `register.no_change`.
   */
  correct: writes('register.correct', 'appeal.corrected')
    .input(z.object({ id, version: z.number().int(), reason, facts: appealFacts }))
    .output(appeal),
  /** Voids an entry: it keeps its number and stays visible, struck through, with the reason. `first`: number of the entry that was registered before of the same letter; it is added to the reason. Errors: `conflict.stale`, `register.void_already`, `invalid_input` (`first`: `no_such_entry`). */
  void: writes('register.void', 'appeal.voided')
    .input(z.object({ id, version: z.number().int(), reason, first: text({ required: true, max: 60 }).nullable().default(null) }))
    .output(appeal),
  /**
   * Makes an entry confidential, seen only by those named and by whoever is given a task on it, or open to all again (`readers` `null`). The caller is always among those named. Errors:
   * `conflict.stale`, `register.void_already`, `life.not_possible`, `invalid_input`.
   */
  confine: writes('register.correct', 'appeal.confined')
    .input(z.object({ id, version: z.number().int(), readers: z.array(id).max(50).nullable() }))
    .output(appeal),
  /** Who is named for a confidential entry. Errors: `not_found`. */
  readers: reads('register.correct').input(z.object({ id })).output(z.array(id)),
  /** One page of the year's journal, newest first. `after` is the `seq` of the last row of the page before. Search finds number, name, IIN, phone and words. */
  journal: reads('register.read')
    .input(
      z.object({
        year: z.number().int().min(2000).max(2999),
        state: z.enum(JOURNAL_STATES),
        search: z.string().max(200),
        after: z.number().int().nullable(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    // Not checked row by row: they come from one SELECT that names its columns, and the check would cost as much as the query.
    .output(z.object({ rows: z.custom<JournalRow[]>(), more: z.boolean() })),
  /** Counts beside the places, and what the foot bar says of the numbers: the last one taken, and that they run without a gap. */
  overview: reads('register.read')
    .input(z.object({ year: z.number().int().min(2000).max(2999) }))
    .output(
      z.object({
        counts: z.record(z.enum(JOURNAL_STATES), z.number()),
        years: z.array(z.number()),
        /** First number of the year's book (it may go on from a paper one), also where the caller does not see every entry. */
        first: z.number().nullable(),
        last: z.object({ seq: z.number(), number: z.string(), registeredAt: z.string() }).nullable(),
        next: z.object({ seq: z.number(), number: z.string() }),
        gapless: z.boolean(),
        today: z.object({ count: z.number() }),
      }),
    ),
}
