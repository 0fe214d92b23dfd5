import { ACTS, isPossible, TRANSITIONS, type Act, type Status } from '#shared/domain'
import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { ENTITIES } from '#core/entities'
import fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts, officeWithClerk, person, refusal, register, signInAs, type TestBrowser, type TestOffice } from '../support/office'
import { rowsOf } from '../support/raw'

/** What the office believes of a letter: the model, much simpler than the register itself. */
interface Model {
  id: number
  status: Status
  version: number
  control: boolean
  /** Open resolutions on the letter, oldest first, each with the state of its task. */
  resolutions: { id: number; taskId: number; task: 'assigned' | 'accepted' | 'done' }[]
}

interface Command {
  act: 'send' | 'resolve' | 'recall' | 'accept' | 'report' | 'control' | 'correct' | 'void'
  stale: boolean
  pick: number
}

let test: TestOffice & { clerk: TestBrowser }
let head: TestBrowser
let executor: TestBrowser
let executorId: number
beforeAll(async () => {
  test = await officeWithClerk()
  head = await signInAs(test, person('head', ['head']))
  executor = await signInAs(test, person('executor', ['executor']))
  ;[{ id: executorId }] = (await rowsOf<{ id: number }>(test, "SELECT id FROM people WHERE login = 'executor'")) as [
    { id: number },
  ]
})
afterAll(() => test.close())

const command: fc.Arbitrary<Command> = fc.record({
  act: fc.constantFrom('send', 'resolve', 'resolve', 'recall', 'accept', 'report', 'control', 'correct', 'void'),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  pick: fc.nat(3),
})

/** What a command asks the register, and what it does to the model when it goes through; `null` = nothing of that kind is there to be done. */
function asked({ act, stale, pick }: Command, model: Model, count: number) {
  const version = stale ? model.version - 1 : model.version
  const { id } = model
  const open = model.resolutions[pick % Math.max(1, model.resolutions.length)]
  const task = model.resolutions.find((one) => one.task !== 'done')
  const changes: Record<
    Command['act'],
    () => { run: () => Promise<unknown>; table: Act; apply: () => void; versioned: boolean } | null
  > = {
    send: () => ({
      run: () => test.clerk.call.routing.send({ id, version }),
      table: 'send',
      apply: () => (model.status = 'resolution'),
      versioned: true,
    }),
    resolve: () => ({
      run: () => {
        const executors = [{ personId: executorId, responsible: true }]
        return head.call.routing.resolve({
          appealId: id,
          version,
          text: `№ ${count}`,
          executors,
          due: '2026-12-18',
          control: false,
        })
      },
      table: 'resolve',
      apply: () => (model.status = 'execution'),
      versioned: true,
    }),
    recall: () =>
      open
        ? {
            run: () => head.call.routing.recall({ resolutionId: open.id, version, reason: 'қайта қаралды' }),
            table: model.resolutions.length === 1 ? 'recall' : 'assign',
            apply: () => {
              if (model.resolutions.length === 1) model.status = 'resolution'
              model.resolutions = model.resolutions.filter((one) => one !== open)
            },
            versioned: true,
          }
        : null,
    accept: () =>
      task
        ? {
            run: () => executor.call.routing.accept({ taskId: task.taskId }),
            table: 'report',
            apply: () => (task.task = 'accepted'),
            versioned: false,
          }
        : null,
    report: () =>
      task
        ? {
            run: () => executor.call.routing.report({ taskId: task.taskId, text: 'дайын' }),
            table: 'report',
            apply: () => (task.task = 'done'),
            versioned: false,
          }
        : null,
    control: () => ({
      run: () => head.call.routing.control({ id, version, control: !model.control, controllerId: null }),
      table: 'control',
      apply: () => (model.control = !model.control),
      versioned: true,
    }),
    correct: () => ({
      run: () =>
        test.clerk.call.register.correct({ id, version, reason: 'түзету', facts: facts({ subject: `Тақырып ${count}` }) }),
      table: 'correct',
      apply: () => {},
      versioned: true,
    }),
    void: () => ({
      run: () => test.clerk.call.register.void({ id, version, reason: 'қате тіркелген' }),
      table: 'void',
      apply: () => (model.status = 'void'),
      versioned: true,
    }),
  }
  return changes[act]()
}

async function readResolutions(model: Model): Promise<void> {
  if (model.status === 'void') return
  const written = await head.call.routing.ofEntry({ id: model.id })
  model.resolutions = written
    .filter(({ recalled }) => recalled === null)
    .map(({ id, tasks }) => ({ id, taskId: tasks[0]!.id, task: tasks[0]!.state as 'assigned' | 'accepted' | 'done' }))
}

describe('random commands against the table of transitions', () => {
  it('lead where the table says, are refused where it says, and lose nothing (1,000 letters)', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 6 }), async (commands) => {
        const { id } = await register(test.clerk)
        const model: Model = { id, status: 'registered', version: 1, control: false, resolutions: [] }
        const done: string[] = ['appeal.registered']
        for (const one of commands) {
          const next = asked(one, model, ++count)
          if (!next) continue
          const possible = isPossible(next.table, { status: model.status, kind: 'serviceComplaint' })
          if (!possible || (one.stale && next.versioned)) {
            const { code } = await refusal(next.run())
            expect(['life.not_possible', 'register.void_already', 'conflict.stale']).toContain(code)
            if (!possible) expect(code).not.toBe('conflict.stale')
          } else {
            await next.run()
            next.apply()
            model.version++
            done.push(one.act)
          }
          if (one.act === 'resolve') await readResolutions(model)
        }
        const card = await head.call.register.card({ id })
        expect([card.status, card.version, card.control]).toEqual([model.status, model.version, model.control])
        // Every change that went through left its event, and no refused one did.
        expect(await head.call.register.history({ id })).toHaveLength(done.length)
      }),
      { numRuns: 1000 },
    )
    const { gapless } = await head.call.register.overview({ year: 2026 })
    expect(gapless).toBe(true)
    await test.office.close()
    const db = await Database.open(join(test.dataDir, 'kiris.db'), ENTITIES)
    expect(await db.read((view) => new History().firstBroken(view))).toBeNull()
    await db.close()
    await test.reopen()
  }, 300_000)
})

it('no act leads out of a void or filed entry, and every state can be reached', () => {
  for (const act of ACTS) {
    for (const status of ['void', 'filed'] as const) expect(TRANSITIONS[act].from).not.toContain(status)
  }
  const reached = new Set<Status>(['registered', ...ACTS.flatMap((act) => TRANSITIONS[act].to ?? [])])
  expect([...reached].sort()).toEqual(
    [
      'answered',
      'attached',
      'execution',
      'filed',
      'redirected',
      'registered',
      'resolution',
      'returned',
      'unconsidered',
      'void',
      'withdrawn',
    ].sort(),
  )
})
