import type { FileCondition, StampPlace } from '#shared/contract'
import { answered, type Answer } from './acrossThreads'
import { inspectPdf } from './pdf/inspectPdf'
import type { CopyToStamp } from './stamping/copyWithStamp'
import type { StampPage } from './stamping/stampPdf'

/** The thread on which foreign PDFs are opened, so that the worst of them keeps nobody but itself waiting. Plain data in, plain data out. */

/** See `inspectPdf`. */
export function inspect(path: string): Promise<Answer<{ condition: FileCondition; pages: number | null }>> {
  return answered(async () => inspectPdf(path))
}

/** See `copyWithStamp`. */
export function stamp(asked: { stamp: StampPage; copy: CopyToStamp }): Promise<Answer<{ place: StampPlace; pages: number }>> {
  // Loaded with the first stamp.
  return answered(async () => (await import('./stamping/copyWithStamp')).copyWithStamp(asked.stamp, asked.copy))
}
