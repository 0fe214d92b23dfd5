import { OPEN_STATUSES } from '#shared/domain'

/** The open entries as a condition, word for word as in the partial indexes, so that SQLite uses them. */
export const IS_OPEN = `status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`
