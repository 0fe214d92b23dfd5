/** What a row of the benchmark says: a figure, what it was compared with in the same run, and how far it may go. */
export interface BenchResult {
  value: number
  unit: string
  peer: string
  limit: number
  /** The limit is the least the figure may be, not the most. */
  atLeast?: boolean
  ok: boolean
}

/** One row of `npm run bench`. */
export interface BenchRow {
  /** `area/what`. */
  name: string
  run(): Promise<BenchResult>
}
