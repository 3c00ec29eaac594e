-- What workers and enterprises say of each other, and to the bureau: blocks, complaints, reviews.

-- A worker and an enterprise that do not want to deal with each other, as either side said; the other is not told.
CREATE TABLE block (
  id            uuid PRIMARY KEY,
  worker_id     uuid NOT NULL REFERENCES worker,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  blocked_by    text NOT NULL CHECK (blocked_by IN ('worker', 'enterprise')),
  created_at    timestamptz NOT NULL,
  CONSTRAINT block_once UNIQUE (worker_id, enterprise_id, blocked_by)
);
CREATE INDEX block_enterprise ON block (enterprise_id, id);

-- A word to the bureau of the host's region: about a placement, an enterprise, or a post (R31).
CREATE TABLE complaint (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL REFERENCES account,     -- who wrote it
  worker_id     uuid REFERENCES worker,               -- the complaining party, if it is one of a deal
  enterprise_id uuid REFERENCES enterprise,
  against_id    uuid NOT NULL REFERENCES enterprise,
  placement_id  uuid REFERENCES placement,
  need_id       uuid REFERENCES labour_need,
  region_id     text NOT NULL REFERENCES region,      -- the host's: it decides which bureau is asked
  kind          text NOT NULL CHECK (kind IN ('wages', 'hours', 'safety', 'injury', 'discrimination', 'data', 'fees', 'post', 'other')),
  text          text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  is_open       boolean NOT NULL DEFAULT false,       -- whether the other side may see it, and whose it is
  state         text NOT NULL CHECK (state IN ('open', 'in_review', 'resolved', 'dismissed')),
  answer        text NOT NULL DEFAULT '' CHECK (length(answer) <= 4000),
  created_at    timestamptz NOT NULL,
  decided_at    timestamptz,
  CONSTRAINT complaint_one_party CHECK (worker_id IS NULL OR enterprise_id IS NULL),
  CONSTRAINT complaint_answered CHECK (state IN ('open', 'in_review') OR answer <> '')
);
CREATE INDEX complaint_worker ON complaint (worker_id, id) WHERE worker_id IS NOT NULL;
CREATE INDEX complaint_enterprise ON complaint (enterprise_id, id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX complaint_against ON complaint (against_id, id) WHERE is_open;
CREATE INDEX complaint_region ON complaint (region_id, id);
CREATE UNIQUE INDEX complaint_post_once ON complaint (need_id, account_id) WHERE kind = 'post' AND state IN ('open', 'in_review');

-- Every step of a complaint; never rewritten.
CREATE TABLE complaint_step (
  complaint_id uuid NOT NULL REFERENCES complaint,
  position     integer NOT NULL CHECK (position >= 1),
  state        text NOT NULL,
  note         text NOT NULL DEFAULT '',
  is_by_bureau boolean NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (complaint_id, position)
);
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON complaint_step FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

-- Why a bureau took a post down (R29, R31).
ALTER TABLE labour_need ADD COLUMN removal_note text CHECK (length(removal_note) BETWEEN 1 AND 1000);

-- A review of what was lived through in a placement, one per author. Sealed until both sides have written or time has passed.
CREATE TABLE review (
  id            uuid PRIMARY KEY,
  placement_id  uuid NOT NULL REFERENCES placement,
  kind          text NOT NULL CHECK (kind IN ('host_of_worker', 'worker_of_host', 'lender_of_host')),
  worker_id     uuid NOT NULL REFERENCES worker,
  host_id       uuid NOT NULL REFERENCES enterprise,
  lender_id     uuid REFERENCES enterprise,
  punctuality   smallint CHECK (punctuality BETWEEN 1 AND 5),
  skill         smallint CHECK (skill BETWEEN 1 AND 5),
  safety        smallint CHECK (safety BETWEEN 1 AND 5),
  terms_kept    smallint CHECK (terms_kept BETWEEN 1 AND 5),
  respect       smallint CHECK (respect BETWEEN 1 AND 5),
  paid_on_time  smallint CHECK (paid_on_time BETWEEN 1 AND 5),
  again         smallint CHECK (again BETWEEN 1 AND 5),
  text          text NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
  state         text NOT NULL CHECK (state IN ('sealed', 'published', 'appealed', 'upheld', 'removed')),
  publish_at    timestamptz NOT NULL,      -- when it is published at the latest
  created_at    timestamptz NOT NULL,
  published_at  timestamptz,
  reply         text NOT NULL DEFAULT '' CHECK (length(reply) <= 1000),
  replied_at    timestamptz,
  appeal        text NOT NULL DEFAULT '' CHECK (length(appeal) <= 1000),
  appealed_at   timestamptz,
  decision_note text NOT NULL DEFAULT '' CHECK (length(decision_note) <= 1000),
  decided_at    timestamptz,
  CONSTRAINT review_once UNIQUE (placement_id, kind),
  CONSTRAINT review_scores CHECK (CASE kind
    WHEN 'host_of_worker' THEN num_nonnulls(punctuality, skill, safety, again) = 4 AND num_nulls(terms_kept, respect, paid_on_time) = 3
    WHEN 'worker_of_host' THEN num_nonnulls(terms_kept, safety, respect, paid_on_time, again) = 5 AND num_nulls(punctuality, skill) = 2
    ELSE num_nonnulls(paid_on_time, terms_kept) = 2 AND num_nulls(punctuality, skill, safety, respect, again) = 5 END),
  CONSTRAINT review_lender CHECK (kind <> 'lender_of_host' OR lender_id IS NOT NULL)
);
CREATE INDEX review_worker ON review (worker_id, id);
CREATE INDEX review_host ON review (host_id, id);
CREATE INDEX review_lender ON review (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX review_due ON review (publish_at) WHERE state = 'sealed';
CREATE INDEX review_appeal ON review (id) WHERE state = 'appealed';

-- Open pages hear of both; who complains is told, whom it is about is not.
SELECT follow_live('complaint', 'worker', 'worker_id', 'enterprise', 'enterprise_id');
SELECT follow_live('review', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');
