import { callerOf } from '../call'
import { reading, writing, type Procedures } from '../http/pipeline'
import type { Slips } from './slips.service'

/** Slips. Their PDFs are served by `/files`. */
export function slipsHandlers({ slips: contract }: Procedures, slips: Slips) {
  return contract.router({
    issue: contract.issue.handler(writing((call, input) => slips.issue(call, input))),
    list: contract.list.handler(reading((call, { appealId }) => slips.list(call.view, callerOf(call), appealId))),
  })
}
