import type { DeskTask } from '#shared/contract'
import type { Permission } from '#shared/domain'
import { isOpenTask, type ResolutionAct } from '../card/resolutionActs'

type TaskAct = Extract<ResolutionAct, 'accept' | 'mark' | 'report' | 'assign' | 'replace'>

/** What can be done about the chosen task, with its key. The handler decides again; here only what it would refuse is left out. */
export function taskActs(
  task: DeskTask | null,
  { own, may, isMe }: { own: boolean; may: (permission: Permission) => boolean; isMe: (personId: number) => boolean },
): { act: TaskAct; keys: string }[] {
  if (!task || !isOpenTask(task) || task.status !== 'execution') return []
  const mine = own && may('routing.execute')
  // Whoever gave it may give it to somebody else.
  const gave = may('routing.assign') && (may('routing.resolve') || isMe(task.authorId))
  const list: [TaskAct, string, boolean][] = [
    ['accept', 'KeyA', mine && task.state === 'assigned'],
    ['mark', 'KeyM', mine],
    ['report', 'KeyR', mine],
    ['assign', 'KeyI', own && may('routing.assign')],
    ['replace', 'Alt+KeyI', gave],
  ]
  return list.filter(([, , can]) => can).map(([act, keys]) => ({ act, keys }))
}
