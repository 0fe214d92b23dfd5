/**
 * The way of a letter through the office: departments and absences, the states beyond registration, confidential entries, resolutions with their tasks, control. Resolutions and tasks are never
 * deleted; what a resolution says never changes, it is recalled with a reason.
 */
export const sql = `
CREATE TABLE departments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  head_id INTEGER REFERENCES people (id),
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
ALTER TABLE people ADD COLUMN department_id INTEGER REFERENCES departments (id);
INSERT INTO departments (name, head_id, active, version)
SELECT DISTINCT department, NULL, 1, 1 FROM people WHERE department ->> '$.kk' <> '' OR department ->> '$.ru' <> '';
UPDATE people SET department_id = (SELECT id FROM departments WHERE name = people.department);
ALTER TABLE people DROP COLUMN department;

CREATE TABLE absences (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  acting_id INTEGER REFERENCES people (id),
  cancelled INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CHECK (to_on >= from_on),
  CHECK (acting_id IS NULL OR acting_id <> person_id)
) STRICT;
CREATE INDEX absences_person ON absences (person_id, from_on);

ALTER TABLE appeals ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appeals ADD COLUMN control INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appeals ADD COLUMN controller_id INTEGER REFERENCES people (id);
ALTER TABLE appeals ADD COLUMN closed_on TEXT;
CREATE TABLE appeal_readers (
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (appeal_id, person_id)
) STRICT;

DROP INDEX appeals_open_deadline;
CREATE INDEX appeals_open_deadline ON appeals (journal, year, deadline, seq) WHERE status IN ('registered', 'resolution', 'execution');
DROP INDEX appeals_open;
CREATE INDEX appeals_open ON appeals (id) WHERE status IN ('registered', 'resolution', 'execution');
CREATE INDEX appeals_waiting ON appeals (deadline, seq) WHERE status IN ('registered', 'resolution');

CREATE TABLE resolutions (
  id INTEGER PRIMARY KEY,
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  parent_id INTEGER REFERENCES tasks (id),
  author_id INTEGER NOT NULL REFERENCES people (id),
  author_name TEXT NOT NULL,
  author_position TEXT NOT NULL,
  text TEXT NOT NULL,
  due TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  entered_by TEXT,
  recalled_at TEXT,
  recalled_by TEXT,
  recall_reason TEXT,
  CHECK ((recalled_at IS NULL) = (recall_reason IS NULL))
) STRICT;
CREATE INDEX resolutions_appeal ON resolutions (appeal_id, id);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  resolution_id INTEGER NOT NULL REFERENCES resolutions (id),
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  person_name TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id),
  responsible INTEGER NOT NULL,
  due TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('assigned', 'accepted', 'done', 'ended')),
  accepted_at TEXT,
  done_at TEXT,
  report TEXT NOT NULL,
  ended_at TEXT,
  end_reason TEXT,
  replaces INTEGER REFERENCES tasks (id),
  CHECK ((state = 'done') = (done_at IS NOT NULL)),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL AND end_reason IS NOT NULL))
) STRICT;
CREATE INDEX tasks_appeal ON tasks (appeal_id, id);
CREATE INDEX tasks_resolution ON tasks (resolution_id, id);
CREATE INDEX tasks_person_open ON tasks (person_id, due) WHERE state IN ('assigned', 'accepted');
CREATE INDEX tasks_department ON tasks (department_id, appeal_id);

CREATE TABLE typical_resolutions (
  person_id INTEGER NOT NULL REFERENCES people (id),
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 9),
  text TEXT NOT NULL,
  PRIMARY KEY (person_id, place)
) STRICT;

CREATE TRIGGER resolutions_no_delete BEFORE DELETE ON resolutions BEGIN SELECT RAISE(ABORT, 'a resolution is recalled, never deleted'); END;
CREATE TRIGGER resolutions_keep BEFORE UPDATE ON resolutions
WHEN OLD.recalled_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.parent_id IS NOT OLD.parent_id OR NEW.author_id IS NOT OLD.author_id
  OR NEW.author_name IS NOT OLD.author_name OR NEW.author_position IS NOT OLD.author_position OR NEW.text IS NOT OLD.text OR NEW.due IS NOT OLD.due
  OR NEW.issued_on IS NOT OLD.issued_on OR NEW.issued_at IS NOT OLD.issued_at OR NEW.entered_by IS NOT OLD.entered_by
BEGIN SELECT RAISE(ABORT, 'what a resolution says never changes'); END;
CREATE TRIGGER tasks_no_delete BEFORE DELETE ON tasks BEGIN SELECT RAISE(ABORT, 'a task is ended, never deleted'); END;
CREATE TRIGGER tasks_keep BEFORE UPDATE ON tasks
WHEN OLD.state IN ('done', 'ended') OR NEW.id IS NOT OLD.id OR NEW.resolution_id IS NOT OLD.resolution_id OR NEW.appeal_id IS NOT OLD.appeal_id
  OR NEW.person_id IS NOT OLD.person_id OR NEW.person_name IS NOT OLD.person_name OR NEW.responsible IS NOT OLD.responsible
BEGIN SELECT RAISE(ABORT, 'a task stays with whom it was given'); END;
CREATE TRIGGER departments_no_delete BEFORE DELETE ON departments BEGIN SELECT RAISE(ABORT, 'a department is closed, never deleted'); END;
CREATE TRIGGER absences_no_delete BEFORE DELETE ON absences BEGIN SELECT RAISE(ABORT, 'an absence is cancelled, never deleted'); END;
`
