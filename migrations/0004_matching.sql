-- Labour markets, the runs over them, and the weights of the score.

CREATE TABLE labour_market (
  id         uuid PRIMARY KEY,
  name_zh    text NOT NULL,
  name_en    text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A market is a set of regions and all below them; a region belongs to one market at most.
CREATE TABLE labour_market_region (
  region_id text PRIMARY KEY REFERENCES region,
  market_id uuid NOT NULL REFERENCES labour_market
);
CREATE INDEX labour_market_region_market ON labour_market_region (market_id);

CREATE TABLE score_weights (
  version    integer PRIMARY KEY,
  weights    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE match_run (
  id           uuid PRIMARY KEY,
  market_id    uuid NOT NULL REFERENCES labour_market,
  cause        text NOT NULL CHECK (cause IN ('event', 'schedule', 'manual')),
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  phase        text NOT NULL DEFAULT '',
  share_done   real NOT NULL DEFAULT 0 CHECK (share_done BETWEEN 0 AND 1),
  workers      integer, needs integer, positions integer, edges integer,
  filled       integer, score bigint, proven boolean,
  kept         integer, added integer, withdrawn integer,
  timings_ms   jsonb NOT NULL DEFAULT '{}',
  fault        text,
  requested_at timestamptz NOT NULL DEFAULT now(),
  started_at   timestamptz,
  finished_at  timestamptz
);
CREATE INDEX match_run_market ON match_run (market_id, id DESC);
-- Any number of causes while one run waits are one run: this is the debounce.
CREATE UNIQUE INDEX match_run_one_queued ON match_run (market_id) WHERE state = 'queued';

-- One run of a market at a time; a second waits its turn.
CREATE UNIQUE INDEX match_run_one_running ON match_run (market_id) WHERE state = 'running';

INSERT INTO score_weights (version, weights)
VALUES (1, '{"skill": 30, "distance": 25, "wage": 20, "overlap": 10, "waiting": 10, "rating": 5}');

ALTER TABLE proposal ADD FOREIGN KEY (run_id) REFERENCES match_run;
