import { contract } from '#shared/contract'
import { localMoment } from '#shared/i18n'
import { resolutionsOf } from '../routing/resolutions'
import { idOf, openTask, resolutionOf, seenNow, type Doing } from './scene'

const { routing, register } = contract

/** The way of a letter through the office, step by step. */
export const ROUTING_STEPS = {
  send: {
    procedure: routing.send,
    run: async (scene) => scene.parts.routing.send(scene.call, await seenNow(scene)),
  } satisfies Doing<'send'>,
  resolve: {
    procedure: routing.resolve,
    run: async (scene, step) => scene.parts.routing.resolve(scene.call, await resolutionOf(scene, step)),
  } satisfies Doing<'resolve'>,
  enterPaper: {
    procedure: routing.enterPaper,
    run: async (scene, step) => {
      const { call, parts, timeZone } = scene
      const written = { authorId: idOf(scene, step.author), issuedOn: localMoment(call.at, timeZone).date }
      return parts.routing.enterPaper(call, { ...(await resolutionOf(scene, step)), ...written })
    },
  } satisfies Doing<'enterPaper'>,
  assign: {
    procedure: routing.assign,
    run: async (scene, step) => {
      const taskId = await openTask(scene)
      return scene.parts.routing.assign(scene.call, { ...(await resolutionOf(scene, step)), taskId })
    },
  } satisfies Doing<'assign'>,
  recall: {
    procedure: routing.recall,
    run: async (scene, { reason }) => {
      const { version } = await seenNow(scene)
      const last = (await resolutionsOf(scene.call.work, scene.letter.id)).at(-1)!
      return scene.parts.routing.recall(scene.call, { resolutionId: last.id, version, reason })
    },
  } satisfies Doing<'recall'>,
  replace: {
    procedure: routing.replace,
    run: async (scene, { from, to, reason }) => {
      const { version } = await seenNow(scene)
      const taskId = await openTask(scene, idOf(scene, from))
      return scene.parts.tasks.replace(scene.call, { taskId, version, personId: idOf(scene, to), reason })
    },
  } satisfies Doing<'replace'>,
  accept: {
    procedure: routing.accept,
    run: async (scene) => scene.parts.tasks.accept(scene.call, { taskId: await openTask(scene) }),
  } satisfies Doing<'accept'>,
  mark: {
    procedure: routing.mark,
    run: async (scene, { text }) => scene.parts.tasks.mark(scene.call, { taskId: await openTask(scene), text }),
  } satisfies Doing<'mark'>,
  report: {
    procedure: routing.report,
    run: async (scene, { text }) => scene.parts.tasks.report(scene.call, { taskId: await openTask(scene), text }),
  } satisfies Doing<'report'>,
  control: {
    procedure: routing.control,
    run: async (scene, { controller }) => {
      const watched = { control: controller !== null, controllerId: controller === null ? null : idOf(scene, controller) }
      return scene.parts.routing.control(scene.call, { ...(await seenNow(scene)), ...watched })
    },
  } satisfies Doing<'control'>,
  confine: {
    procedure: register.confine,
    run: async (scene, { readers }) => {
      const named = readers.map((login) => idOf(scene, login))
      return scene.parts.confidence.confine(scene.call, { ...(await seenNow(scene)), readers: named })
    },
  } satisfies Doing<'confine'>,
}
