-- What every module stands on: the outbox, the inbox, idempotency, the audit trail, sessions.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A state change and the event it causes commit together; a relay turns rows into jobs.
CREATE TABLE outbox_event (
  id          uuid PRIMARY KEY,
  name        text NOT NULL,
  payload     jsonb NOT NULL,
  delay_ms    integer NOT NULL DEFAULT 0 CHECK (delay_ms >= 0),
  occurred_at timestamptz NOT NULL DEFAULT now(),
  relayed_at  timestamptz
);
CREATE INDEX outbox_event_pending ON outbox_event (id) WHERE relayed_at IS NULL;

CREATE FUNCTION outbox_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_event_notify AFTER INSERT ON outbox_event
  FOR EACH STATEMENT EXECUTE FUNCTION outbox_notify();

-- A handler's work and the mark that it was done commit together, so a job may run twice.
CREATE TABLE processed_event (
  handler      text NOT NULL,
  event_id     uuid NOT NULL,
  processed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (handler, event_id)
);

CREATE TABLE idempotency_key (
  owner        text NOT NULL,
  operation    text NOT NULL,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_hash text NOT NULL,
  result       jsonb,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, operation, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Append-only and hash-chained. One chain per tenant, so tenants never wait for each other;
-- within a chain the lock is held from the insert to the commit, so links follow commit order.
CREATE TABLE audit_log (
  chain        text NOT NULL,
  position     bigint NOT NULL,
  at           timestamptz NOT NULL DEFAULT now(),
  actor        text NOT NULL,
  action       text NOT NULL,
  subject_type text NOT NULL,
  subject_id   text NOT NULL,
  details      jsonb NOT NULL DEFAULT '{}',
  previous     bytea NOT NULL,
  hash         bytea NOT NULL,
  PRIMARY KEY (chain, position)
);
CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id);

CREATE FUNCTION audit_row_hash(r audit_log) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(r.previous || convert_to(
    jsonb_build_array(r.chain, r.position, extract(epoch FROM r.at), r.actor, r.action,
                      r.subject_type, r.subject_id, r.details)::text, 'UTF8'))
$$;

CREATE FUNCTION audit_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last audit_log;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_log'), hashtext(NEW.chain));
  SELECT * INTO last FROM audit_log WHERE chain = NEW.chain ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(last.position, 0) + 1;
  NEW.previous := coalesce(last.hash, '\x');
  NEW.hash := audit_row_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_log_link BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_link();

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_log_append_only';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Rows whose link or hash does not hold; an intact trail returns none.
CREATE VIEW audit_log_broken AS
SELECT chain, position
FROM (SELECT a.*, lag(a.hash, 1, '\x'::bytea) OVER w AS expected, lag(a.position, 1, 0::bigint) OVER w AS before,
             audit_row_hash(a) AS recomputed
      FROM audit_log a WINDOW w AS (PARTITION BY a.chain ORDER BY a.position)) r
WHERE r.previous <> r.expected OR r.position <> r.before + 1 OR r.hash <> r.recomputed;
