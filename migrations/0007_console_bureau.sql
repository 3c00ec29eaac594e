-- What the console's pages for bureaus and operators read beside the tables themselves.

-- What other modules may read of labour (owner: labour). From which instant until which (null: still) how many heads of a
-- need stood in each stage; stages as in labour_need_fill. An offer that is accepted keeps no instant of its own once it is
-- confirmed, so that one is read from the audit trail, through audit_log_subject.
CREATE VIEW labour_need_stage AS
SELECT p.need_id, 1 AS proposed, 0 AS accepted, 0 AS on_site, p.created_at AS since, p.decided_at AS till
FROM proposal p
UNION ALL
SELECT o.need_id, 1, 0, 0, o.sent_at, CASE WHEN o.state <> 'sent' THEN coalesce(a.at, o.decided_at) END
FROM offer o
LEFT JOIN LATERAL (SELECT min(l.at) AS at FROM audit_log l WHERE l.subject_type = 'offer' AND l.subject_id = o.id::text
                     AND l.action IN ('offer.accept', 'offer.confirm')) a ON true
UNION ALL
SELECT o.need_id, 1, 1, 0, coalesce(a.at, o.decided_at),
       CASE WHEN o.state IN ('declined', 'withdrawn', 'expired') THEN o.decided_at
            WHEN p.state IN ('cancelled', 'no_show') THEN p.ended_at END
FROM offer o
LEFT JOIN placement p ON p.offer_id = o.id
LEFT JOIN LATERAL (SELECT min(l.at) AS at FROM audit_log l WHERE l.subject_type = 'offer' AND l.subject_id = o.id::text
                     AND l.action IN ('offer.accept', 'offer.confirm')) a ON true
WHERE o.state IN ('accepted', 'confirmed') OR a.at IS NOT NULL
UNION ALL
SELECT p.need_id, 0, 0, 1, p.started_at, CASE WHEN p.state <> 'completed' THEN p.ended_at END
FROM placement p
WHERE p.started_at IS NOT NULL;

-- When an enterprise handed in what its bureau is to decide on: it moves when a rejected one submits again.
ALTER TABLE enterprise ADD COLUMN submitted_at timestamptz NOT NULL DEFAULT now();
UPDATE enterprise SET submitted_at = coalesce(
  (SELECT max(l.at) FROM audit_log l WHERE l.subject_type = 'enterprise' AND l.subject_id = enterprise.id::text AND l.action = 'enterprise.submit'),
  created_at);

-- The log-ins that the demo region brings along, for its log-in page. Only the demo's loader writes here, together with the
-- accounts: rows here are what makes a database a demo. The hash tells when someone has changed the password since.
CREATE TABLE demo_login (
  account_id    uuid PRIMARY KEY REFERENCES account,
  position      smallint NOT NULL UNIQUE,
  password      text NOT NULL,
  password_hash text NOT NULL,
  label_zh      text NOT NULL,
  label_en      text NOT NULL
);

-- Why an operator blocked an account (disabled_at); gone when it is unblocked.
ALTER TABLE account ADD COLUMN disabled_note text;

-- Operators read the audit trail by time, by who acted and by what it was done to.
CREATE INDEX audit_log_at ON audit_log (at, chain, position);
CREATE INDEX audit_log_actor ON audit_log (actor, at);
DROP INDEX audit_log_subject;
CREATE INDEX audit_log_subject ON audit_log (subject_id, subject_type);
