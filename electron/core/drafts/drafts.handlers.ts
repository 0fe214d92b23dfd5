import { callerOf } from '../call'
import { reading, writing, type Procedures } from '../http/pipeline'
import type { Drafts } from './drafts.service'

/** The clerk's own unfinished registration. */
export function draftsHandlers({ drafts: contract }: Procedures, drafts: Drafts) {
  return contract.router({
    load: contract.load.handler(reading((call) => drafts.load(call.view, callerOf(call).id))),
    save: contract.save.handler(writing((call, { content }) => drafts.save(call, content))),
    discard: contract.discard.handler(
      writing(async (call) => {
        await drafts.discard(call)
        return {}
      }),
    ),
  })
}
