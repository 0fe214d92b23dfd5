import { History } from '#core/audit/history.service'
import { Database } from '#core/db/database'
import { ENTITIES } from '#core/entities'
import type { Appeal } from '#shared/contract'
import { ACTS, isOpen, isPossible, TRANSITIONS, type Status } from '#shared/domain'
import fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeWithClerk, person, refusal, register, signInAs, type ClerksOffice } from '../support/office'
import { rowsOf } from '../support/raw'
import { command, readResolutions, stepOf, type Command, type Desk, type Model } from './lifeModel'
import { replay } from './lifeReplay'

let test: ClerksOffice
let desk: Desk
beforeAll(async () => {
  test = await officeWithClerk()
  const { clerk } = test
  const head = await signInAs(test, person('head', ['head']))
  const executor = await signInAs(test, person('executor', ['executor']))
  const [found] = await rowsOf<{ id: number }>(test, "SELECT id FROM people WHERE login = 'executor'")
  const { bodies, cases } = await clerk.call.directory.all()
  desk = { clerk, head, executor, executorId: found!.id, caseId: cases[0]!.id, bodyId: bodies[0]!.id }
})
afterAll(() => test.close())

/** Asks one step of the register and moves the model along when the table lets it through; else it must be refused for the right reason. */
async function take(one: Command, model: Model, count: number): Promise<void> {
  const step = stepOf(one, model, desk, count)
  if (!step) return
  if (step.changes === false) {
    await step.run()
    step.apply()
    model.events++
    return
  }
  const before = (await desk.head.call.register.history({ id: model.id })).length
  const possible = isPossible(step.table, model)
  const stale = one.stale && step.versioned
  if (possible && !stale && !step.refused) {
    await step.run()
    step.apply()
    model.version++
    model.events++
  } else {
    const { code } = await refusal(step.run())
    const reasons = !possible
      ? ['life.not_possible', 'register.void_already', ...(step.versioned ? [] : ['routing.task_over'])]
      : stale
        ? ['conflict.stale']
        : [step.refused]
    expect(reasons).toContain(code)
    // Drafts that were not signed leave their own events; the entry itself did not move.
    model.events += (await desk.head.call.register.history({ id: model.id })).length - before
  }
  if (step.table === 'resolve' || one.act === 'decide') await readResolutions(model, desk)
}

/** Nobody is left with work or a draft about a letter the office is done with, nor with a day later than the law allows. */
async function expectNothingLeftOver({ id, status, term }: Appeal): Promise<void> {
  const tasks = (await desk.head.call.routing.ofEntry({ id })).flatMap((resolution) => resolution.tasks)
  const open = tasks.filter(({ state }) => state === 'assigned' || state === 'accepted')
  const drafts = (await desk.head.call.decisions.ofEntry({ id })).decisions.filter(
    ({ state }) => state === 'draft' || state === 'submitted',
  )
  if (!isOpen(status)) expect([open, drafts]).toEqual([[], []])
  expect(open.filter(({ due }) => due > term.deadline)).toEqual([])
}

describe('random commands against the table of transitions', () => {
  it('lead where the table says, are refused where it says, and lose nothing (1,000 letters)', async () => {
    let count = 0
    let letters = 0
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 6 }), async (commands) => {
        const { id } = await register(test.clerk)
        const status: Status = 'registered'
        const model: Model = {
          ...{ id, status, version: 1, control: false, paperOut: false, extended: false, resolutions: [], events: 1, letters: 0 },
        }
        for (const one of commands) await take(one, model, ++count)
        const card = await desk.head.call.register.card({ id })
        const { version, control } = model
        expect([card.status, card.version, card.control]).toEqual([model.status, version, control])
        // Every change that went through left its event, no refused one did, and the events alone lead to the same state.
        const events = await desk.head.call.register.history({ id })
        expect(events).toHaveLength(model.events)
        expect(replay(events)).toEqual({ status: model.status, version, control })
        const outgoing = await desk.head.call.decisions.ofEntry({ id })
        expect(outgoing.letters).toHaveLength(model.letters)
        letters += model.letters
        await expectNothingLeftOver(card)
      }),
      { numRuns: 1000 },
    )
    expect((await desk.head.call.register.overview({ year: 2026 })).gapless).toBe(true)
    const { gapless, rows } = await desk.head.call.decisions.outgoing({ year: 2026, waiting: false, after: null, limit: 1 })
    expect([gapless, rows[0]!.seq]).toEqual([true, letters])
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
