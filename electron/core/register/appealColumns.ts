import type { AppealFacts } from '#shared/contract'
import { sortKey, surnameAndInitials } from '#shared/domain'
import { indexWords, phoneForms } from '../db/search'
import type { AppealRow } from './Appeal.entity'

/** The columns that are made from the facts of an entry: what the journal shows, sorts and filters by. The only place that makes them. */
export function appealColumns(facts: AppealFacts) {
  const applicant = facts.applicantType === 'natural' ? surnameAndInitials(facts.name) : facts.name
  return {
    facts,
    kind: facts.kind,
    channel: facts.channel,
    applicant,
    sortKey: sortKey(facts.name),
    people: facts.people,
    subject: facts.subject,
    summary: facts.summary,
    sheets: facts.sheets,
    annexSheets: facts.annexSheets,
    receivedOn: facts.receivedOn,
    receivedAt: facts.receivedAt,
  } satisfies Partial<AppealRow>
}

/** The words an entry is found by: number (with and without leading zeros), names, subject, content, IIN/BIN, phone, the sender's and the portal's numbers. */
export function appealWords(facts: AppealFacts, number: { number: string; seq: number }): string {
  return indexWords([
    number.number,
    String(number.seq),
    facts.name,
    facts.representative,
    facts.subject,
    facts.summary,
    facts.identifier.replace(/[\s-]/g, ''),
    ...phoneForms(facts.phone),
    facts.sendersNumber,
    facts.externalNumber,
  ])
}
