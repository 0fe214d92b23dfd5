import type { Appeal, Registered } from '#shared/contract'
import type { AppealRow } from './Appeal.entity'

/** The answer to a registration. */
export function registeredOf({ id, number, seq, year, registeredOn, registeredAt, deadline }: AppealRow): Registered {
  return { id, number, seq, year, registeredOn, registeredAt, deadline }
}

/** One entry as the card shows it. `slips`: how many were issued. */
export function cardOf(entry: AppealRow, slips: number): Appeal {
  const { id, version, journal, year, seq, number, numberParts, status, facts, service, registeredOn, registeredAt, term } = entry
  return {
    ...{ id, version, journal, year, seq, number, numberParts, status, facts, service, registeredOn, registeredAt, term, slips },
    acceptedBy: { id: entry.acceptedById, name: entry.acceptedByName, position: entry.acceptedByPosition },
    voided: entry.status === 'void' ? { at: entry.voidedAt!, by: entry.voidedBy!, reason: entry.voidReason! } : null,
    corrections: entry.corrections,
  }
}
