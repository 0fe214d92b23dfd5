import { PdfFault } from './PdfFault'

const MB = 1024 * 1024
/**
 * What reading one file may cost in all, so that one made to keep us busy is given up in seconds and long before the thread has no memory left. Honest files of 200 MB stay far below: a million
 * references are 6 MB of rows, their objects 100 MB unpacked.
 * `read`: bytes from the disk; `parsed`: bytes turned into objects, and `values`, into how many; `rows`: unpacked bytes of cross-reference streams, which are kept;
 * `unpacked`: of object streams, of which few are kept, some unpacked twice; `content`: of a page's content; `runs`: of numbers in tables; `steps`: sections asked for an object.
 */
const MOST = {
  read: 2048 * MB,
  parsed: 64 * MB,
  values: 3_000_000,
  rows: 64 * MB,
  unpacked: 256 * MB,
  content: 8 * MB,
  runs: 100_000,
  steps: 20_000_000,
}

export type Cost = keyof typeof MOST

/** More work than any honest file makes. */
export class Exhausted extends PdfFault {}

/** What reading one file has cost so far. */
export class Effort {
  readonly #spent = new Map<Cost, number>()

  /** Notes a cost. Errors: `Exhausted` when it is more than a file may cost. */
  spend(cost: Cost, amount: number): void {
    const spent = this.spent(cost) + amount
    if (spent > MOST[cost]) throw new Exhausted(`too much ${cost}`)
    this.#spent.set(cost, spent)
  }

  spent(cost: Cost): number {
    return this.#spent.get(cost) ?? 0
  }

  /** How much of a cost is left. */
  left(cost: Cost): number {
    return MOST[cost] - this.spent(cost)
  }
}
