/**
 * Decisions on letters and what leaves the office with them: drafts that are agreed and signed, outgoing letters with numbers of their own gapless journal, the directory of bodies, the
 * nomenclature of cases, and who holds the paper. A signed decision and a numbered letter never change but for how the letter was handed over.
 */
export const sql = `
CREATE TABLE bodies (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  head TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  site TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  case_index TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  retention TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

ALTER TABLE appeals ADD COLUMN case_id INTEGER REFERENCES cases (id);
ALTER TABLE appeals ADD COLUMN filed_on TEXT;
ALTER TABLE appeals ADD COLUMN attached_to INTEGER REFERENCES appeals (id);
CREATE INDEX appeals_attached ON appeals (attached_to) WHERE attached_to IS NOT NULL;
CREATE INDEX appeals_number ON appeals (number);
CREATE INDEX appeals_controlled ON appeals (controller_id, deadline) WHERE control = 1;

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  act TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'refused', 'dropped')),
  version INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  content TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES people (id),
  author_name TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  submitted_at TEXT,
  remark TEXT NOT NULL,
  signed_on TEXT,
  signed_at TEXT,
  signer_id INTEGER REFERENCES people (id),
  signer_name TEXT,
  signer_position TEXT,
  entered_by TEXT,
  due TEXT,
  in_time INTEGER NOT NULL,
  CHECK ((state = 'signed') = (signed_on IS NOT NULL AND signer_id IS NOT NULL))
) STRICT;
CREATE INDEX decisions_appeal ON decisions (appeal_id, id);
CREATE INDEX decisions_submitted ON decisions (submitted_at) WHERE state = 'submitted';
CREATE UNIQUE INDEX decisions_open ON decisions (appeal_id, act) WHERE state IN ('draft', 'submitted');

CREATE TABLE agreements (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decisions (id),
  edition INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  person_name TEXT NOT NULL,
  person_position TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agreed', 'objected')),
  remark TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX agreements_decision ON agreements (decision_id, id);

CREATE TABLE letters (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decisions (id),
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  purpose TEXT NOT NULL,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  number TEXT NOT NULL,
  number_parts TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  recipient TEXT NOT NULL,
  delivery TEXT NOT NULL,
  send_by TEXT,
  facts TEXT NOT NULL,
  handed_on TEXT,
  handed_how TEXT,
  handed_to TEXT NOT NULL,
  tracking TEXT NOT NULL,
  handed_at TEXT,
  handed_by TEXT,
  UNIQUE (year, seq),
  UNIQUE (decision_id, purpose),
  CHECK ((handed_on IS NULL) = (handed_how IS NULL))
) STRICT;
CREATE INDEX letters_appeal ON letters (appeal_id, id);
CREATE INDEX letters_waiting ON letters (year, seq) WHERE handed_on IS NULL;

CREATE TABLE paper_moves (
  id INTEGER PRIMARY KEY,
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  holder_id INTEGER NOT NULL REFERENCES people (id),
  holder_name TEXT NOT NULL,
  given_at TEXT NOT NULL,
  given_by TEXT NOT NULL,
  returned_at TEXT,
  returned_by TEXT,
  CHECK ((returned_at IS NULL) = (returned_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX paper_moves_out ON paper_moves (appeal_id) WHERE returned_at IS NULL;

CREATE INDEX tasks_replaces ON tasks (replaces) WHERE replaces IS NOT NULL;
UPDATE tasks SET state = 'ended', ended_at = (SELECT voided_at FROM appeals WHERE id = appeal_id), end_reason = (SELECT void_reason FROM appeals WHERE id = appeal_id)
WHERE state IN ('assigned', 'accepted') AND appeal_id IN (SELECT id FROM appeals WHERE status = 'void');

UPDATE office SET rules = json_set(rules, '$.outgoingPattern', 'Ш-{seq:0000}/{yy}', '$.remindAhead', 2);

CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is dropped, never deleted'); END;
CREATE TRIGGER decisions_keep BEFORE UPDATE ON decisions
WHEN OLD.state IN ('signed', 'refused', 'dropped') OR NEW.id IS NOT OLD.id OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.act IS NOT OLD.act OR NEW.author_id IS NOT OLD.author_id
BEGIN SELECT RAISE(ABORT, 'what was decided never changes'); END;
CREATE TRIGGER agreements_no_delete BEFORE DELETE ON agreements BEGIN SELECT RAISE(ABORT, 'an agreement stays'); END;
CREATE TRIGGER agreements_keep BEFORE UPDATE ON agreements BEGIN SELECT RAISE(ABORT, 'an agreement stays'); END;
CREATE TRIGGER letters_no_delete BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'an outgoing letter keeps its number'); END;
CREATE TRIGGER letters_keep BEFORE UPDATE ON letters
WHEN OLD.handed_on IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.decision_id IS NOT OLD.decision_id OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.purpose IS NOT OLD.purpose
  OR NEW.year IS NOT OLD.year OR NEW.seq IS NOT OLD.seq OR NEW.number IS NOT OLD.number OR NEW.number_parts IS NOT OLD.number_parts OR NEW.signed_on IS NOT OLD.signed_on OR NEW.recipient IS NOT OLD.recipient OR NEW.delivery IS NOT OLD.delivery
  OR NEW.send_by IS NOT OLD.send_by OR NEW.facts IS NOT OLD.facts
BEGIN SELECT RAISE(ABORT, 'a signed letter never changes'); END;
CREATE TRIGGER paper_moves_no_delete BEFORE DELETE ON paper_moves BEGIN SELECT RAISE(ABORT, 'where the paper was stays written'); END;
CREATE TRIGGER paper_moves_keep BEFORE UPDATE ON paper_moves
WHEN OLD.returned_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.holder_id IS NOT OLD.holder_id OR NEW.holder_name IS NOT OLD.holder_name
  OR NEW.given_at IS NOT OLD.given_at OR NEW.given_by IS NOT OLD.given_by
BEGIN SELECT RAISE(ABORT, 'where the paper was stays written'); END;
CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies BEGIN SELECT RAISE(ABORT, 'a body is retired, never deleted'); END;
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'a case is closed, never deleted'); END;
`
