import type { Condition } from '../register/sight.service'

/**
 * What is read of an incoming entry `a`, named as in `EntryFacts`. Lists come as JSON, so that a portion is one statement and the worker, not the answering thread, takes them apart. `sight`: the
 * entries that the caller sees (`sightOn`); another entry is named only if it is one of them, since its number beside the applicant's name says who wrote it.
 */
export function entryColumns(sight: Condition): Condition {
  const sees = `EXISTS (SELECT 1 FROM appeals a WHERE a.id = p.id AND (${sight.sql}))`
  return {
    sql: `${OWN_COLUMNS}, (SELECT p.number FROM appeals p WHERE p.id = a.attached_to AND ${sees}) AS attachedTo,
  (SELECT p.number FROM appeals p WHERE p.applicant_id = a.applicant_id AND p.id < a.id AND p.status <> 'void' AND ${sees} ORDER BY p.id DESC LIMIT 1) AS before`,
    parameters: [...sight.parameters, ...sight.parameters],
  }
}

const OWN_COLUMNS = `a.number, a.registered_on AS registeredOn, a.received_on AS receivedOn, a.received_at AS receivedAt, a.kind, a.channel, a.status,
  a.facts ->> '$.name' AS name, a.facts ->> '$.identifier' AS identifier, a.facts ->> '$.representative' AS representative, a.facts ->> '$.postalAddress' AS postalAddress,
  a.facts ->> '$.phone' AS phone, a.people, a.facts ->> '$.sendersNumber' AS sendersNumber, a.facts ->> '$.sendersDate' AS sendersDate,
  a.facts ->> '$.externalNumber' AS externalNumber, a.subject, a.summary, a.service AS serviceJson, a.sheets, a.annex_sheets AS annexSheets, a.deadline,
  a.accepted_by_name AS acceptedBy, (SELECT case_index FROM cases WHERE id = a.case_id) AS caseIndex, a.attached_to IS NOT NULL AS repeated,
  a.corrections, a.voided_at AS voidedAt, a.voided_by AS voidedBy, a.void_reason AS voidReason,
  (SELECT json_group_array(json_object('text', text, 'author', author_name, 'on', issued_on)) FROM
    (SELECT text, author_name, issued_on FROM resolutions WHERE appeal_id = a.id AND recalled_at IS NULL ORDER BY id)) AS resolutionsJson,
  (SELECT json_group_array(json_object('name', person_name, 'responsible', responsible, 'acceptedAt', accepted_at)) FROM
    (SELECT t.person_name, t.responsible, t.accepted_at FROM tasks t JOIN resolutions r ON r.id = t.resolution_id
      WHERE t.appeal_id = a.id AND r.recalled_at IS NULL AND NOT EXISTS (SELECT 1 FROM tasks n WHERE n.replaces = t.id) ORDER BY t.responsible DESC, t.id)) AS tasksJson,
  (SELECT json_group_array(json_object('number', number, 'on', signed_on)) FROM
    (SELECT number, signed_on FROM letters WHERE appeal_id = a.id AND purpose <> 'extensionNotice' ORDER BY id)) AS lettersJson,
  (SELECT json_group_array(json_object('character', content ->> '$.character', 'until', content ->> '$.until')) FROM
    (SELECT content FROM decisions WHERE appeal_id = a.id AND state = 'signed' AND act IN ('answer', 'extend') ORDER BY id)) AS decisionsJson`

/** What is read of an outgoing letter `l` and its entry `a`, named as in `LetterBookFacts`. */
export const LETTER_COLUMNS: Condition = {
  sql: `l.number, l.signed_on AS signedOn, l.recipient, l.facts -> '$.recipient.lines' AS linesJson, l.purpose, a.number AS incomingNumber,
  a.registered_on AS incomingOn, a.subject, l.facts ->> '$.signer.name' AS signer, l.facts ->> '$.executor.name' AS executor, l.handed_how AS handedHow, l.handed_on AS handedOn,
  l.handed_to AS handedTo, l.tracking, (SELECT case_index FROM cases WHERE id = a.case_id) AS caseIndex`,
  parameters: [],
}
