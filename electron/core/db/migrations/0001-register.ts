/** The register from its first day: office, people, applicants, entries, slips, the chained history, and the rules nobody may break, as triggers. */
export const sql = `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  details TEXT NOT NULL,
  rules TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  surname TEXT NOT NULL,
  given_name TEXT NOT NULL,
  patronymic TEXT NOT NULL,
  position TEXT NOT NULL,
  department TEXT NOT NULL,
  login TEXT NOT NULL,
  login_folded TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE calendar_days (
  date TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT,
  source TEXT,
  status TEXT
) STRICT;

CREATE TABLE term_rules (
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (rule_id, version)
) STRICT;

CREATE TABLE public_services (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE counters (
  journal TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (journal, year)
) STRICT;

CREATE TABLE applicants (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  identifier TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  postal_address TEXT NOT NULL,
  residence TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  letters INTEGER NOT NULL
) STRICT;
CREATE INDEX applicants_identifier ON applicants (identifier) WHERE identifier <> '';
CREATE VIRTUAL TABLE applicants_search USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');

CREATE TABLE appeals (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  journal TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  number TEXT NOT NULL,
  number_parts TEXT NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES applicants (id),
  applicant TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  people INTEGER NOT NULL,
  subject TEXT NOT NULL,
  summary TEXT NOT NULL,
  sheets INTEGER NOT NULL,
  annex_sheets INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  received_at TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  deadline TEXT NOT NULL,
  accepted_by_id INTEGER NOT NULL REFERENCES people (id),
  accepted_by_name TEXT NOT NULL,
  accepted_by_position TEXT NOT NULL,
  facts TEXT NOT NULL,
  service TEXT,
  term TEXT NOT NULL,
  corrections INTEGER NOT NULL,
  corrected_at TEXT,
  voided_at TEXT,
  voided_by TEXT,
  void_reason TEXT,
  UNIQUE (journal, year, seq),
  CHECK (year = CAST(substr(registered_on, 1, 4) AS INTEGER)),
  CHECK ((status = 'void') = (voided_at IS NOT NULL AND void_reason IS NOT NULL AND void_reason <> ''))
) STRICT;
CREATE INDEX appeals_applicant ON appeals (applicant_id, id);
CREATE INDEX appeals_open_deadline ON appeals (journal, year, deadline, seq) WHERE status = 'registered';
CREATE INDEX appeals_registered_on ON appeals (registered_on);
CREATE VIRTUAL TABLE appeals_search USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3');

CREATE TABLE slips (
  id INTEGER PRIMARY KEY,
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  copy INTEGER NOT NULL,
  languages TEXT NOT NULL,
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  facts TEXT NOT NULL,
  UNIQUE (appeal_id, copy)
) STRICT;

CREATE TABLE drafts (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX events_subject ON events (subject_kind, subject_id, id);

CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER slips_no_update BEFORE UPDATE ON slips BEGIN SELECT RAISE(ABORT, 'a printed slip never changes'); END;
CREATE TRIGGER slips_no_delete BEFORE DELETE ON slips BEGIN SELECT RAISE(ABORT, 'a printed slip never changes'); END;
CREATE TRIGGER appeals_no_delete BEFORE DELETE ON appeals BEGIN SELECT RAISE(ABORT, 'an entry is voided, never deleted'); END;
CREATE TRIGGER appeals_keep_registration BEFORE UPDATE ON appeals
WHEN NEW.id IS NOT OLD.id OR NEW.request_id IS NOT OLD.request_id OR NEW.journal IS NOT OLD.journal OR NEW.year IS NOT OLD.year
  OR NEW.seq IS NOT OLD.seq OR NEW.number IS NOT OLD.number OR NEW.number_parts IS NOT OLD.number_parts
  OR NEW.registered_on IS NOT OLD.registered_on OR NEW.registered_at IS NOT OLD.registered_at
  OR NEW.accepted_by_id IS NOT OLD.accepted_by_id OR NEW.accepted_by_name IS NOT OLD.accepted_by_name
  OR NEW.accepted_by_position IS NOT OLD.accepted_by_position
BEGIN SELECT RAISE(ABORT, 'number, day and acceptance of an entry never change'); END;
CREATE TRIGGER appeals_void_is_final BEFORE UPDATE ON appeals WHEN OLD.status = 'void' BEGIN SELECT RAISE(ABORT, 'a void entry never changes'); END;
CREATE TRIGGER appeals_version BEFORE UPDATE ON appeals WHEN NEW.version IS NOT OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'every change of an entry counts its version up by one'); END;
CREATE TRIGGER counters_no_delete BEFORE DELETE ON counters BEGIN SELECT RAISE(ABORT, 'a counter is never deleted'); END;
CREATE TRIGGER counters_forward BEFORE UPDATE ON counters WHEN NEW.seq <= OLD.seq OR NEW.journal IS NOT OLD.journal OR NEW.year IS NOT OLD.year
BEGIN SELECT RAISE(ABORT, 'a counter only runs forward'); END;
CREATE TRIGGER people_no_delete BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'a person is retired, never deleted'); END;
CREATE TRIGGER term_rules_no_update BEFORE UPDATE ON term_rules BEGIN SELECT RAISE(ABORT, 'a term rule gets a new version'); END;
CREATE TRIGGER term_rules_no_delete BEFORE DELETE ON term_rules BEGIN SELECT RAISE(ABORT, 'a term rule gets a new version'); END;
`
