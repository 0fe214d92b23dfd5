import {
  after,
  COMPLAINT_DECISIONS,
  emptyDecision,
  isOpen,
  type Act,
  type DecisionAct,
  type DecisionContent,
  type Status,
} from '#shared/domain'
import fc from 'fast-check'
import { facts, type TestBrowser } from '../support/office'

/** What the office believes of a letter: the model, much simpler than the register itself. */
export interface Model {
  id: number
  status: Status
  version: number
  control: boolean
  paperOut: boolean
  extended: boolean
  /** Open resolutions on the letter, oldest first, each with the state of its task. */
  resolutions: { id: number; taskId: number; task: 'assigned' | 'accepted' | 'done' | 'ended' }[]
  /** Events the letter must have left. */
  events: number
  /** Outgoing letters it must have. */
  letters: number
}

/** Who acts, and what there is to choose from. */
export interface Desk {
  clerk: TestBrowser
  head: TestBrowser
  executor: TestBrowser
  executorId: number
  caseId: number
  bodyId: number
}

const ACTS = ['send', 'resolve', 'recall', 'accept', 'report', 'control', 'correct', 'void', 'decide', 'file', 'paper'] as const

export interface Command {
  act: (typeof ACTS)[number]
  stale: boolean
  pick: number
}

/** A random command; resolutions and decisions come more often than voids. */
export const command: fc.Arbitrary<Command> = fc.record({
  act: fc.constantFrom(...ACTS, 'resolve', 'decide', 'file'),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  pick: fc.nat(7),
})

/** One step: how the register is asked, where the table of transitions places it, and what it does to the model when it goes through. */
export interface Step {
  run: () => Promise<unknown>
  table: Act
  apply: () => void
  /** Whether it is refused when it comes from an older state of the entry. */
  versioned: boolean
  /** Why it cannot go through although the table allows it. */
  refused?: string | null
  /** Whether the entry itself changes. */
  changes?: boolean
}

const DECISIONS: readonly DecisionAct[] = [
  'answer',
  'extend',
  'redirectPart',
  'redirectWhole',
  'return',
  'withdraw',
  'leave',
  'answer',
]

function contentOf({ bodyId }: Desk, count: number): DecisionContent {
  const decision = COMPLAINT_DECISIONS[count % COMPLAINT_DECISIONS.length]!
  return {
    ...emptyDecision('kk'),
    ...{ text: `№ ${count}`, character: 'explained', decision, until: '2026-12-25', bodyId, part: 'бөлігі' },
    ...{ missing: ['address'], ground: 'courtAct' },
  }
}

/** What a command asks of the register in the present state of the model; `null` = there is nothing of that kind to be done. */
export function stepOf({ act, stale, pick }: Command, model: Model, desk: Desk, count: number): Step | null {
  const { id } = model
  const version = stale ? model.version - 1 : model.version
  const { clerk, head } = desk
  const goes = (status: Status) => () => void (model.status = status)
  const steps: Partial<Record<Command['act'], () => Step | null>> = {
    send: () => ({
      run: () => clerk.call.routing.send({ id, version }),
      table: 'send',
      apply: goes('resolution'),
      versioned: true,
    }),
    resolve: () => ({
      run: () => resolve(desk, { id, version }, count),
      table: 'resolve',
      apply: goes('execution'),
      versioned: true,
    }),
    control: () => ({
      run: () => head.call.routing.control({ id, version, control: !model.control, controllerId: null }),
      table: 'control',
      apply: () => (model.control = !model.control),
      versioned: true,
    }),
    correct: () => ({
      run: () => clerk.call.register.correct({ id, version, reason: 'түзету', facts: facts({ subject: `Тақырып ${count}` }) }),
      table: 'correct',
      apply: () => {},
      versioned: true,
    }),
    void: () => ({
      run: () => clerk.call.register.void({ id, version, reason: 'қате тіркелген' }),
      table: 'void',
      apply: goes('void'),
      versioned: true,
      refused: model.letters > 0 ? 'register.has_letters' : null,
    }),
    file: () => ({
      run: () => clerk.call.filing.file({ id, version, caseId: desk.caseId }),
      table: 'file',
      apply: goes('filed'),
      versioned: true,
      refused: model.control ? 'life.on_control' : model.paperOut ? 'life.paper_out' : null,
    }),
  }
  return (
    steps[act] ?? (() => ofTask({ act, pick }, model, desk, version) ?? ofDecision({ act, pick }, model, desk, version, count))
  )()
}

