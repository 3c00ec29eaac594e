-- Searches for work that a worker keeps, and the needs that were found for each: what is new since they last looked, and of
-- what they were told. A need is found once per search, so it is told once.

CREATE TABLE saved_search (
  id             uuid PRIMARY KEY,
  worker_id      uuid NOT NULL REFERENCES worker,
  name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
  filters        jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object'),
  occupation_ids text[] NOT NULL,          -- what the words of the filters name, or else may mean
  alerts         boolean NOT NULL,
  created_at     timestamptz NOT NULL,
  looked_at      timestamptz NOT NULL,
  alerted_at     timestamptz               -- at most one alert an hour
);
CREATE INDEX saved_search_worker ON saved_search (worker_id, id);

CREATE TABLE saved_search_hit (
  search_id uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
  need_id   uuid NOT NULL REFERENCES labour_need,
  found_at  timestamptz NOT NULL,
  told_at   timestamptz,                   -- null: waits for the next alert
  PRIMARY KEY (search_id, need_id)
);
CREATE INDEX saved_search_hit_need ON saved_search_hit (need_id);
CREATE INDEX saved_search_hit_untold ON saved_search_hit (search_id) WHERE told_at IS NULL;

-- Open work is found by its host's name too.
CREATE INDEX enterprise_name ON enterprise USING gin (name gin_trgm_ops);
