import type { Addressee, IsoDate, Kind, Term } from '#shared/domain'
import type { View, Work } from '../db/work'
import { IS_OPEN, IS_OPEN_TASK } from './isOpen'

/** An open entry, as far as its deadline goes. */
export interface OpenTerm {
  id: number
  number: string
  applicant: string
  kind: Kind
  addressee: Addressee
  term: Term
  /** The term as stored, to tell whether it changes. */
  stored: string
  /** The day the last slip bears. */
  slip: IsoDate | null
}

interface OpenRow extends Omit<OpenTerm, 'term'> {
  given: string
}

/** All entries whose deadline still counts, newest first. Closed ones never move. */
export async function openTerms(view: View): Promise<OpenTerm[]> {
  const rows = await view.rows<OpenRow>(
    `SELECT id, number, applicant, kind, facts ->> '$.addressee' AS addressee, facts ->> '$.givenDeadline' AS given, term AS stored,
       (SELECT slips.facts ->> '$.term.deadline' FROM slips WHERE appeal_id = appeals.id ORDER BY copy DESC LIMIT 1) AS slip
     FROM appeals WHERE ${IS_OPEN} ORDER BY id DESC`,
  )
  return rows.map(({ given, ...row }) => {
    const term = JSON.parse(row.stored) as Term
    // Entries of the first version do not say so themselves.
    if (given !== '') term.given ??= given
    return { ...row, term }
  })
}

/**
 * Lets the open tasks of an entry follow its deadline: those due on the day before it was moved move with it, and none stays later than the law allows (Code 350-VI art. 46, 76).
 */
export async function moveTasks(work: Work, id: number, { before, after }: { before: IsoDate; after: IsoDate }): Promise<void> {
  if (before === after) return
  await work.run(`UPDATE tasks SET due = ? WHERE appeal_id = ? AND ${IS_OPEN_TASK} AND (due = ? OR due > ?)`, [
    after,
    id,
    before,
    after,
  ])
}

/** Puts a recounted term into an open entry. */
export async function storeTerm(work: Work, { id, term: { deadline: before } }: OpenTerm, term: Term): Promise<void> {
  await moveTasks(work, id, { before, after: term.deadline })
  await work.run('UPDATE appeals SET term = ?, deadline = ?, version = version + 1 WHERE id = ?', [
    JSON.stringify(term),
    term.deadline,
    id,
  ])
}
