import { OPEN_STATUSES } from '#shared/domain'

/** The open entries as a condition, word for word as in the partial indexes, so that SQLite uses them. */
export const IS_OPEN = `status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`

/** The tasks still to be done as a condition, likewise word for word as in the index of the tasks. */
export const IS_OPEN_TASK = "state IN ('assigned', 'accepted')"
