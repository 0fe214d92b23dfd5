import { z } from 'zod'
import type { Kind, Status } from '../domain/appeals'
import { appeal } from './appeal.schema'
import { bothLanguages, date, fault, id, text, reason } from './fields'
import { reads, writes, writesQuietly } from './procedure'

/** To whom a resolution gives the work: one person is responsible (named first), the others work with him or her (Code 350-VI art. 46(3)). */
const executors = z
  .array(z.object({ personId: id, responsible: z.boolean() }))
  .min(1, { error: 'required' })
  .max(20)
  .superRefine((given, context) => {
    if (given.length > 0 && given.filter(({ responsible }) => responsible).length !== 1)
      context.addIssue(fault('one_responsible'))
    if (new Set(given.map(({ personId }) => personId)).size < given.length) context.addIssue(fault('person_twice'))
  })

const resolution = z.object({
  appealId: id,
  /** Version of the entry the resolution was written on. */
  version: z.number().int(),
  text: text({ required: true, max: 1000 }),
  executors,
  /** Last day for the executors; never after the deadline of the entry, nor after that of the task it divides. */
  due: date,
  control: z.boolean(),
})

/** Somebody's part in a resolution. `state`: `assigned` until taken up, `accepted`, `done`, or `ended` (replaced or recalled). */
const task = z.object({
  id,
  personId: id,
  person: z.string(),
  responsible: z.boolean(),
  due: z.string(),
  state: z.enum(['assigned', 'accepted', 'done', 'ended']),
  acceptedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Last interim mark, or the report. */
  report: z.string(),
  endReason: z.string().nullable(),
  /** The task this one stands in for. */
  replaces: id.nullable(),
})
export type Task = z.infer<typeof task>

/** A resolution with its tasks. `parentId`: the task it divides further. */
const writtenResolution = z.object({
  id,
  parentId: id.nullable(),
  author: z.object({ id, name: z.string(), position: bothLanguages() }),
  text: z.string(),
  due: z.string(),
  issuedOn: z.string(),
  issuedAt: z.string(),
  /** The clerk who wrote it down from paper. */
  enteredBy: z.string().nullable(),
  recalled: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  tasks: z.array(task),
})
export type Resolution = z.infer<typeof writtenResolution>

/** A letter as it lies on a desk. */
export interface DeskLetter {
  id: number
  version: number
  number: string
  numberParts: { text: string; isSequence: boolean }[]
  kind: Kind
  status: Status
  applicant: string
  subject: string
  registeredOn: string
  deadline: string
}

/** What somebody has on hand, for whoever gives out the work. `days`: open tasks due on each of the next working days; `away`: which of these days he or she is away. */
export interface ExecutorLoad {
  id: number
  name: string
  department: { kk: string; ru: string } | null
  departmentHead: boolean
  open: number
  late: number
  days: number[]
  away: boolean[]
  /** Working days among `days` with nothing due, when present. */
  free: number
}

/** One of my tasks, or of my people's. */
export interface DeskTask extends DeskLetter {
  taskId: number
  personId: number
  person: string
  responsible: boolean
  state: Task['state']
  due: string
  text: string
  authorId: number
  author: string
  report: string
}

export const routing = {
  /** The resolutions of an entry with their tasks, oldest first. Errors: `not_found`. */
  ofEntry: reads('register.read').input(z.object({ id })).output(z.array(writtenResolution)),
  /** The head's desk: letters that wait for a resolution, most urgent first; who could do the work, with the next ten working days; the caller's own typical texts. */
  desk: reads('routing.resolve').output(
    z.object({
      /** The hundred most urgent; `waiting` counts all. */
      letters: z.custom<DeskLetter[]>(),
      waiting: z.number(),
      days: z.array(z.string()),
      executors: z.custom<ExecutorLoad[]>(),
      texts: z.array(z.string()),
    }),
  ),
  /** Who could do the work, as on the head's desk; for heads of departments and for the clerk who enters a paper resolution. */
  executors: reads('control.read').output(z.object({ days: z.array(z.string()), executors: z.custom<ExecutorLoad[]>() })),
  /** The caller's own tasks, those of the own department and of those he or she acts for; due first. `done`: those finished within the last 30 days too. */
  tasks: reads('routing.execute')
    .input(z.object({ done: z.boolean() }))
    .output(z.custom<DeskTask[]>()),
  /** Sends letters up to the head. Errors: `life.not_possible`, `not_found`. */
  send: writes('register.write', 'appeal.sent')
    .input(z.object({ id, version: z.number().int() }))
    .output(appeal),
  /** Writes a resolution. Errors: `invalid_input`, `life.not_possible`, `conflict.stale`, `not_found`. */
  resolve: writes('routing.resolve', 'resolution.issued').input(resolution).output(appeal),
  /** Writes down a resolution that the head wrote on paper. `authorId`: the head or deputy who signed it, on `issuedOn`. Errors: as `resolve`. */
  enterPaper: writes('routing.enterPaper', 'resolution.entered')
    .input(resolution.extend({ authorId: id, issuedOn: date }))
    .output(appeal),
  /** Divides one's own task further. Errors: as `resolve`, `routing.not_yours`. */
  assign: writes('routing.assign', 'resolution.assigned')
    .input(resolution.extend({ taskId: id }))
    .output(appeal),
  /** Takes a resolution back with all that hangs on it. Errors: `life.not_possible`, `conflict.stale`, `routing.not_yours`, `routing.recalled_already`. */
  recall: writes('routing.assign', 'resolution.recalled')
    .input(z.object({ resolutionId: id, version: z.number().int(), reason }))
    .output(appeal),
  /** Gives a task to somebody else. Errors: `routing.not_yours`, `routing.task_over`, `routing.has_task`, `conflict.stale`. */
  replace: writes('routing.assign', 'task.replaced')
    .input(z.object({ taskId: id, version: z.number().int(), personId: id, reason }))
    .output(appeal),
  /** Gives all open tasks of a person who leaves to another, in one command with an event on each entry. Errors: `not_found`, `routing.no_tasks`. */
  handOver: writes('routing.control', 'tasks.handed_over')
    .input(z.object({ fromId: id, toId: id, reason }))
    .output(z.object({ moved: z.number() })),
  /** Takes a task up. Errors: `routing.not_yours`, `routing.task_over`. */
  accept: writes('routing.execute', 'task.accepted')
    .input(z.object({ taskId: id }))
    .output(appeal),
  /** Notes how far the work is. Errors: as `accept`. */
  mark: writes('routing.execute', 'task.marked')
    .input(z.object({ taskId: id, text: text({ required: true, max: 1000, printed: false, multiline: true }) }))
    .output(appeal),
  /** Reports a task done. Errors: as `accept`. */
  report: writes('routing.execute', 'task.done')
    .input(z.object({ taskId: id, text: text({ required: true, max: 1000, printed: false, multiline: true }) }))
    .output(appeal),
  /** Puts an entry on control, with who watches over it, or takes it off. The head and deputies do; the named controller may only take off (art. 46). Errors: `forbidden`, `life.not_possible`, `conflict.stale`. */
  control: writes('register.read', 'appeal.control')
    .input(z.object({ id, version: z.number().int(), control: z.boolean(), controllerId: id.nullable() }))
    .output(appeal),
  /** Keeps the caller's own typical resolutions, keys 1–9. */
  saveTexts: writesQuietly('routing.assign')
    .input(z.object({ texts: z.array(text({ max: 200 })).max(9) }))
    .output(z.object({})),
}
