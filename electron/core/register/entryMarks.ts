import { createHash } from 'node:crypto'
import type { IsoDate } from '#shared/domain'
import type { View } from '../db/work'

/** What an entry says of itself as far as only a correction may change it; the rest of an entry lives on. */
const CONTENT = `json_array(number, year, seq, registered_on, registered_at, accepted_by_name, kind, channel, applicant, people, subject, summary, sheets, annex_sheets,
  received_on, received_at)`

/** The marks of the entries of a day, by their identity: eight bytes (hex) over what each says of itself. */
export async function entryMarks(view: View, day: IsoDate): Promise<Record<string, string>> {
  const rows = await view.rows<{ id: number; content: string }>(
    `SELECT id, ${CONTENT} AS content FROM appeals WHERE registered_on = ? ORDER BY id`,
    [day],
  )
  return Object.fromEntries(rows.map(({ id, content }) => [String(id), markOf(content)]))
}

/** The mark of one entry as it stands, in the unit of work that changed it. */
export async function entryMark(view: View, id: number): Promise<string> {
  const [row] = await view.rows<{ content: string }>(`SELECT ${CONTENT} AS content FROM appeals WHERE id = ?`, [id])
  return markOf(row!.content)
}

function markOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
