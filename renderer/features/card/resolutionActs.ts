import type { Resolution, Task } from '#shared/contract'
import type { IsoDate } from '#shared/domain'

/** The entry a resolution is about, as a dialog needs it. */
export interface ResolutionSubject {
  id: number
  version: number
  number: string
  deadline: IsoDate
}

/** What a dialog is open for. `due`: last day of the task that is divided. */
export type Doing =
  | { act: 'resolve' }
  | { act: 'enterPaper' }
  | { act: 'assign'; taskId: number; due: IsoDate }
  | { act: 'replace'; taskId: number; personId: number; name: string }
  | { act: 'recall'; resolutionId: number }
  | { act: 'mark'; taskId: number }
  | { act: 'report'; taskId: number }
  | { act: 'control' }

export type ResolutionAct = Doing['act'] | 'accept' | 'controlOff' | 'send'

/** A task with what it was divided into. */
export interface TaskNode {
  task: Task
  /** Who had it before, where it stands in for another. */
  insteadOf: string | null
  under: ResolutionNode[]
}

/** A resolution with its tasks. */
export interface ResolutionNode {
  resolution: Resolution
  tasks: TaskNode[]
}

/** The resolutions of an entry as a tree: under each its tasks, under a task what it was divided into. */
export function resolutionTree(all: readonly Resolution[]): ResolutionNode[] {
  const people = new Map(all.flatMap(({ tasks }) => tasks.map(({ id, person }) => [id, person] as const)))
  const below = (parentId: number | null): ResolutionNode[] =>
    all
      .filter((resolution) => resolution.parentId === parentId)
      .map((resolution) => ({
        resolution,
        tasks: resolution.tasks.map((task) => ({
          task,
          insteadOf: task.replaces === null ? null : (people.get(task.replaces) ?? null),
          under: below(task.id),
        })),
      }))
  return below(null)
}

/** Whether somebody still has to do it. */
export function isOpenTask({ state }: Pick<Task, 'state'>): boolean {
  return state === 'assigned' || state === 'accepted'
}

/** Who answers for an entry now: the responsible executor of the last resolution that holds; `null` while there is none. */
export function responsibleOf(all: readonly Resolution[]): string | null {
  const holding = all.filter(({ parentId, recalled }) => parentId === null && recalled === null)
  const tasks = holding.flatMap((resolution) => resolution.tasks)
  return tasks.findLast((task) => task.responsible && task.state !== 'ended')?.person ?? null
}
