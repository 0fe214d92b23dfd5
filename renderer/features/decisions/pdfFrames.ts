import { usePaperFrames } from '../printing/paperFrames'
import type { Paper } from './decisionActs'
import { fileOf } from './paperFiles'

/** The frame of the letter at hand, drawn anew without a flash at each version of it; see `usePaperFrames`. */
export function usePdfFrames(paper: () => Paper | undefined) {
  return usePaperFrames(() => {
    const now = paper()
    return now ? { src: fileOf(now, 'pdf'), same: now.path } : null
  })
}
