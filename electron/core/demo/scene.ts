import type { IsoDate, WorkingCalendar } from '#shared/domain'
import { callerOf, type WriteCall } from '../call'
import { resolutionsOf } from '../routing/resolutions'
import { workingDaysAway } from './demoDays'
import type { StepKind, StepOf } from './demoLife'
import type { LifeParts } from './demoParts'
import { memberOf, type DemoStaff } from './demoStaff'
import type { Named } from './scribe'

/** A letter of the demonstration on its way. */
export interface LivingLetter {
  id: number
  number: string
  /** The draft or decision worked on last. */
  decision?: { id: number; version: number }
}

/** What a step is done with. */
export interface Scene {
  parts: LifeParts
  staff: DemoStaff
  call: WriteCall
  letter: LivingLetter
  /** Every letter registered so far, by subject. */
  letters: ReadonlyMap<string, LivingLetter>
  calendar: WorkingCalendar
  /** The day from which the demonstration counts. */
  anchor: IsoDate
  timeZone: string
}

/** One kind of step: the procedure that permits and names it, and what it does. */
export interface Doing<Kind extends StepKind> {
  procedure: Named
  run(scene: Scene, step: StepOf<Kind>): Promise<unknown>
}

/** The letter at the version it has now: whoever does the step has it before his or her eyes. */
export async function seenNow({ parts, call, letter: { id } }: Scene): Promise<{ id: number; version: number }> {
  const { version } = await parts.register.entry(call.work, id)
  return { id, version }
}

/** Identity of somebody by login. */
export function idOf({ staff }: Scene, login: string): number {
  return memberOf(staff, login).id
}

/** The open task of somebody on the letter; of the caller unless told. Throws when there is none. */
export async function openTask({ call, letter }: Scene, personId = callerOf(call).id): Promise<number> {
  const resolutions = await resolutionsOf(call.work, letter.id)
  const tasks = resolutions.flatMap((resolution) => resolution.tasks)
  const open = tasks.find((task) => task.personId === personId && (task.state === 'assigned' || task.state === 'accepted'))
  if (!open) throw new Error(`the demonstration has nothing to do for ${personId} on ${letter.number}`)
  return open.id
}

/** A resolution as the services take it; the day is counted back from the letter's deadline. */
export async function resolutionOf(scene: Scene, { text, to, due }: { text: string; to: string[]; due: number }) {
  const { id, version, deadline } = await scene.parts.register.entry(scene.call.work, scene.letter.id)
  const executors = to.map((login, at) => ({ personId: idOf(scene, login), responsible: at === 0 }))
  return { appealId: id, version, text, executors, due: workingDaysAway(deadline, -due, scene.calendar), control: false }
}
