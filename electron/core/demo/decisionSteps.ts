import { contract, type Decision } from '#shared/contract'
import { emptyDecision, type DecisionContent } from '#shared/domain'
import { localMoment } from '#shared/i18n'
import { workingDaysAway } from './demoDays'
import type { DemoContent } from './demoLife'
import { idOf, seenNow, type Doing, type Scene } from './scene'

const { decisions, filing } = contract

/** Decisions and the papers that leave with them, step by step. */
export const DECISION_STEPS = {
  draft: {
    procedure: decisions.save,
    run: async (scene, { act, content }) => {
      const { call, parts, letter } = scene
      const written = await contentOf(scene, content)
      const open = letter.decision ?? { id: null, version: 0 }
      await keep(scene, parts.decisions.save(call, { ...open, appealId: letter.id, act, content: written }))
    },
  } satisfies Doing<'draft'>,
  submit: {
    procedure: decisions.submit,
    run: (scene) => keep(scene, scene.parts.decisions.submit(scene.call, decisionOf(scene))),
  } satisfies Doing<'submit'>,
  agree: {
    procedure: decisions.agree,
    run: (scene, { verdict, remark }) =>
      keep(scene, scene.parts.decisions.agree(scene.call, { ...decisionOf(scene), verdict, remark })),
  } satisfies Doing<'agree'>,
  sendBack: {
    procedure: decisions.sendBack,
    run: (scene, { reason }) => keep(scene, scene.parts.decisions.sendBack(scene.call, { ...decisionOf(scene), reason })),
  } satisfies Doing<'sendBack'>,
  refuse: {
    procedure: decisions.refuse,
    run: async (scene, { reason }) => {
      await scene.parts.decisions.refuse(scene.call, { ...decisionOf(scene), reason })
      delete scene.letter.decision
    },
  } satisfies Doing<'refuse'>,
  sign: {
    procedure: decisions.sign,
    run: async (scene, { signer }) => {
      const { version: entryVersion } = await seenNow(scene)
      const paper = { signerId: signer === undefined ? null : idOf(scene, signer), signedOn: null }
      await scene.parts.signing.sign(scene.call, { ...decisionOf(scene), entryVersion, ...paper })
      delete scene.letter.decision
    },
  } satisfies Doing<'sign'>,
  attach: {
    procedure: decisions.attach,
    run: async (scene, { to, reason }) => {
      const earlier = scene.letters.get(to)
      if (!earlier) throw new Error(`the demonstration knows no letter «${to}» yet`)
      return scene.parts.signing.attach(scene.call, { ...(await seenNow(scene)), number: earlier.number, reason })
    },
  } satisfies Doing<'attach'>,
  handOver: {
    procedure: decisions.handOver,
    run: async (scene, { letter: purpose, how, to = '', tracking = '' }) => {
      const { call, parts, letter, timeZone } = scene
      const waiting = (await parts.letters.ofEntry(call.work, letter.id)).find(
        (one) => one.purpose === purpose && one.handed === null,
      )
      if (!waiting) throw new Error(`the demonstration has no ${purpose} on ${letter.number}`)
      const on = localMoment(call.at, timeZone).date
      return parts.letters.handOver(call, { letterId: waiting.id, how, on, to, tracking })
    },
  } satisfies Doing<'handOver'>,
  giveOut: {
    procedure: filing.giveOut,
    run: (scene, { to }) => scene.parts.filing.giveOut(scene.call, { id: scene.letter.id, holderId: idOf(scene, to) }),
  } satisfies Doing<'giveOut'>,
  takeBack: {
    procedure: filing.takeBack,
    run: (scene) => scene.parts.filing.takeBack(scene.call, scene.letter.id),
  } satisfies Doing<'takeBack'>,
  file: {
    procedure: filing.file,
    run: async (scene, { case: index }) => {
      const { cases } = await scene.parts.directory.all(scene.call.work)
      const caseId = cases.find((one) => one.index === index)!.id
      return scene.parts.filing.file(scene.call, { ...(await seenNow(scene)), caseId })
    },
  } satisfies Doing<'file'>,
}

/** Remembers the decision as it is now. */
async function keep({ letter }: Scene, changed: Promise<Decision>): Promise<void> {
  const { id, version } = await changed
  letter.decision = { id, version }
}

function decisionOf({ letter }: Scene): { id: number; version: number } {
  if (!letter.decision) throw new Error(`the demonstration has no open decision on ${letter.number}`)
  return letter.decision
}

async function contentOf(scene: Scene, { body, until, ...said }: DemoContent): Promise<DecisionContent> {
  const { call, parts, letter, anchor, calendar } = scene
  const { facts } = await parts.register.entry(call.work, letter.id)
  const named = body === undefined ? null : (await parts.directory.all(call.work)).bodies.find(({ name }) => name.kk === body)
  if (named === undefined) throw new Error(`the directory has no «${body}»`)
  return {
    ...emptyDecision(facts.language),
    ...said,
    bodyId: named?.id ?? null,
    until: until === undefined ? '' : workingDaysAway(anchor, until, calendar),
  }
}
