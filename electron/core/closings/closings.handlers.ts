import { reading, writing, type Procedures } from '../http/pipeline'
import type { Closings } from './closings.service'

/** Closed days. Their sheets are served by `/files`. */
export function closingsHandlers({ closings: contract }: Procedures, closings: Closings) {
  return contract.router({
    day: contract.day.handler(reading((call, { day }) => closings.day(call.view, day))),
    year: contract.year.handler(reading((call, { year }) => closings.year(call.view, year, call.at))),
    close: contract.close.handler(writing((call, { day }) => closings.close(call, day))),
    check: contract.check.handler(reading((call, asked) => closings.check(call.view, asked))),
  })
}
