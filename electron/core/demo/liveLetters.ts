import { DECISION_STEPS } from './decisionSteps'
import type { DemoStep, StepKind } from './demoLife'
import { memberOf } from './demoStaff'
import { ROUTING_STEPS } from './routingSteps'
import type { Doing, Scene } from './scene'
import type { Scribe } from './scribe'

/** Every kind of step; one without its doing does not compile. */
const DOINGS: { [Kind in StepKind]: Doing<Kind> } = { ...ROUTING_STEPS, ...DECISION_STEPS }

/** Does a step as whoever it names, at a UTC moment. Rejects with the refusals of the services. */
export async function doStep(scribe: Scribe, scene: Omit<Scene, 'call'>, step: DemoStep, at: string): Promise<void> {
  // The table pairs each kind with its own step; the compiler cannot follow that through a union.
  const doing = DOINGS[step.do] as Doing<StepKind>
  const who = memberOf(scene.staff, step.who)
  await scribe.write(doing.procedure, who, at, (call) => doing.run({ ...scene, call }, step))
}
