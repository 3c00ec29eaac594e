-- Reminders are told once; notifications lead to the screen where something can be done.

-- A reminder that went out. `subject_id` is what it reminds of: an id, or an id and a version where each version counts anew.
CREATE TABLE reminder_sent (
  kind       text NOT NULL CHECK (kind IN ('agreement_signature', 'placement_terms', 'settlement_due', 'settlement_draft')),
  subject_id text NOT NULL,
  sent_at    timestamptz NOT NULL,
  PRIMARY KEY (kind, subject_id)
);

-- A path of the console; empty: there is nothing to open.
ALTER TABLE notification ADD COLUMN link text NOT NULL DEFAULT '' CHECK (link = '' OR link LIKE '/%');
