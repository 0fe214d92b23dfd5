import type { PaperSettings } from '#shared/contract'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import type { Papers } from './papers.service'

/** The office's wording on its papers, and what was printed. The papers themselves are served by `/files/papers`. */
export function papersHandlers({ papers: contract }: Procedures, papers: Papers) {
  return contract.router({
    settings: contract.settings.handler(reading((call) => papers.state(call.view))),
    saveSettings: contract.saveSettings.handler(
      writingAround(
        {
          prepare: async ({ view }, { settings: { logo } }: { settings: PaperSettings }) =>
            logo === null || (await papers.logos.has(view, logo)),
        },
        (call, input: { settings: PaperSettings; version: number }, logoIsKept) => papers.save(call, input, logoIsKept),
      ),
    ),
    printed: contract.printed.handler(writing((call, input) => papers.printed(call, input))),
  })
}
