import type { Applicant, AppealFacts, EarlierLetter } from '#shared/contract'
import { readIdentifier, sortKey } from '#shared/domain'
import { indexWords, matchQuery, phoneForms } from '../db/search'
import type { View, Work } from '../db/work'
import { Refusal } from '../errors'
import type { Condition } from '../register/sight.service'
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

  /** Earlier letters of an applicant that the caller may see (`sightOn`), newest first, at most twenty. */
  letters(view: View, applicantId: number, sight: Condition): Promise<EarlierLetter[]> {
    return view.rows<EarlierLetter>(
      `SELECT a.id, a.number, a.kind, a.status, a.subject, a.registered_on AS registeredOn, a.deadline FROM appeals a
       WHERE a.applicant_id = ? AND ${sight.sql} ORDER BY a.id DESC LIMIT 20`,
      [applicantId, ...sight.parameters],
    )
  }

  /**
   * The applicant a new letter belongs to: the one with the same IIN/BIN, else the one the clerk chose, else a new one. The latest particulars given are kept. A chosen applicant with another IIN/BIN
   * than the letter's is somebody else. Errors: `not_found`.
   */
  async take(work: Work, facts: AppealFacts): Promise<number> {
    const chosen = facts.applicantId === null ? null : await work.one(ApplicantEntity, { where: { id: facts.applicantId } })
    if (facts.applicantId !== null && !chosen) throw new Refusal('not_found')
    const identifier = digitsOf(facts.identifier)
    const fits = chosen && (!chosen.identifier || !identifier || chosen.identifier === identifier)
    const known = (await this.#byIdentifier(work, identifier)) ?? (fits ? chosen : null)
    if (!known) return this.#add(work, facts)
    await this.#update(work, known.id, { ...particularsOf(facts), letters: known.letters + 1 })
    return known.id
  }

  /**
   * The applicant a corrected letter belongs to. Particulars that the correction changed are taken over; one with other letters stays untouched when the correction says that this letter came from
   * somebody else (another IIN/BIN, or another name where neither has one).
   */
  async correct(work: Work, entry: { applicantId: number; facts: AppealFacts }, facts: AppealFacts): Promise<number> {
    const [before, after] = [particularsOf(entry.facts), particularsOf(facts)]
    const changed = Object.fromEntries(
      Object.entries(after).filter(([key, value]) => before[key as keyof typeof before] !== value),
    )
    if (Object.keys(changed).length === 0) return entry.applicantId
    const owner = await this.#byIdentifier(work, after.identifier)
    const applicant = (await work.one(ApplicantEntity, { where: { id: entry.applicantId } }))!
    const isOther =
      before.identifier === after.identifier ? !after.identifier && before.name !== after.name : before.identifier !== ''
    const moves = owner ? owner.id !== applicant.id : isOther && applicant.letters > 1
    if (!moves) {
      await this.#update(work, applicant.id, changed)
      return applicant.id
    }
    await work.update(ApplicantEntity, { id: applicant.id }, { letters: applicant.letters - 1 })
    return this.take(work, { ...facts, applicantId: null })
  }

  async #update(work: Work, id: number, known: Partial<ApplicantRow>): Promise<void> {
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

  /** By a right number only: a wrong one, or «none» in its place, may stand in the letters of many people. */
  async #byIdentifier(work: Work, identifier: string): Promise<ApplicantRow | null> {
    return !readIdentifier(identifier).valid ? null : work.one(ApplicantEntity, { where: { identifier } })
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
