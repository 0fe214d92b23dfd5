import type { Decision } from '#shared/contract'
import type { AgreementRow } from './Agreement.entity'
import type { DecisionRow } from './Decision.entity'

/** A decision as the screens show it. */
export function decisionOf(row: DecisionRow, agreements: readonly AgreementRow[]): Decision {
  const { id, appealId, act, state, version, content, authorId, authorName, changedAt, submittedAt, remark, edition } = row
  return {
    ...{ id, appealId, act, state, version, content, changedAt, submittedAt, remark },
    author: { id: authorId, name: authorName },
    agreements: agreements.map((said) => ({
      person: { id: said.personId, name: said.personName, position: said.personPosition },
      ...{ verdict: said.verdict, remark: said.remark, at: said.at },
      outdated: said.edition !== edition,
    })),
    signed:
      row.signedOn === null
        ? null
        : {
            on: row.signedOn,
            by: { id: row.signerId!, name: row.signerName!, position: row.signerPosition! },
            ...{ enteredBy: row.enteredBy, due: row.due, inTime: row.inTime },
          },
  }
}
