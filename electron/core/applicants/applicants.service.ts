import type { Applicant, AppealFacts, EarlierLetter } from '#shared/contract'
import { sortKey } from '#shared/domain'
import { indexWords, matchQuery, phoneForms } from '../db/search'
import type { View, Work } from '../db/work'
import { Refusal } from '../errors'
import { ApplicantEntity, type ApplicantRow } from './Applicant.entity'

/** People and legal entities that wrote to the office. */
export class Applicants {
  /** Known applicants by the beginnings of words of the name, by IIN/BIN or phone; at most eight, those with most letters first. */
  async find(view: View, typed: string): Promise<Applicant[]> {
    const query = typed.trim().length < 2 ? null : matchQuery(typed)
    if (!query) return []
    const found = await view.rows<{ id: number }>(
      `SELECT a.id FROM applicants_search s JOIN applicants a ON a.id = s.rowid
       WHERE applicants_search MATCH ? ORDER BY a.letters DESC, a.sort_key LIMIT 8`,
      [query],
    )
    const rows = await Promise.all(found.map(({ id }) => view.one(ApplicantEntity, { where: { id } })))
    return rows.filter((row) => row !== null).map(({ sortKey: _, ...applicant }) => applicant)
  }

  /** Earlier letters of an applicant, newest first, at most twenty. */
  letters(view: View, applicantId: number): Promise<EarlierLetter[]> {
    return view.rows<EarlierLetter>(
      `SELECT id, number, kind, status, subject, registered_on AS registeredOn, deadline FROM appeals
       WHERE applicant_id = ? ORDER BY id DESC LIMIT 20`,
      [applicantId],
    )
  }

  /**
   * The applicant a new letter belongs to: the one the clerk chose, else the one with the same IIN/BIN, else a new one. The latest particulars given are kept. A chosen applicant with another IIN/BIN
   * than the letter's is somebody else. Errors: `not_found`.
   */
  async take(work: Work, facts: AppealFacts): Promise<number> {
    const chosen = facts.applicantId === null ? null : await work.one(ApplicantEntity, { where: { id: facts.applicantId } })
    if (facts.applicantId !== null && !chosen) throw new Refusal('not_found')
    const identifier = digitsOf(facts.identifier)
    const sameNumber = !chosen?.identifier || !identifier || chosen.identifier === identifier
    const known = chosen && sameNumber ? chosen : await this.#byIdentifier(work, identifier)
    if (!known) return this.#add(work, facts)
    await this.update(work, known.id, facts, known.letters + 1)
    return known.id
  }

  /** Takes over the particulars of a letter as the applicant's latest. */
  async update(work: Work, id: number, facts: AppealFacts, letters?: number): Promise<void> {
    const { type: _, ...particulars } = particularsOf(facts)
    const known = { ...particulars, ...(letters !== undefined && { letters }) }
    // An empty field in a later letter does not wipe out what is known.
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''))
    await work.update(ApplicantEntity, { id }, given)
    const row = await work.one(ApplicantEntity, { where: { id } })
    if (row) await this.#index(work, row, true)
  }

  async #add(work: Work, facts: AppealFacts): Promise<number> {
    const row = { ...particularsOf(facts), letters: 1 }
    const id = await work.insert(ApplicantEntity, row)
    await this.#index(work, { ...row, id }, false)
    return id
  }

  async #byIdentifier(work: Work, identifier: string): Promise<ApplicantRow | null> {
    return identifier === '' ? null : work.one(ApplicantEntity, { where: { identifier } })
  }

  async #index(work: Work, row: ApplicantRow, again: boolean): Promise<void> {
    if (row.name === '') return
    if (again) await work.run('DELETE FROM applicants_search WHERE rowid = ?', [row.id])
    const words = indexWords([row.name, row.identifier, ...phoneForms(row.phone)])
    await work.run('INSERT INTO applicants_search (rowid, words) VALUES (?, ?)', [row.id, words])
  }
}

function particularsOf(facts: AppealFacts): Omit<ApplicantRow, 'id' | 'letters'> {
  return {
    type: facts.applicantType,
    identifier: digitsOf(facts.identifier),
    name: facts.name,
    sortKey: sortKey(facts.name),
    postalAddress: facts.postalAddress,
    residence: facts.residence,
    phone: facts.phone,
    email: facts.email,
    language: facts.language,
  }
}

const digitsOf = (identifier: string): string => identifier.replace(/[\s-]/g, '')
