-- Point-to-point transport: buses for people of one origin who begin, or go home, on one day.

CREATE TABLE transport_plan (
  id             uuid PRIMARY KEY,
  bureau_id      uuid NOT NULL REFERENCES bureau,
  day            date NOT NULL,
  direction      text NOT NULL CHECK (direction IN ('out', 'home')),
  origin_id      text NOT NULL REFERENCES region,       -- where the people live
  destination_id text NOT NULL REFERENCES region,       -- where they work
  minute         smallint NOT NULL CHECK (minute BETWEEN 0 AND 1439), -- of the day: out, the last arrival; home, the first departure
  walk_m         integer NOT NULL CHECK (walk_m BETWEEN 500 AND 20000),
  km_per_hour    smallint NOT NULL CHECK (km_per_hour BETWEEN 20 AND 100),
  vehicles       jsonb NOT NULL CHECK (jsonb_typeof(vehicles) = 'array'),
  account_id     uuid NOT NULL REFERENCES account,
  state          text NOT NULL CHECK (state IN ('queued', 'running', 'planned', 'failed', 'published', 'cancelled')),
  requested_at   timestamptz NOT NULL,
  finished_at    timestamptz,
  outcome        jsonb,
  CONSTRAINT transport_plan_outcome CHECK ((outcome IS NOT NULL) = (state IN ('planned', 'published', 'cancelled')))
);
CREATE INDEX transport_plan_bureau ON transport_plan (bureau_id, id);

CREATE TABLE transport_trip (
  id       uuid PRIMARY KEY,
  plan_id  uuid NOT NULL REFERENCES transport_plan,
  nth      smallint NOT NULL,
  vehicle  text NOT NULL,
  seats    smallint NOT NULL,
  cost_fen integer NOT NULL CHECK (cost_fen >= 0),
  km       double precision NOT NULL,
  CONSTRAINT transport_trip_nth UNIQUE (plan_id, nth)
);

-- Where a bus stops. A point where people are picked up lies on a grid, and is never anybody's home.
CREATE TABLE transport_stop (
  id        uuid PRIMARY KEY,
  trip_id   uuid NOT NULL REFERENCES transport_trip,
  nth       smallint NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('home', 'work')),
  name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  latitude  double precision NOT NULL,
  longitude double precision NOT NULL,
  minute    smallint NOT NULL,                           -- of the plan's day; below 0 on the day before, from 1440 on the day after
  CONSTRAINT transport_stop_nth UNIQUE (trip_id, nth)
);

CREATE TABLE transport_seat (
  id           uuid PRIMARY KEY,
  trip_id      uuid NOT NULL REFERENCES transport_trip,
  placement_id uuid NOT NULL REFERENCES placement,
  worker_id    uuid NOT NULL REFERENCES worker,
  direction    text NOT NULL CHECK (direction IN ('out', 'home')),
  boards_at    uuid NOT NULL REFERENCES transport_stop,
  leaves_at    uuid NOT NULL REFERENCES transport_stop,
  state        text NOT NULL CHECK (state IN ('foreseen', 'asked', 'taken', 'declined', 'void')),
  decided_at   timestamptz
);
CREATE INDEX transport_seat_trip ON transport_seat (trip_id);
CREATE INDEX transport_seat_worker ON transport_seat (worker_id, id);
CREATE INDEX transport_seat_boards ON transport_seat (boards_at);
CREATE INDEX transport_seat_leaves ON transport_seat (leaves_at);
-- Nobody is asked to two buses for one journey.
CREATE UNIQUE INDEX transport_seat_once ON transport_seat (placement_id, direction) WHERE state IN ('asked', 'taken');
