import { callerOf } from '../call'
import { reading, writing, writingAround, type Procedures } from '../http/pipeline'
import type { Books } from './books.service'

/** Journals as books. The files are served by `/files/books`. */
export function booksHandlers({ books: contract }: Procedures, books: Books) {
  return contract.router({
    count: contract.count.handler(reading(async (call, period) => ({ rows: await books.count(call.view, period) }))),
    make: contract.make.handler(
      writingAround(
        {
          prepare: (call, order: Parameters<Books['plan']>[3]) => books.plan(call.view, callerOf(call), call.at, order),
          // Only what the history tells of is made.
          finish: (_call, _output, planned) => books.begin(planned),
        },
        async (call, { book, format, from, to }, { shown }) => {
          call.tell('office', null, { book, from, to, format, rows: shown.of })
          return shown
        },
      ),
    ),
    mine: contract.mine.handler(reading(async (call) => books.mine(callerOf(call)))),
    cancel: contract.cancel.handler(writing(async (call, { job }) => books.cancel(callerOf(call), job))),
    forget: contract.forget.handler(writing(async (call, { job }) => books.forget(callerOf(call), job))),
  })
}
