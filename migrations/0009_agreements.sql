-- The deal between two enterprises: what a lender states of a worker's contract, the terms both negotiate, what they sign.

-- The labour contract between a worker and their employer, as the employer states it: a loan needs one on every day (R1, R2)
-- and must not lend on a worker who is dispatched to the lender (R3).
CREATE TABLE employment (
  id              uuid PRIMARY KEY,
  worker_id       uuid NOT NULL REFERENCES worker,
  enterprise_id   uuid NOT NULL REFERENCES enterprise,
  contract_number text NOT NULL DEFAULT '',
  starts_on       date NOT NULL,
  ends_on         date,                    -- null: open-ended
  is_dispatched   boolean NOT NULL DEFAULT false,
  ended_on        date,                    -- the day after which the contract no longer holds, however it ended
  end_reason      text NOT NULL DEFAULT '',
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT employment_period CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE UNIQUE INDEX employment_one ON employment (worker_id) WHERE ended_on IS NULL;
CREATE INDEX employment_enterprise ON employment (enterprise_id, id);

CREATE SEQUENCE agreement_number;

CREATE TABLE agreement (
  id           uuid PRIMARY KEY,
  number       text NOT NULL DEFAULT 'GJ-' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-'
                 || lpad(nextval('agreement_number')::text, 6, '0'),
  kind         text NOT NULL CHECK (kind IN ('cooperation', 'amendment', 'termination')),
  parent_id    uuid REFERENCES agreement,  -- the cooperation agreement that an amendment or a termination changes
  need_id      uuid REFERENCES labour_need,
  host_id      uuid NOT NULL REFERENCES enterprise,
  lender_id    uuid NOT NULL REFERENCES enterprise,
  region_id    text NOT NULL REFERENCES region,
  state        text NOT NULL CHECK (state IN ('draft', 'issued', 'signed', 'in_force', 'ended', 'terminated', 'rejected')),
  version      integer NOT NULL CHECK (version >= 1),   -- of agreement_terms: the newest, from issue on the binding one
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  headcount    integer NOT NULL CHECK (headcount BETWEEN 0 AND 10000),
  content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$'),   -- SHA-256 of what is signed, from issue on
  created_at   timestamptz NOT NULL DEFAULT now(),
  issued_at    timestamptz,
  expires_at   timestamptz NOT NULL,       -- when a draft or an unsigned issue lapses
  signed_at    timestamptz,
  ended_at     timestamptz,
  CONSTRAINT agreement_number_unique UNIQUE (number),
  CONSTRAINT agreement_period CHECK (ends_on >= starts_on),
  CONSTRAINT agreement_parties CHECK (host_id <> lender_id),
  CONSTRAINT agreement_parent CHECK ((kind = 'cooperation') = (parent_id IS NULL)),
  CONSTRAINT agreement_issued_has_hash CHECK (state IN ('draft', 'rejected') OR content_hash IS NOT NULL)
);
CREATE INDEX agreement_host ON agreement (host_id, id);
CREATE INDEX agreement_lender ON agreement (lender_id, id);
CREATE INDEX agreement_parent ON agreement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreement_expiry ON agreement (expires_at) WHERE state IN ('draft', 'issued');
CREATE UNIQUE INDEX agreement_one_open ON agreement (need_id, lender_id)
  WHERE kind = 'cooperation' AND state IN ('draft', 'issued');
CREATE UNIQUE INDEX agreement_one_change ON agreement (parent_id) WHERE parent_id IS NOT NULL AND state IN ('draft', 'issued');

-- Every version that a side proposed, as it was proposed.
CREATE TABLE agreement_terms (
  agreement_id uuid NOT NULL REFERENCES agreement,
  version      integer NOT NULL CHECK (version >= 1),
  author_id    uuid NOT NULL REFERENCES enterprise,
  account_id   uuid NOT NULL REFERENCES account,
  terms        jsonb NOT NULL,
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agreement_id, version)
);

CREATE TABLE agreement_comment (
  id           uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  version      integer NOT NULL,
  author_id    uuid NOT NULL REFERENCES enterprise,
  account_id   uuid NOT NULL REFERENCES account,
  clause       text,
  body         text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  created_at   timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (agreement_id, version) REFERENCES agreement_terms (agreement_id, version)
);
CREATE INDEX agreement_comment_agreement ON agreement_comment (agreement_id, id);

CREATE TABLE agreement_signature (
  id           uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  party_id     uuid NOT NULL REFERENCES enterprise,
  account_id   uuid NOT NULL REFERENCES account,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  title        text NOT NULL DEFAULT '' CHECK (length(title) <= 100),
  content_hash text NOT NULL,
  signed_at    timestamptz NOT NULL,
  CONSTRAINT agreement_signed_once UNIQUE (agreement_id, party_id, content_hash)
);

