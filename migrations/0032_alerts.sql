-- Rules by which a bureau is warned, the alerts that they raised, and what was done about each.

CREATE TABLE alert_rule (
  id             uuid PRIMARY KEY,
  bureau_id      uuid NOT NULL REFERENCES bureau,
  shipped_as     text,                       -- one that came with the product; a bureau changes it, or turns it off
  name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  indicator      text NOT NULL,
  region_id      text NOT NULL REFERENCES region,
  occupation_id  text REFERENCES occupation,
  industry_id    text REFERENCES industry,
  split_by       text CHECK (split_by IN ('region', 'occupation', 'industry')),
  kind           text NOT NULL CHECK (kind IN ('threshold', 'change', 'trend')),
  is_above       boolean NOT NULL,
  bound          double precision NOT NULL,
  release_at     double precision NOT NULL,
  least          double precision NOT NULL CHECK (least >= 0),
  days           smallint NOT NULL CHECK (days BETWEEN 1 AND 366),
  severity       text NOT NULL CHECK (severity IN ('notice', 'warning', 'critical')),
  escalate_hours smallint CHECK (escalate_hours BETWEEN 1 AND 720),
  is_on          boolean NOT NULL,
  created_at     timestamptz NOT NULL,
  CONSTRAINT alert_rule_shipped_once UNIQUE (bureau_id, shipped_as)
);
CREATE INDEX alert_rule_bureau ON alert_rule (bureau_id, id);

CREATE TABLE alert (
  id              uuid PRIMARY KEY,
  rule_id         uuid NOT NULL REFERENCES alert_rule,
  bureau_id       uuid NOT NULL REFERENCES bureau,
  part_id         text NOT NULL,             -- '' where the rule is not split
  state           text NOT NULL CHECK (state IN ('open', 'acknowledged', 'closed')),
  reading         double precision NOT NULL, -- the latest
  opened_at       timestamptz NOT NULL,
  acknowledged_at timestamptz,
  assignee_id     uuid REFERENCES account,
  escalated_at    timestamptz,
  closed_at       timestamptz,
  CONSTRAINT alert_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX alert_one_open ON alert (rule_id, part_id) WHERE state <> 'closed';
CREATE INDEX alert_bureau ON alert (bureau_id, id);
CREATE INDEX alert_unanswered ON alert (opened_at) WHERE state = 'open' AND escalated_at IS NULL;

CREATE TABLE alert_step (
  id         uuid PRIMARY KEY,
  alert_id   uuid NOT NULL REFERENCES alert,
  action     text NOT NULL CHECK (action IN ('raised', 'acknowledged', 'assigned', 'escalated', 'noted', 'closed')),
  account_id uuid REFERENCES account,        -- null: the rule itself
  reading    double precision,
  note       text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  at         timestamptz NOT NULL
);
CREATE INDEX alert_step_alert ON alert_step (alert_id, id);
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON alert_step FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
