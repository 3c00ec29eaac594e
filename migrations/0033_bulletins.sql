-- Bulletins: what a bureau reports of its indicators, by a plan or once; every edition is kept as it was.

CREATE TABLE bulletin_plan (
  id          uuid PRIMARY KEY,
  bureau_id   uuid NOT NULL REFERENCES bureau,
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  region_id   text NOT NULL REFERENCES region,
  codes       text[] NOT NULL CHECK (cardinality(codes) BETWEEN 1 AND 12),
  group_by    text CHECK (group_by IN ('region', 'county', 'industry', 'occupation')),
  cadence     text NOT NULL CHECK (cadence IN ('daily', 'weekly', 'monthly', 'once')),
  at_hour     smallint NOT NULL CHECK (at_hour BETWEEN 0 AND 23),
  language    text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  addresses   text[] NOT NULL CHECK (cardinality(addresses) <= 20),
  is_on       boolean NOT NULL,
  planned_on  date NOT NULL,                 -- the clock makes editions of periods that end on this day or later
  created_at  timestamptz NOT NULL
);
CREATE INDEX bulletin_plan_bureau ON bulletin_plan (bureau_id, id);

CREATE TABLE bulletin (
  id           uuid PRIMARY KEY,
  plan_id      uuid NOT NULL REFERENCES bulletin_plan,
  bureau_id    uuid NOT NULL REFERENCES bureau,
  first_day    date NOT NULL,
  last_day     date NOT NULL,
  version      smallint NOT NULL CHECK (version >= 1),
  account_id   uuid REFERENCES account,      -- null: the clock
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
  progress     smallint NOT NULL CHECK (progress BETWEEN 0 AND 100),
  requested_at timestamptz NOT NULL,
  finished_at  timestamptz,
  content      json,                         -- as text, so that its hash on the paper can be computed again
  CONSTRAINT bulletin_period CHECK (first_day <= last_day),
  CONSTRAINT bulletin_version UNIQUE (plan_id, first_day, last_day, version),
  CONSTRAINT bulletin_content CHECK ((state = 'succeeded') = (content IS NOT NULL)),
  CONSTRAINT bulletin_finished CHECK ((state IN ('succeeded', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX bulletin_bureau ON bulletin (bureau_id, id);

-- An edition as it went out. A correction is a new version.
CREATE TABLE bulletin_file (
  bulletin_id uuid NOT NULL REFERENCES bulletin,
  format      text NOT NULL CHECK (format IN ('pdf', 'xlsx')),
  bytes       bytea NOT NULL,
  sha256      text NOT NULL,
  PRIMARY KEY (bulletin_id, format)
);
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON bulletin_file FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TABLE bulletin_mail (
  id          uuid PRIMARY KEY,
  bulletin_id uuid NOT NULL REFERENCES bulletin,
  address     text NOT NULL CHECK (length(address) <= 254),
  state       text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts    smallint NOT NULL,
  fault       text,
  created_at  timestamptz NOT NULL,
  sent_at     timestamptz,
  CONSTRAINT bulletin_mail_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX bulletin_mail_bulletin ON bulletin_mail (bulletin_id, id);
