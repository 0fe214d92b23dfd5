import { reading, writing, type Procedures } from '../http/pipeline'
import type { Filing } from './filing.service'

/** Where the paper is, and the case it is filed to. */
export function filingHandlers({ filing: contract }: Procedures, filing: Filing) {
  return contract.router({
    ofEntry: contract.ofEntry.handler(reading((call, { id }) => filing.ofEntry(call, id))),
    file: contract.file.handler(writing((call, input) => filing.file(call, input))),
    giveOut: contract.giveOut.handler(writing((call, input) => filing.giveOut(call, input))),
    takeBack: contract.takeBack.handler(writing((call, { id }) => filing.takeBack(call, id))),
  })
}
