import { z } from 'zod'
import { id } from './fields'
import { reads, writes } from './procedure'

/** Languages of a printed slip. */
export const SLIP_LANGUAGES = ['both', 'kk', 'ru'] as const
export type SlipLanguages = (typeof SLIP_LANGUAGES)[number]

/** Papers a slip is printed on: A5; A4 with the applicant's half and the office's; an 80 mm roll; A4 in large print. */
export const SLIP_FORMATS = ['a5', 'a4pair', 'roll80', 'large'] as const
export type SlipFormat = (typeof SLIP_FORMATS)[number]

/** A slip as it was printed; the facts on it are frozen, its PDF stands at `/files/slips/<id>.pdf`. */
const slip = z.object({
  id,
  appealId: id,
  /** 1 = the original; from 2 on the paper bears «телнұсқа / дубликат». */
  copy: z.number(),
  languages: z.enum(SLIP_LANGUAGES),
  format: z.enum(SLIP_FORMATS),
  printedAt: z.string(),
  printedBy: z.string(),
  /** Three words by which the slip is checked over the telephone; none on slips of before. */
  words: z.array(z.string()),
})
export type Slip = z.infer<typeof slip>

export const slips = {
  /** Issues a slip: freezes its facts, signs them and records who printed it when (R11). Errors: `not_found`, `register.void_already`. */
  issue: writes('slips.issue', 'slip.issued')
    .input(z.object({ appealId: id, languages: z.enum(SLIP_LANGUAGES), format: z.enum(SLIP_FORMATS).default('a5') }))
    .output(slip),
  /** Slips issued for an entry, oldest first. */
  list: reads('register.read')
    .input(z.object({ appealId: id }))
    .output(z.array(slip)),
}
