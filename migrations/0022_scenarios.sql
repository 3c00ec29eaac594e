-- What somebody asks of a market: what would be if, and what would fill the seats. Answered by a job on a copy; changes nothing.
CREATE TABLE scenario (
  id           uuid PRIMARY KEY,
  market_id    uuid NOT NULL REFERENCES labour_market,
  host_id      uuid REFERENCES enterprise,              -- the enterprise that asked; null: a bureau or an operator did
  account_id   uuid NOT NULL REFERENCES account,
  kind         text NOT NULL CHECK (kind IN ('what_if', 'remedies')),
  question     jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  phase        text NOT NULL DEFAULT '',
  share_done   real NOT NULL DEFAULT 0 CHECK (share_done BETWEEN 0 AND 1),
  answer       jsonb,
  requested_at timestamptz NOT NULL DEFAULT now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  CONSTRAINT scenario_answered CHECK ((state = 'succeeded') = (answer IS NOT NULL))
);
CREATE INDEX scenario_market ON scenario (market_id, id DESC);
CREATE INDEX scenario_host ON scenario (host_id, id DESC) WHERE host_id IS NOT NULL;
CREATE INDEX scenario_open ON scenario (account_id) WHERE state IN ('queued', 'running');

CREATE FUNCTION scenario_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', 'scenario:' || NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER scenario_news AFTER UPDATE ON scenario FOR EACH ROW EXECUTE FUNCTION scenario_news();
