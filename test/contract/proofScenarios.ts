import { register, type TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of proofs and closed days. `desk`: somebody with every role. A key is replaced whatever is sent, so that no call of it is refused. */
export function proofScenarios(desk: () => TestBrowser): Record<string, Scenario> {
  return {
    'proof.replaceKey': { good: async () => undefined, refused: async () => null },
    'closings.close': {
      good: async () => {
        await register(desk())
        return { day: '2026-12-11' }
      },
      refused: async () => ({ day: '2026-12-12' }),
    },
  }
}

/** Inputs of the reading calls that need one of their own. `number`: that of an entry. */
export function proofReads(number: string): Record<string, object> {
  return {
    'proof.check': { code: '1' },
    'proof.words': { number, words: 'қайың көпір тоғыз' },
    'closings.day': { day: '2026-12-11' },
    'closings.check': { day: '2026-12-11', head: '00000000' },
  }
}
