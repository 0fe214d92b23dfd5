import type { DeskLetter, ToSign } from '#shared/contract'
import type { SignedIn } from '../call'
import type { View } from '../db/work'
import { sightOn } from '../register/sight.service'

type Raw = Omit<ToSign, 'numberParts'> & { numberParts: string }

/** The decisions that wait for a signature, as far as the caller sees their entries: most urgent first. */
export async function toSign(view: View, caller: SignedIn): Promise<ToSign[]> {
  const { sql, parameters } = sightOn(caller)
  const rows = await view.rows<Raw>(
    `SELECT a.id, a.version, a.number, a.number_parts AS numberParts, a.kind, a.status, a.applicant, a.subject, a.registered_on AS registeredOn, a.deadline,
       d.id AS decisionId, d.version AS decisionVersion, d.act, d.author_name AS author, d.submitted_at AS submittedAt
     FROM decisions d JOIN appeals a ON a.id = d.appeal_id WHERE d.state = 'submitted' AND a.status <> 'void' AND ${sql}
     ORDER BY a.deadline, d.submitted_at, d.id`,
    parameters,
  )
  return rows.map((row) => ({ ...row, numberParts: JSON.parse(row.numberParts) as DeskLetter['numberParts'] }))
}
