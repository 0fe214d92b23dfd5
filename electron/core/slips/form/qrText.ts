import { formatDate } from '#shared/domain'
import type { SlipFacts } from '../slipFacts'

/** What the QR code says: number, date and time, deadline. Nothing personal. A scanner of the chancellery finds the entry by the first line. */
export function qrText({ number, registeredOn, registeredAt, term }: SlipFacts): string {
  return [number, `${formatDate(registeredOn)} ${registeredAt}`.trim(), formatDate(term.deadline)].join('\n')
}
