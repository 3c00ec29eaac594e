-- Markets are arranged by bureaus, county by county: a prefecture's market may give one of its counties to another. So each
-- region names its market itself, where until now a market named the topmost of its regions.
INSERT INTO labour_market_region (region_id, market_id)
SELECT a.region_id, m.market_id FROM labour_market_region m JOIN region_ancestor a ON a.ancestor_id = m.region_id
ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION market_of(region text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT market_id FROM labour_market_region WHERE region_id = region
$$;

-- How far counties' workers and needs reach each other, measured by a job: what a division into markets is judged by.
CREATE TABLE region_interaction (
  worker_region_id text NOT NULL REFERENCES region,
  need_region_id   text NOT NULL REFERENCES region,
  workers          double precision NOT NULL CHECK (workers >= 0), -- of the first, each shared among the needs that it could serve
  seats            double precision NOT NULL CHECK (seats >= 0),   -- of the second, each shared among those who could take it
  measured_at      timestamptz NOT NULL,
  PRIMARY KEY (worker_region_id, need_region_id)
);
CREATE INDEX region_interaction_need ON region_interaction (need_region_id);