-- The paper itself. `issued` is what is read before signing, `sealed` carries both signatures and the service's seal
-- over its bytes: a detached JWS.
CREATE TABLE agreement_document (
  agreement_id uuid NOT NULL REFERENCES agreement,
  stage        text NOT NULL CHECK (stage IN ('issued', 'sealed')),
  language     text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  pdf          bytea NOT NULL,
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  seal         text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agreement_id, stage, language),
  CONSTRAINT agreement_document_sealed CHECK ((stage = 'sealed') = (seal IS NOT NULL))
);
CREATE INDEX agreement_document_sha256 ON agreement_document (sha256);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never rewritten', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'written_once';
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agreement_terms', 'agreement_comment', 'agreement_signature', 'agreement_document'] LOOP
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', name);
  END LOOP;
END $$;

-- What is signed stays: its hash and its parties never change.
CREATE FUNCTION agreement_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('signed', 'in_force', 'ended', 'terminated') AND NEW.content_hash IS DISTINCT FROM OLD.content_hash
     OR (OLD.host_id, OLD.lender_id, OLD.number, OLD.kind) IS DISTINCT FROM (NEW.host_id, NEW.lender_id, NEW.number, NEW.kind)
  THEN
    RAISE EXCEPTION 'agreement % is fixed', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'agreement_is_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_keep BEFORE UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION agreement_keep();

-- A loan lies inside an agreement that both have signed, and never takes more heads than agreed. Placements made before
-- agreements existed are left as they are.
ALTER TABLE placement
  ADD COLUMN agreement_id uuid REFERENCES agreement,
  -- When the worker confirmed the terms of this placement, and the SHA-256 of what they were shown (R5, R6, R7).
  ADD COLUMN terms_confirmed_at timestamptz,
  ADD COLUMN terms_hash text,
  ADD CONSTRAINT placement_direct_has_no_agreement CHECK (kind <> 'direct' OR agreement_id IS NULL);
CREATE INDEX placement_agreement ON placement (agreement_id) WHERE agreement_id IS NOT NULL;

CREATE FUNCTION placement_check_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed agreement;
  heads integer;
BEGIN
  IF NEW.kind = 'loan' AND NEW.agreement_id IS NULL AND TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'loan % stands on no agreement', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_loan_needs_agreement';
  END IF;
  IF NEW.agreement_id IS NULL OR NEW.state NOT IN ('planned', 'active') THEN
    RETURN NULL;
  END IF;
  -- The lock makes placements of one agreement wait for each other, so that the count holds under concurrency.
  SELECT * INTO signed FROM agreement WHERE id = NEW.agreement_id FOR NO KEY UPDATE;
  IF signed.host_id <> NEW.host_id OR signed.lender_id <> NEW.lender_id OR signed.state NOT IN ('signed', 'in_force')
     OR signed.starts_on > NEW.starts_on OR signed.ends_on < NEW.ends_on
  THEN
    RAISE EXCEPTION 'placement % lies outside a signed agreement', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_inside_agreement';
  END IF;
  SELECT count(*) INTO heads FROM placement p
  WHERE p.agreement_id = NEW.agreement_id AND p.state IN ('planned', 'active')
    AND daterange(p.starts_on, p.ends_on, '[]') && daterange(NEW.starts_on, NEW.ends_on, '[]');
  IF heads > signed.headcount THEN
    RAISE EXCEPTION 'agreement % has no head left', NEW.agreement_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_headcount';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_inside_agreement AFTER INSERT OR UPDATE OF state, starts_on, ends_on, agreement_id ON placement
  FOR EACH ROW EXECUTE FUNCTION placement_check_agreement();

-- An agreement that ends ends its placements first (deferred, so that one transaction may do both).
CREATE FUNCTION agreement_check_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agreement a JOIN placement p ON p.agreement_id = a.id
             WHERE a.id = NEW.id AND p.state IN ('planned', 'active')
               AND (a.state NOT IN ('signed', 'in_force') OR a.starts_on > p.starts_on OR a.ends_on < p.ends_on))
  THEN
    RAISE EXCEPTION 'agreement % still carries a placement', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_carries_placement';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER agreement_carries_placement AFTER UPDATE ON agreement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreement_check_placements();

-- Open pages hear of a table's new and changed rows: pairs of a topic and the column that holds its id.
CREATE FUNCTION follow_live(followed regclass, VARIADIC topics text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE event text;
BEGIN
  FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER %s ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live(%s)',
      'live_' || lower(event), event, followed,
      (SELECT string_agg(quote_literal(topic), ', ' ORDER BY place) FROM unnest(topics) WITH ORDINALITY AS t (topic, place)));
  END LOOP;
END $$;
SELECT follow_live('agreement', 'enterprise', 'host_id', 'enterprise', 'lender_id');

CREATE FUNCTION tell_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', 'enterprise:' || party)
  FROM agreement a, unnest(ARRAY[a.host_id, a.lender_id]) AS party WHERE a.id = NEW.agreement_id;
  RETURN NULL;
END $$;
CREATE TRIGGER live_insert AFTER INSERT ON agreement_comment FOR EACH ROW EXECUTE FUNCTION tell_comment();
