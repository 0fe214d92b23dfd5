import { z } from 'zod'
import { appeal } from './appeal.schema'
import { id } from './fields'
import { reads, writes } from './procedure'

/** Who had the paper of an entry, and when. Moments UTC. */
const paperMove = z.object({
  id,
  holder: z.object({ id, name: z.string() }),
  givenAt: z.string(),
  givenBy: z.string(),
  returned: z.object({ at: z.string(), by: z.string() }).nullable(),
})
export type PaperMove = z.infer<typeof paperMove>

const at = z.object({ id, version: z.number().int() })

export const filing = {
  /** Where the paper of an entry was, newest first; the letters attached to its case, and the one it is attached to. Errors: `not_found`. */
  ofEntry: reads('register.read')
    .input(z.object({ id }))
    .output(
      z.object({
        paper: z.array(paperMove),
        attached: z.array(z.object({ id, number: z.string() })),
        attachedTo: z.object({ id, number: z.string() }).nullable(),
      }),
    ),
  /** Files a closed entry to a case of the nomenclature. Errors: `life.not_possible`, `life.on_control`, `life.paper_out`, `conflict.stale`, `invalid_input`. */
  file: writes('register.file', 'appeal.filed')
    .input(at.extend({ caseId: id }))
    .output(appeal),
  /** Gives the paper to somebody. Errors: `life.paper_out`, `invalid_input`, `not_found`. */
  giveOut: writes('register.file', 'paper.given')
    .input(z.object({ id, holderId: id }))
    .output(z.array(paperMove)),
  /** Notes that the paper came back. Errors: `life.paper_here`, `not_found`. */
  takeBack: writes('register.file', 'paper.returned').input(z.object({ id })).output(z.array(paperMove)),
}
