/**
 * Files of letters, stored outside the database under their SHA-256; slips in formats and with a proof; the keys that sign them; the office's wording on its papers; closed days. A file is
 * withdrawn, never deleted; a closed day never changes.
 */
export const sql = `
CREATE TABLE staged_files (
  token TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  staged_at TEXT NOT NULL,
  file TEXT NOT NULL,
  notices TEXT NOT NULL,
  scan TEXT,
  appeal_id INTEGER REFERENCES appeals (id),
  role TEXT CHECK (role IN ('letter', 'annex', 'protocol', 'other'))
) STRICT;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  appeal_id INTEGER NOT NULL REFERENCES appeals (id),
  role TEXT NOT NULL CHECK (role IN ('letter', 'annex', 'protocol', 'other')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  file TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  stamped_of INTEGER REFERENCES attachments (id),
  place TEXT,
  scan TEXT,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdraw_reason TEXT,
  CHECK ((stamped_of IS NULL) = (place IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
) STRICT;
CREATE INDEX attachments_appeal ON attachments (appeal_id, id);
CREATE INDEX attachments_content ON attachments (sha256);

ALTER TABLE slips ADD COLUMN format TEXT NOT NULL DEFAULT 'a5';

CREATE TABLE proof_keys (
  id INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
  since TEXT NOT NULL,
  replaced_at TEXT
) STRICT;

CREATE TABLE paper_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE closings (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  edition INTEGER NOT NULL,
  facts TEXT NOT NULL,
  event_id INTEGER NOT NULL,
  head TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  UNIQUE (day, edition)
) STRICT;

CREATE INDEX appeals_voided ON appeals (voided_at) WHERE voided_at IS NOT NULL;
CREATE INDEX letters_signed_on ON letters (signed_on);

ALTER TABLE public_services ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

UPDATE office SET rules = json_set(rules, '$.scanFolder', '');

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'a file is withdrawn, never deleted'); END;
CREATE TRIGGER attachments_keep BEFORE UPDATE ON attachments
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.role IS NOT OLD.role OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.file IS NOT OLD.file OR NEW.added_at IS NOT OLD.added_at OR NEW.added_by IS NOT OLD.added_by OR NEW.stamped_of IS NOT OLD.stamped_of OR NEW.place IS NOT OLD.place
BEGIN SELECT RAISE(ABORT, 'an attached file never changes'); END;
CREATE TRIGGER proof_keys_no_delete BEFORE DELETE ON proof_keys BEGIN SELECT RAISE(ABORT, 'slips signed with a key stay valid'); END;
CREATE TRIGGER proof_keys_keep BEFORE UPDATE ON proof_keys WHEN OLD.replaced_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.public_key IS NOT OLD.public_key OR NEW.since IS NOT OLD.since
BEGIN SELECT RAISE(ABORT, 'slips signed with a key stay valid'); END;
CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'a closed day stays as it was signed'); END;
CREATE TRIGGER closings_keep BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'a closed day stays as it was signed'); END;
`
