-- The matching of shared materials and of shared capacity: what waits to be solved, and what each run came to.

CREATE TABLE sharing_market (
  leg        text PRIMARY KEY CHECK (leg IN ('materials', 'capacity')),
  -- A run has been asked for and has not begun.
  is_awaited boolean NOT NULL DEFAULT false,
  -- When that was read of which the proposals speak.
  read_at    timestamptz
);
INSERT INTO sharing_market (leg) VALUES ('materials'), ('capacity');

CREATE TABLE sharing_run (
  id         uuid PRIMARY KEY,
  leg        text NOT NULL REFERENCES sharing_market,
  read_at    timestamptz NOT NULL,
  requests   integer NOT NULL CHECK (requests >= 0),
  offers     integer NOT NULL CHECK (offers >= 0),
  edges      integer NOT NULL CHECK (edges >= 0),
  met        integer NOT NULL CHECK (met >= 0),
  partly_met integer NOT NULL CHECK (partly_met >= 0),
  cost_fen   bigint NOT NULL CHECK (cost_fen >= 0),
  -- The share of the bound that is not filled; 0 and proven: nothing better exists.
  gap        double precision NOT NULL CHECK (gap BETWEEN 0 AND 1),
  is_proven  boolean NOT NULL,
  kept       integer NOT NULL,
  added      integer NOT NULL,
  withdrawn  integer NOT NULL,
  timings_ms jsonb NOT NULL,
  CONSTRAINT sharing_run_met CHECK (met + partly_met <= requests)
);
CREATE INDEX sharing_run_leg ON sharing_run (leg, id);
