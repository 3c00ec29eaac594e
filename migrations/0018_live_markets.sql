-- A market is kept optimal in the memory of one job process. What that needs of the database: whose it is, and what changed.

-- Whoever holds the lease writes the market's proposals, nobody else. It lapses when its process is not heard of for a while,
-- and at once when the connection is gone on which that process listens.
CREATE TABLE market_lease (
  market_id     uuid PRIMARY KEY REFERENCES labour_market,
  owner         uuid NOT NULL,
  until         timestamptz NOT NULL,
  backend       integer,                                -- of the connection, as pg_stat_activity names it
  backend_start timestamptz
);

CREATE VIEW market_kept AS
SELECT l.market_id, l.owner FROM market_lease l
WHERE l.until > now() AND (l.backend IS NULL OR EXISTS (
  SELECT 1 FROM pg_stat_activity a WHERE a.pid = l.backend AND a.backend_start = l.backend_start));

-- Whose facts may be other than they were, noted in the transaction that changed them. The owner looks at them again, and
-- deletes the note in the transaction that writes what follows. Order and repeats are no matter: what counts is what the
-- tables say by then. Neither worker nor need: something of the market, where nobody kept it.
CREATE TABLE market_change (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  market_id uuid REFERENCES labour_market,             -- null: the region belongs to no market yet
  region_id text NOT NULL,
  worker_id uuid,
  need_id   uuid,
  noted_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (num_nonnulls(worker_id, need_id) <= 1)
);
CREATE INDEX market_change_market ON market_change (market_id, id);

CREATE FUNCTION market_of(region text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.market_id FROM region_ancestor a JOIN labour_market_region m ON m.region_id = a.ancestor_id WHERE a.region_id = region LIMIT 1
$$;

-- One note for each subject where somebody keeps the market, one for all where nobody does. The news wake the owner.
CREATE FUNCTION note_market_change(workers uuid[], needs uuid[], regions text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH subject AS (
    SELECT w.region_id, w.id AS worker_id, NULL::uuid AS need_id FROM worker w
    WHERE w.id = ANY(workers) AND EXISTS (SELECT 1 FROM availability a WHERE a.worker_id = w.id)
    UNION SELECT r.region_id, w.id, NULL FROM unnest(regions) r (region_id) CROSS JOIN unnest(workers) w (id)
    UNION SELECT n.region_id, NULL, n.id FROM labour_need n WHERE n.id = ANY(needs)
  ), place AS (
    SELECT p.region_id, market_of(p.region_id) AS market_id FROM (SELECT DISTINCT region_id FROM subject) p
  )
  INSERT INTO market_change (market_id, region_id, worker_id, need_id)
  SELECT p.market_id, s.region_id, s.worker_id, s.need_id
  FROM subject s JOIN place p USING (region_id) JOIN market_lease l USING (market_id)
  UNION ALL
  SELECT p.market_id, p.region_id, NULL, NULL
  FROM place p WHERE NOT EXISTS (SELECT 1 FROM market_lease l WHERE l.market_id = p.market_id);
  IF FOUND THEN PERFORM pg_notify('market_change', ''); END IF;
END $$;

-- For tables whose rows are about a worker, a need or both; arguments: the columns that say whom, '' for none.
CREATE FUNCTION market_change_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  workers uuid[];
  needs   uuid[];
  rows    text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT * FROM new_rows' WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
                  ELSE 'SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows' END;
BEGIN
  IF TG_ARGV[0] <> '' THEN EXECUTE format('SELECT array_agg(DISTINCT %I) FROM (%s) r', TG_ARGV[0], rows) INTO workers; END IF;
  IF TG_ARGV[1] <> '' THEN EXECUTE format('SELECT array_agg(DISTINCT %I) FROM (%s) r', TG_ARGV[1], rows) INTO needs; END IF;
  PERFORM note_market_change(workers, needs, NULL);
  RETURN NULL;
END $$;

-- A worker who moves leaves one market and comes to another.
CREATE FUNCTION market_change_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_market_change(array_agg(o.id), NULL, array_agg(DISTINCT o.region_id))
  FROM old_rows o JOIN new_rows n USING (id) WHERE o.region_id <> n.region_id;
  RETURN NULL;
END $$;

-- Who may not deal any more, or again, with all its needs and workers.
CREATE FUNCTION note_enterprises(enterprises uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT note_market_change(
    ARRAY(SELECT id FROM worker WHERE home_enterprise_id = ANY(enterprises)),
    ARRAY(SELECT id FROM labour_need WHERE host_id = ANY(enterprises) AND state = 'open'), NULL)
$$;
CREATE FUNCTION market_change_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_enterprises(array_agg(n.id)) FROM old_rows o JOIN new_rows n USING (id) WHERE o.verification <> n.verification;
  RETURN NULL;
END $$;
CREATE FUNCTION market_change_sanctions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_enterprises(array_agg(e.id)) FROM enterprise e
  WHERE (e.registration_scheme, e.registration_code) IN (SELECT n.registration_scheme, n.registration_code FROM new_rows n);
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched record;
BEGIN
  FOR watched IN SELECT * FROM (VALUES
    ('worker', 'id', ''), ('worker_skill', 'worker_id', ''), ('worker_certificate', 'worker_id', ''),
    ('worker_person', 'worker_id', ''), ('worker_restriction', 'worker_id', ''), ('worker_booking', 'worker_id', 'need_id'),
    ('availability', 'worker_id', ''), ('employment', 'worker_id', ''), ('consent', 'worker_id', ''),
    ('block', 'worker_id', ''), ('offer', 'worker_id', 'need_id'), ('labour_need', '', 'id')) w (name, worker, need)
  LOOP
    EXECUTE format('CREATE TRIGGER market_change_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects(%L, %L)', watched.name, watched.worker, watched.need);
    EXECUTE format('CREATE TRIGGER market_change_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects(%L, %L)', watched.name, watched.worker, watched.need);
    EXECUTE format('CREATE TRIGGER market_change_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects(%L, %L)', watched.name, watched.worker, watched.need);
  END LOOP;
END $$;
CREATE TRIGGER market_change_moves AFTER UPDATE ON worker REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_moves();
CREATE TRIGGER market_change_update AFTER UPDATE ON enterprise REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_enterprises();
CREATE TRIGGER market_change_insert AFTER INSERT ON enterprise_sanction REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_sanctions();
CREATE TRIGGER market_change_update AFTER UPDATE ON enterprise_sanction REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_sanctions();

-- Of a scheduled run: proposals that stood, and that solving the same market from nothing moves. None, unless something is wrong.
ALTER TABLE match_run ADD COLUMN drift integer;
