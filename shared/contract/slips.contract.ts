import { z } from 'zod'
import { id } from './fields'
import { reads, writes } from './procedure'

/** Languages of a printed slip. */
export const SLIP_LANGUAGES = ['both', 'kk', 'ru'] as const
export type SlipLanguages = (typeof SLIP_LANGUAGES)[number]

/** A slip as it was printed; the facts on it are frozen, its PDF stands at `/files/slips/<id>.pdf`. */
const slip = z.object({
  id,
  appealId: id,
  /** 1 = the original; from 2 on the paper bears «телнұсқа / дубликат». */
  copy: z.number(),
  languages: z.enum(SLIP_LANGUAGES),
  printedAt: z.string(),
  printedBy: z.string(),
})
export type Slip = z.infer<typeof slip>

export const slips = {
  /** Issues a slip: freezes its facts and records who printed it when (R11). Errors: `not_found`, `register.void_already`. */
  issue: writes('slips.issue', 'slip.issued')
    .input(z.object({ appealId: id, languages: z.enum(SLIP_LANGUAGES) }))
    .output(slip),
  /** Slips issued for an entry, oldest first. */
  list: reads('register.read')
    .input(z.object({ appealId: id }))
    .output(z.array(slip)),
}
