import { z } from 'zod'
import { date, fault } from './fields'
import { reads, writes, writesQuietly } from './procedure'

/** Journals that can be made into a book: all incoming documents, appeals alone, outgoing letters. */
export const BOOKS = ['incoming', 'appeals', 'outgoing'] as const
export type Book = (typeof BOOKS)[number]
export const BOOK_FORMATS = ['pdf', 'xlsx', 'csv'] as const
export type BookFormat = (typeof BOOK_FORMATS)[number]

const period = { from: date, to: date }
const order = { book: z.enum(BOOKS), format: z.enum(BOOK_FORMATS), language: z.enum(['kk', 'ru']), ...period }

/** A book being made, or made: then it stands at `/files/books/<job>.<format>` until the program closes or an hour has gone. */
const job = z.object({
  job: z.uuid(),
  ...order,
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  /** Rows written so far, of how many. */
  rows: z.number(),
  of: z.number(),
  /** Pages of a finished PDF. */
  pages: z.number().nullable(),
})
export type BookJob = z.infer<typeof job>

export const books = {
  /** How many rows a book of a period would have. */
  count: reads('books.make')
    .input(z.object({ book: z.enum(BOOKS), ...period }))
    .output(z.object({ rows: z.number() })),
  /** Begins a book of a period (both days count, by day of registration or number). Errors: `invalid_input`, `books.too_many`. */
  make: writes('books.make', 'book.made')
    .input(
      z.object(order).superRefine(({ from, to }, context) => {
        if (from > to) context.addIssue({ ...fault('date_too_soon', { min: from }), path: ['to'] })
      }),
    )
    .output(job),
  /** The caller's books, whatever window they were asked for in, the newest first: how far they are, what became of them. */
  mine: reads('books.make').output(z.array(job)),
  /** Stops it; what was written is removed. Errors: `not_found`. */
  cancel: writesQuietly('books.make')
    .input(z.object({ job: z.uuid() }))
    .output(job),
  /** Takes it off the list, stopped if it is still being made; its file goes too. Errors: `not_found`. */
  forget: writesQuietly('books.make').input(z.object({ job: z.uuid() })),
}
