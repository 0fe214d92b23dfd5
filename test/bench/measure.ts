import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The middle of a list of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The figure that so many per cent of the figures do not exceed. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1]!
}

/** Milliseconds that something took. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Milliseconds of the fastest of several rounds of something that only computes: what it costs where nothing else disturbs it. */
export function bestOf(rounds: number, compute: () => unknown): number {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    compute()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Times two things by turns, so that whatever else the machine does falls on both, and gives the ratio of their medians. */
export async function ratio(
  rounds: number,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
  warmUp = 20,
): Promise<number> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = -warmUp; round < rounds; round++) {
    const [a, b] = [await timed(ours), await timed(peer)]
    if (round >= 0) {
      mine.push(a)
      theirs.push(b)
    }
  }
  return median(mine) / median(theirs)
}

/** A folder on the disk of the checkout (not in a memory file system, where writing through costs nothing), removed afterwards. */
export async function inFolder<Result>(run: (dir: string) => Promise<Result>): Promise<Result> {
  const parent = join(process.cwd(), 'node_modules/.cache/kiris-bench-data')
  mkdirSync(parent, { recursive: true })
  const dir = mkdtempSync(join(parent, 'run-'))
  try {
    return await run(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
