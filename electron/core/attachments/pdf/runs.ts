import { PdfFault } from './PdfFault'

/** Object numbers that follow each other. */
export interface Run {
  first: number
  count: number
}

/** So few are looked through one by one, in their order, also where they overlap. */
const FEW = 32

/** How the run with a number is found among all of a section. Errors: `PdfFault` when they are many and overlap. */
export function runFinder<Found extends Run>(runs: readonly Found[]): (number: number) => Found | undefined {
  if (runs.length <= FEW) return (number) => runs.find((run) => holds(run, number))
  const sorted = runs.filter(({ count }) => count > 0).sort((a, b) => a.first - b.first)
  if (sorted.some(({ first }, i) => i > 0 && first < sorted[i - 1]!.first + sorted[i - 1]!.count))
    throw new PdfFault('runs that overlap')
  return (number) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.first <= number) low = middle + 1
      else high = middle
    }
    const run = sorted[low - 1]
    return run && holds(run, number) ? run : undefined
  }
}

const holds = ({ first, count }: Run, number: number): boolean => number >= first && number < first + count
