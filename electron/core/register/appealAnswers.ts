import type { Appeal, Registered } from '#shared/contract'
import type { AppealRow } from './Appeal.entity'

/** The answer to a registration. */
export function registeredOf({ id, number, seq, year, registeredOn, registeredAt, deadline }: AppealRow): Registered {
  return { id, number, seq, year, registeredOn, registeredAt, deadline }
}

/** What was issued of an entry: how many slips, and the day the last of them bears. */
export interface IssuedSlips {
  slips: number
  slipDeadline: string | null
}

/** One entry as the card shows it. */
export function cardOf(entry: AppealRow, issued: IssuedSlips): Appeal {
  const { id, version, journal, year, seq, number, numberParts, status, facts, service, registeredOn, registeredAt, term } = entry
  return {
    ...{ id, version, journal, year, seq, number, numberParts, status, facts, service, registeredOn, registeredAt, term },
    ...issued,
    acceptedBy: { id: entry.acceptedById, name: entry.acceptedByName, position: entry.acceptedByPosition },
    confidential: entry.confidential,
    control: entry.control,
    controllerId: entry.controllerId,
    closedOn: entry.closedOn,
    filed: entry.caseId === null ? null : { caseId: entry.caseId, on: entry.filedOn! },
    voided: entry.status === 'void' ? { at: entry.voidedAt!, by: entry.voidedBy!, reason: entry.voidReason! } : null,
    corrections: entry.corrections,
  }
}
