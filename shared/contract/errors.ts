/**
 * Errors that a person can meet. The code travels; the text is chosen at the edge from `shared/i18n/<language>/errors.json` under the same key, which is why the codes are listed
 * there and nowhere else. `params` fill the placeholders of that text.
 */
export const HTTP_STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  invalid_input: 422,
  not_found: 404,
  internal: 500,
  'session.wrong_password': 401,
  'session.throttled': 429,
  'setup.done_already': 409,
  'setup.needed': 409,
  'conflict.stale': 409,
  'register.void_already': 409,
  'register.has_letters': 409,
  'register.no_change': 409,
  'terms.no_change': 409,
  'terms.not_to_take_back': 409,
  'terms.other_consequences': 409,
  'life.not_possible': 409,
  'life.letter_waiting': 409,
  'life.on_control': 409,
  'life.paper_out': 409,
  'life.paper_here': 409,
  'decisions.own': 403,
  'decisions.over': 409,
  'decisions.drafted_already': 409,
  'decisions.not_submitted': 409,
  'decisions.not_to_refuse': 409,
  'decisions.signed_already': 409,
  'letters.handed_already': 409,
  'letters.begun_already': 409,
  'directory.index_taken': 409,
  'terms.extension_not_allowed': 409,
  'terms.extension_again': 409,
  'terms.extension_not_theirs': 403,
  'terms.extension_after_deadline': 409,
  'routing.not_yours': 403,
  'routing.task_over': 409,
  'routing.has_task': 409,
  'routing.recalled_already': 409,
  'routing.no_tasks': 409,
  'structure.absent_already': 409,
  'structure.acting_absent': 409,
  'structure.acts_already': 409,
  'structure.acting_self': 403,
  'templates.unknown_field': 409,
  'templates.broken': 409,
  'templates.unreadable': 409,
  'templates.unprintable': 409,
  'people.last_administrator': 409,
  'people.login_taken': 409,
  'storage.full': 507,
  'storage.read_only': 507,
  'storage.damaged': 507,
} as const

export type ErrorCode = keyof typeof HTTP_STATUS

/** Values for the placeholders of an error's text. */
export type ErrorParams = Record<string, string | number>

/** One field that was not accepted: its path in the input and a code from `errors.json` → `field`. */
export interface FieldFault {
  path: string
  code: FieldCode
  params: ErrorParams
}

/** Faults of a field. */
export const FIELD_CODES = [
  'required',
  'too_long',
  'too_short',
  'not_a_date',
  'date_in_future',
  'date_too_early',
  'date_too_soon',
  'not_a_time',
  'not_an_email',
  'not_a_number',
  'out_of_range',
  'control_character',
  'unprintable',
  'unknown_value',
  'pattern_empty',
  'pattern_noSequence',
  'pattern_noYear',
  'pattern_tooLong',
  'pattern_badCharacter',
  'pattern_looksLikeDigit',
  'hours_order',
  'day_of_other_year',
  'same_day_twice',
  'holiday_without_name',
  'transfer_without_source',
  'transfer_without_pair',
  'transfer_off_day_off',
  'transfer_work_on_workday',
  'substitute_on_weekend',
  'rule_overlap',
  'rule_gap',
  'set_in_calendar',
  'one_responsible',
  'person_twice',
  'person_left',
  'not_a_head',
  'date_too_late',
  'not_earlier',
  'other_applicant',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]
