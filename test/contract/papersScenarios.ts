import type { PaperSettings } from '#shared/contract'
import { register, type TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of the papers: wording, and what was printed. `desk`: somebody with every role. */
export function papersScenarios(desk: () => TestBrowser): Record<string, Scenario> {
  let one = 0
  const worded = async (): Promise<{ version: number; settings: PaperSettings }> => {
    const { settings, version } = await desk().call.papers.settings()
    return { version, settings: { ...settings, note: { kk: `Ескерту ${++one}`, ru: `Примечание ${one}` } } }
  }
  const printed = { paper: 'card', title: 'Ж-0001/26', copies: 1 } as const
  return {
    'papers.saveSettings': { good: worded, refused: async () => ({ ...(await worded()), version: 99 }) },
    'papers.printed': {
      good: async () => ({ ...printed, entryId: (await register(desk())).id }),
      refused: async () => ({ ...printed, entryId: 99_999 }),
    },
  }
}
