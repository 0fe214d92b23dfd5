import type { TestBrowser } from '../support/office'
import type { Scenario } from './Scenario'

/** Calls of the journals as books. `desk`: somebody with every role; `clerk`: somebody else. */
export function booksScenarios(desk: () => TestBrowser, clerk: () => TestBrowser): Record<string, Scenario> {
  const order = { book: 'incoming', format: 'csv', language: 'kk', from: '2026-01-01', to: '2026-12-31' } as const
  const made = async (browser: TestBrowser) => ({ job: (await browser.call.books.make(order)).job })
  return {
    'books.make': {
      good: async () => order,
      // Once its input is parsed it is refused only when too many are being made, which test/core shows.
      refused: async () => null,
    },
    'books.cancel': { good: async () => made(desk()), refused: async () => made(clerk()) },
    'books.forget': { good: async () => made(desk()), refused: async () => made(clerk()) },
  }
}