function resolve({ head, executorId }: Desk, { id, version }: { id: number; version: number }, count: number) {
  const executors = [{ personId: executorId, responsible: true }]
  return head.call.routing.resolve({ appealId: id, version, text: `№ ${count}`, executors, due: '2026-12-18', control: false })
}

function ofTask(
  { act, pick }: Pick<Command, 'act' | 'pick'>,
  model: Model,
  { head, executor }: Desk,
  version: number,
): Step | null {
  const open = model.resolutions[pick % Math.max(1, model.resolutions.length)]
  const task = model.resolutions.find((one) => one.task === 'assigned' || one.task === 'accepted')
  const last = model.resolutions.length === 1
  if (act === 'recall' && open) {
    return {
      run: () => head.call.routing.recall({ resolutionId: open.id, version, reason: 'қайта қаралды' }),
      table: last ? 'recall' : 'assign',
      apply: () => {
        if (last) model.status = 'resolution'
        model.resolutions = model.resolutions.filter((one) => one !== open)
      },
      versioned: true,
    }
  }
  if ((act !== 'accept' && act !== 'report') || !task) return null
  const { taskId } = task
  const done = act === 'report'
  return {
    run: () => (done ? executor.call.routing.report({ taskId, text: 'дайын' }) : executor.call.routing.accept({ taskId })),
    table: 'report',
    apply: () => void (task.task = done ? 'done' : 'accepted'),
    versioned: false,
  }
}

/** Drafts, lays before the head and signs: three events, one step of the entry. Or moves the paper, which changes nothing of the entry. */
function ofDecision(
  { act, pick }: Pick<Command, 'act' | 'pick'>,
  model: Model,
  desk: Desk,
  version: number,
  count: number,
): Step | null {
  const { clerk, head } = desk
  const { id: appealId } = model
  if (act === 'paper') {
    const { filing } = clerk.call
    return {
      run: () =>
        model.paperOut ? filing.takeBack({ id: appealId }) : filing.giveOut({ id: appealId, holderId: desk.executorId }),
      ...{ table: 'correct', versioned: false, changes: false, refused: 'never' },
      apply: () => (model.paperOut = !model.paperOut),
    }
  }
  if (act !== 'decide') return null
  const decides = DECISIONS[pick]!
  return {
    async run() {
      const { decisions } = clerk.call
      const { id } = await decisions.save({ id: null, version: 0, appealId, act: decides, content: contentOf(desk, count) })
      await decisions.submit({ id, version: 1 })
      const sign = { id, version: 2, signerId: null, signedOn: null }
      try {
        const { letters } = await head.call.decisions.sign({ ...sign, entryVersion: version })
        const today = { how: 'post' as const, on: letters[0]!.signedOn, to: '', tracking: '' }
        for (const letter of letters) await decisions.handOver({ letterId: letter.id, ...today })
      } finally {
        // Whatever became of it: no draft is left, so that the next one begins anew.
        await decisions.drop({ id, version: 2 }).catch(() => null)
      }
    },
    table: decides,
    apply() {
      model.status = after(decides, model.status)
      const letters = decides.startsWith('redirect') ? 2 : 1
      model.events += 2 + letters
      model.letters += letters
      model.extended ||= decides === 'extend'
    },
    versioned: true,
    refused: decides === 'extend' && model.extended ? 'terms.extension_again' : null,
  }
}

/** The open resolutions of the entry as they stand, for the model to choose from. */
export async function readResolutions(model: Model, { head }: Desk): Promise<void> {
  if (!isOpen(model.status)) {
    model.resolutions = []
    return
  }
  const written = await head.call.routing.ofEntry({ id: model.id })
  model.resolutions = written
    .filter(({ recalled }) => recalled === null)
    .map(({ id, tasks }) => ({ id, taskId: tasks[0]!.id, task: tasks[0]!.state }))
}
