import type { Appeal, Resolution, Task } from '#shared/contract'
import { isOpen, isPossible, type Act, type Permission } from '#shared/domain'
import { isOpenTask, type ResolutionAct } from './resolutionActs'

/** What an offer is judged by: the entry, what is chosen in its tree, and who asks. */
interface Asked {
  appeal: Appeal
  chosen: { resolution: Resolution; task: Task } | null
  may: (permission: Permission) => boolean
  /** Whether a person is the caller, or one he or she acts for. */
  isMine: (personId: number) => boolean
}

interface Offer {
  act: ResolutionAct
  /** Binding as in `useKeys`. */
  keys: string
  needs: Permission
  /** The act in the table of transitions. */
  step: Act
  when?: (asked: Asked) => boolean
}

const hasOpen = ({ chosen }: Asked): boolean => chosen !== null && isOpenTask(chosen.task)
const isOwn = (asked: Asked): boolean => hasOpen(asked) && asked.isMine(asked.chosen!.task.personId)
const gave = ({ chosen, isMine, may }: Asked): boolean =>
  chosen !== null && (isMine(chosen.resolution.author.id) || may('routing.resolve'))

/** Everything that can be done about resolutions, in the order of the buttons. */
const OFFERS: readonly Offer[] = [
  { act: 'send', keys: 'Alt+KeyS', needs: 'register.write', step: 'send' },
  { act: 'resolve', keys: 'Insert', needs: 'routing.resolve', step: 'resolve' },
  { act: 'enterPaper', keys: 'Insert', needs: 'routing.enterPaper', step: 'resolve', when: ({ may }) => !may('routing.resolve') },
  {
    ...{ act: 'accept', keys: 'KeyA', needs: 'routing.execute', step: 'report' },
    when: (asked) => isOwn(asked) && asked.chosen!.task.state === 'assigned',
  },
  { act: 'mark', keys: 'KeyM', needs: 'routing.execute', step: 'report', when: isOwn },
  { act: 'report', keys: 'KeyR', needs: 'routing.execute', step: 'report', when: isOwn },
  { act: 'assign', keys: 'KeyI', needs: 'routing.assign', step: 'assign', when: isOwn },
  { act: 'replace', keys: 'Alt+KeyI', needs: 'routing.assign', step: 'assign', when: (asked) => hasOpen(asked) && gave(asked) },
  {
    ...{ act: 'recall', keys: 'Alt+KeyZ', needs: 'routing.assign', step: 'assign' },
    when: (asked) => gave(asked) && asked.chosen!.resolution.recalled === null,
  },
  {
    act: 'control',
    keys: 'KeyB',
    needs: 'routing.control',
    step: 'control',
    when: ({ appeal }) => !appeal.control && isOpen(appeal.status),
  },
  {
    act: 'controlOff',
    keys: 'KeyB',
    needs: 'register.read',
    step: 'control',
    // The named controller takes off too (art. 46).
    when: ({ appeal, may, isMine }) =>
      appeal.control && (may('routing.control') || (appeal.controllerId !== null && isMine(appeal.controllerId))),
  },
]

/** What the caller can do now. The handler decides again; here only what it would refuse is left out. */
export function offers(asked: Asked): { act: ResolutionAct; keys: string }[] {
  return OFFERS.filter(({ needs, step, when }) => asked.may(needs) && isPossible(step, asked.appeal) && (when?.(asked) ?? true))
}
