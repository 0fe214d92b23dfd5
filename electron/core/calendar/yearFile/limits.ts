/** The largest file that is read, in megabytes; a year takes some 10 kB. */
export const MAX_MEGABYTES = 1
/** The most rows or events, and the most days of events, that are read; a year has some 20. */
export const MAX_ROWS = 400
/** The most days of a year, and the longest texts in characters: what the contract takes when the year is applied. */
export const MAX_LISTED = 200
export const MAX_TEXT = { name: 100, source: 200 } as const
/** The longest event that is read, in days, and the most days of a repeating one in two years. */
export const MAX_DAYS = 366
/** The most lines of a table that are looked at, empty ones and titles too. */
export const MAX_LINES = 5000
