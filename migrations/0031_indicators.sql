-- Facts that indicators count, and their sums by day, kept as the facts change.

CREATE FUNCTION local_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (at AT TIME ZONE 'Asia/Shanghai')::date
$$;

-- An hour's wage in half yuan, rounded: by 8 hours a day and 174 a month (2,088 hours of work a year / 12). NULL where that is
-- not known: by the week, year or piece, or in another currency.
CREATE FUNCTION wage_step(fen integer, unit text, currency text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN currency = 'CNY' AND unit IN ('hour', 'day', 'month')
    THEN least(round(fen / CASE unit WHEN 'hour' THEN 50.0 WHEN 'day' THEN 400.0 ELSE 8700.0 END), 2000)::smallint END
$$;

-- One view for each sort of source row: what a row adds to which measure, where and on which day. Each answers quickly for a
-- day and some regions, and says the same whenever it is asked: nothing in them depends on the clock.
CREATE VIEW fact_need AS
SELECT n.region_id, f.day, h.industry_id, n.occupation_id, f.measure, f.bucket, f.amount::numeric AS amount
FROM labour_need n JOIN enterprise h ON h.id = n.host_id
CROSS JOIN LATERAL (VALUES
  ('needs', n.starts_on, 0::smallint, 1), ('seats', n.starts_on, 0, n.headcount), ('seats_accepted', n.starts_on, 0, n.seats_taken)
) f (measure, day, bucket, amount)
WHERE n.state NOT IN ('draft', 'cancelled');

CREATE VIEW fact_publication AS
SELECT n.region_id, local_day(n.published_at) AS day, h.industry_id, n.occupation_id, f.measure, f.bucket, n.headcount::numeric AS amount
FROM labour_need n JOIN enterprise h ON h.id = n.host_id
CROSS JOIN LATERAL (VALUES ('wanted', 0::smallint), ('wage_offered', wage_step(n.wage_fen, n.wage_unit, n.currency))) f (measure, bucket)
WHERE n.published_at IS NOT NULL AND n.state NOT IN ('draft', 'cancelled') AND f.bucket IS NOT NULL;

-- What became of the seats of a need, on the need's first day.
CREATE VIEW fact_seat AS
SELECT n.region_id, n.starts_on AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM labour_need n JOIN enterprise h ON h.id = n.host_id JOIN placement p ON p.need_id = n.id
CROSS JOIN LATERAL (VALUES ('seats_on_site', true), ('seats_on_time', local_day(p.started_at) <= n.starts_on)) f (measure, counts)
WHERE n.state NOT IN ('draft', 'cancelled') AND p.started_at IS NOT NULL AND f.counts;

-- Placements on the day on which they begin.
CREATE VIEW fact_start AS
SELECT n.region_id, p.starts_on AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES
  ('placements_due', p.state <> 'cancelled'), ('placements_started', p.started_at IS NOT NULL), ('no_shows', p.state = 'no_show')
) f (measure, counts)
WHERE f.counts;

-- Placements on the day on which they were agreed: how long the seat had been open, and at which wage it is filled.
CREATE VIEW fact_agreement AS
SELECT n.region_id, local_day(p.created_at) AS day, h.industry_id, n.occupation_id, f.measure, f.bucket, 1::numeric AS amount
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id JOIN offer o ON o.id = p.offer_id
CROSS JOIN LATERAL (VALUES
  ('agreed', 0::smallint),
  ('days_to_fill', least(greatest(local_day(p.created_at) - local_day(n.published_at), 0), 366)::smallint),
  ('wage_accepted', wage_step(o.wage_fen, o.wage_unit, o.currency))
) f (measure, bucket)
WHERE f.bucket IS NOT NULL;

-- Placements on their thirtieth day, those that were to last so long.
CREATE VIEW fact_thirtieth_day AS
SELECT n.region_id, p.starts_on + 30 AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES
  ('thirty_days_due', true), ('thirty_days_lasted', p.ended_at IS NULL OR local_day(p.ended_at) >= p.starts_on + 30)
) f (measure, counts)
WHERE p.started_at IS NOT NULL AND p.ends_on >= p.starts_on + 30 AND f.counts;

-- Placements on the day on which they end.
CREATE VIEW fact_end AS
SELECT n.region_id, local_day(p.ended_at) AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES ('placements_ended', true), ('ended_early', p.state = 'ended_early')) f (measure, counts)
WHERE p.ended_at IS NOT NULL AND p.state IN ('completed', 'ended_early') AND f.counts;

CREATE VIEW fact_offer AS
SELECT n.region_id, local_day(o.decided_at) AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM offer o JOIN labour_need n ON n.id = o.need_id JOIN enterprise h ON h.id = o.host_id
CROSS JOIN LATERAL (VALUES ('offers_decided', true), ('offers_accepted', o.state IN ('accepted', 'confirmed'))) f (measure, counts)
WHERE o.decided_at IS NOT NULL AND o.state IN ('accepted', 'confirmed', 'declined', 'expired') AND f.counts;

CREATE VIEW fact_work AS
SELECT n.region_id, a.day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, f.amount::numeric AS amount
FROM attendance_day a JOIN placement p ON p.id = a.placement_id JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = a.host_id
CROSS JOIN LATERAL (VALUES
  ('person_days', 1), ('work_minutes', a.normal_minutes + a.overtime_minutes + a.rest_day_minutes + a.holiday_minutes)
) f (measure, amount)
WHERE a.check_out_at IS NOT NULL;

-- Who looks for work without an employer: on the day of their registration, under the skill that they are best at.
CREATE VIEW fact_seeker AS
SELECT w.region_id, local_day(a.created_at) AS day, NULL::text AS industry_id,
       (SELECT s.occupation_id FROM worker_skill s WHERE s.worker_id = w.id ORDER BY s.level DESC, s.occupation_id LIMIT 1) AS occupation_id,
       'seekers' AS measure, 0::smallint AS bucket, 1::numeric AS amount
FROM availability a JOIN worker w ON w.id = a.worker_id
WHERE a.surplus_line_id IS NULL;

-- Heads that enterprises offer to lend, under the lender's industry.
CREATE VIEW fact_surplus AS
SELECT l.region_id, local_day(s.created_at) AS day, e.industry_id, l.occupation_id, 'surplus' AS measure, 0::smallint AS bucket, l.headcount::numeric AS amount
FROM surplus_listing s JOIN surplus_line l ON l.listing_id = s.id JOIN enterprise e ON e.id = s.lender_id
WHERE s.state <> 'draft';

CREATE VIEW fact_consent AS
SELECT w.region_id, local_day(c.decided_at) AS day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM consent c JOIN worker w ON w.id = c.worker_id JOIN enterprise e ON e.id = c.lender_id
CROSS JOIN LATERAL (VALUES ('consents_decided', true), ('consents_granted', c.state <> 'refused')) f (measure, counts)
WHERE c.decided_at IS NOT NULL AND c.state IN ('granted', 'refused', 'withdrawn') AND f.counts;

CREATE VIEW fact_injury AS
SELECT i.region_id, i.occurred_on AS day, h.industry_id, n.occupation_id, 'injuries' AS measure, 0::smallint AS bucket, 1::numeric AS amount
FROM injury i JOIN placement p ON p.id = i.placement_id JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = i.host_id;

CREATE VIEW fact_dispute AS
SELECT c.region_id, local_day(c.created_at) AS day, h.industry_id, n.occupation_id, 'disputes' AS measure, 0::smallint AS bucket, 1::numeric AS amount
FROM complaint c JOIN enterprise h ON h.id = c.against_id LEFT JOIN placement p ON p.id = c.placement_id
LEFT JOIN labour_need n ON n.id = coalesce(p.need_id, c.need_id);

-- Pay of lent workers on the day on which it was due at the latest.
CREATE VIEW fact_pay AS
SELECT s.region_id, s.workers_paid_by AS day, h.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM settlement s JOIN settlement_line l ON l.settlement_id = s.id JOIN enterprise h ON h.id = s.host_id
CROSS JOIN LATERAL (SELECT coalesce(sum(w.amount_fen), 0) AS paid FROM worker_payment w WHERE w.line_id = l.id AND w.paid_on <= s.workers_paid_by) t
CROSS JOIN LATERAL (VALUES
  ('pay_due', true), ('pay_on_time', t.paid >= l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen)
) f (measure, counts)
WHERE s.state <> 'draft' AND f.counts;

CREATE VIEW fact_machine AS
SELECT s.region_id, d.day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, f.amount::numeric AS amount
FROM capacity_day d JOIN production_line l ON l.id = d.line_id JOIN workshop s ON s.id = l.workshop_id JOIN enterprise e ON e.id = s.enterprise_id
CROSS JOIN LATERAL (VALUES ('machine_minutes', d.minutes), ('machine_minutes_booked', d.booked_minutes)) f (measure, amount);

CREATE VIEW fact_lot AS
SELECT m.region_id, local_day(m.published_at) AS day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount
FROM material_lot m JOIN enterprise e ON e.id = m.enterprise_id
CROSS JOIN LATERAL (VALUES
  ('lots', true), ('lots_taken', EXISTS (SELECT 1 FROM material_transfer t WHERE t.lot_id = m.id AND t.state <> 'released'))
) f (measure, counts)
WHERE f.counts;

CREATE INDEX labour_need_starts ON labour_need (starts_on);
CREATE INDEX labour_need_published ON labour_need (local_day(published_at));
CREATE INDEX placement_starts ON placement (starts_on);
CREATE INDEX placement_agreed ON placement (local_day(created_at));
CREATE INDEX placement_thirtieth ON placement ((starts_on + 30));
CREATE INDEX placement_ended ON placement (local_day(ended_at)) WHERE ended_at IS NOT NULL;
CREATE INDEX offer_decided ON offer (local_day(decided_at)) WHERE decided_at IS NOT NULL;
CREATE INDEX attendance_day_day ON attendance_day (day);
CREATE INDEX availability_created ON availability (local_day(created_at)) WHERE surplus_line_id IS NULL;
CREATE INDEX surplus_listing_created ON surplus_listing (local_day(created_at));
CREATE INDEX consent_decided ON consent (local_day(decided_at)) WHERE decided_at IS NOT NULL;
CREATE INDEX injury_occurred ON injury (occurred_on);
CREATE INDEX injury_placement ON injury (placement_id);
CREATE INDEX complaint_created ON complaint (local_day(created_at));
CREATE INDEX complaint_placement ON complaint (placement_id) WHERE placement_id IS NOT NULL;
CREATE INDEX complaint_need ON complaint (need_id) WHERE need_id IS NOT NULL;
CREATE INDEX settlement_workers_paid_by ON settlement (workers_paid_by);
CREATE INDEX capacity_day_day ON capacity_day (day);
CREATE INDEX material_lot_published ON material_lot (local_day(published_at));

-- The sums. '*' stands for all of a kind together; '' for rows that say nothing of it. A bucket is a value that is counted how
-- often it occurs: days to fill a seat, half yuan an hour.
CREATE TABLE indicator_day (
  measure       text NOT NULL,
  region_id     text NOT NULL,
  day           date NOT NULL,
  industry_id   text NOT NULL,
  occupation_id text NOT NULL,
  bucket        smallint NOT NULL,
  amount        numeric NOT NULL,
  PRIMARY KEY (measure, industry_id, occupation_id, region_id, day, bucket)
);
CREATE INDEX indicator_day_cell ON indicator_day (region_id, day, measure);

-- All together, of every region with all below it: what boards ask, at any level as quickly.
CREATE TABLE indicator_total (
  region_id text NOT NULL,
  measure   text NOT NULL,
  day       date NOT NULL,
  bucket    smallint NOT NULL,
  amount    numeric NOT NULL,
  PRIMARY KEY (region_id, measure, day, bucket)
);

-- Cells whose sums may be other than they were, noted in the transaction that changed their facts. Repeats are no matter.
CREATE TABLE indicator_change (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  fact      text NOT NULL,
  region_id text NOT NULL,
  day       date NOT NULL,
  noted_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What a nightly count from nothing found: cells that differed and were set right. It must be none.
CREATE TABLE indicator_check (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  cells       bigint NOT NULL,
  drifted     bigint NOT NULL
);

-- Notes the cells that a query finds for the rows that changed. Argument: that query, with %1$s for those rows, before and after.
CREATE FUNCTION note_indicator_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted integer;
  rows  text := CASE TG_OP WHEN 'INSERT' THEN '(SELECT * FROM new_rows)' WHEN 'DELETE' THEN '(SELECT * FROM old_rows)'
                ELSE '(SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows)' END;
BEGIN
  EXECUTE format('INSERT INTO indicator_change (fact, region_id, day) SELECT DISTINCT c.fact, c.region_id, c.day FROM (' || TG_ARGV[0] ||
                 ') c (fact, region_id, day) WHERE c.day IS NOT NULL AND c.region_id IS NOT NULL', rows);
  GET DIAGNOSTICS noted = ROW_COUNT;
  IF noted > 0 THEN PERFORM pg_notify('indicator_change', ''); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION watch_indicator_facts(source regclass, cells text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER indicator_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_indicator_change(%L)', source, cells);
  EXECUTE format('CREATE TRIGGER indicator_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_indicator_change(%L)', source, cells);
  EXECUTE format('CREATE TRIGGER indicator_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_indicator_change(%L)', source, cells);
END $$;

-- A need's placements, offers and days of work count where it is and for what it asks; they follow it.
SELECT watch_indicator_facts('labour_need', $$
  SELECT f.fact, r.region_id, f.day FROM %1$s r
  CROSS JOIN LATERAL (VALUES ('need', r.starts_on), ('seat', r.starts_on), ('publication', local_day(r.published_at))) f (fact, day)
  UNION ALL
  SELECT f.fact, r.region_id, f.day FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN placement p ON p.need_id = r.id
  CROSS JOIN LATERAL (VALUES ('start', p.starts_on), ('agreement', local_day(p.created_at)), ('thirtieth_day', p.starts_on + 30),
    ('end', local_day(p.ended_at))) f (fact, day)
  UNION ALL
  SELECT 'work', r.region_id, a.day FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN placement p ON p.need_id = r.id JOIN attendance_day a ON a.placement_id = p.id
  UNION ALL
  SELECT 'offer', r.region_id, local_day(o.decided_at) FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN offer o ON o.need_id = r.id
  UNION ALL
  SELECT 'injury', i.region_id, i.occurred_on FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN placement p ON p.need_id = r.id JOIN injury i ON i.placement_id = p.id
  UNION ALL
  SELECT 'dispute', c.region_id, local_day(c.created_at) FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN complaint c ON c.need_id = r.id
  UNION ALL
  SELECT 'dispute', c.region_id, local_day(c.created_at) FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id, occupation_id, published_at HAVING count(*) = 1) r
  JOIN placement p ON p.need_id = r.id JOIN complaint c ON c.placement_id = p.id$$);

SELECT watch_indicator_facts('placement', $$
  SELECT f.fact, n.region_id, f.day FROM %1$s r JOIN labour_need n ON n.id = r.need_id
  CROSS JOIN LATERAL (VALUES ('seat', n.starts_on), ('start', r.starts_on), ('agreement', local_day(r.created_at)),
    ('thirtieth_day', r.starts_on + 30), ('end', local_day(r.ended_at))) f (fact, day)
  UNION ALL
  SELECT 'injury', i.region_id, i.occurred_on FROM %1$s r JOIN injury i ON i.placement_id = r.id
  UNION ALL
  SELECT 'dispute', c.region_id, local_day(c.created_at) FROM %1$s r JOIN complaint c ON c.placement_id = r.id$$);
SELECT watch_indicator_facts('offer', $$
  SELECT 'offer', n.region_id, local_day(r.decided_at) FROM %1$s r JOIN labour_need n ON n.id = r.need_id
  UNION ALL
  SELECT 'agreement', n.region_id, local_day(p.created_at) FROM %1$s r JOIN placement p ON p.offer_id = r.id JOIN labour_need n ON n.id = p.need_id$$);
SELECT watch_indicator_facts('attendance_day', $$
  SELECT 'work', n.region_id, r.day FROM %1$s r JOIN placement p ON p.id = r.placement_id JOIN labour_need n ON n.id = p.need_id$$);
SELECT watch_indicator_facts('availability', $$
  SELECT 'seeker', w.region_id, local_day(r.created_at) FROM %1$s r JOIN worker w ON w.id = r.worker_id WHERE r.surplus_line_id IS NULL$$);
SELECT watch_indicator_facts('worker_skill', $$
  SELECT 'seeker', w.region_id, local_day(a.created_at) FROM %1$s r JOIN availability a ON a.worker_id = r.worker_id AND a.surplus_line_id IS NULL
  JOIN worker w ON w.id = r.worker_id$$);
SELECT watch_indicator_facts('worker', $$
  SELECT f.fact, r.region_id, f.day FROM (SELECT id, region_id FROM %1$s r GROUP BY id, region_id HAVING count(*) = 1) r
  CROSS JOIN LATERAL (
    SELECT 'seeker', local_day(a.created_at) FROM availability a WHERE a.worker_id = r.id AND a.surplus_line_id IS NULL
    UNION ALL SELECT 'consent', local_day(c.decided_at) FROM consent c WHERE c.worker_id = r.id) f (fact, day)$$);
SELECT watch_indicator_facts('surplus_listing', $$
  SELECT 'surplus', l.region_id, local_day(r.created_at) FROM %1$s r JOIN surplus_line l ON l.listing_id = r.id$$);
SELECT watch_indicator_facts('surplus_line', $$
  SELECT 'surplus', r.region_id, local_day(s.created_at) FROM %1$s r JOIN surplus_listing s ON s.id = r.listing_id$$);
SELECT watch_indicator_facts('consent', $$
  SELECT 'consent', w.region_id, local_day(r.decided_at) FROM %1$s r JOIN worker w ON w.id = r.worker_id$$);
SELECT watch_indicator_facts('injury', $$SELECT 'injury', r.region_id, r.occurred_on FROM %1$s r$$);
SELECT watch_indicator_facts('complaint', $$SELECT 'dispute', r.region_id, local_day(r.created_at) FROM %1$s r$$);
SELECT watch_indicator_facts('settlement', $$SELECT 'pay', r.region_id, r.workers_paid_by FROM %1$s r$$);
SELECT watch_indicator_facts('settlement_line', $$
  SELECT 'pay', s.region_id, s.workers_paid_by FROM %1$s r JOIN settlement s ON s.id = r.settlement_id$$);
SELECT watch_indicator_facts('worker_payment', $$
  SELECT 'pay', s.region_id, s.workers_paid_by FROM %1$s r JOIN settlement_line l ON l.id = r.line_id JOIN settlement s ON s.id = l.settlement_id$$);
SELECT watch_indicator_facts('capacity_day', $$
  SELECT 'machine', s.region_id, r.day FROM %1$s r JOIN production_line l ON l.id = r.line_id JOIN workshop s ON s.id = l.workshop_id$$);
SELECT watch_indicator_facts('material_lot', $$SELECT 'lot', r.region_id, local_day(r.published_at) FROM %1$s r$$);
SELECT watch_indicator_facts('material_transfer', $$
  SELECT 'lot', m.region_id, local_day(m.published_at) FROM %1$s r JOIN material_lot m ON m.id = r.lot_id$$);

-- Every fact of an enterprise, or of a workshop, counts elsewhere from now on: it happens rarely, and all is counted anew.
CREATE FUNCTION note_indicator_recount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_change (fact, region_id, day) VALUES ('*', '*', current_date);
  PERFORM pg_notify('indicator_change', '');
  RETURN NULL;
END $$;
CREATE TRIGGER indicator_industry AFTER UPDATE ON enterprise FOR EACH ROW
  WHEN (OLD.industry_id IS DISTINCT FROM NEW.industry_id) EXECUTE FUNCTION note_indicator_recount();
CREATE TRIGGER indicator_place AFTER UPDATE ON workshop FOR EACH ROW
  WHEN (OLD.region_id <> NEW.region_id) EXECUTE FUNCTION note_indicator_recount();

-- What is there already is counted once, when a job process first starts on this schema.
INSERT INTO indicator_change (fact, region_id, day) VALUES ('*', '*', current_date);

-- Measures that change without a change of their own rows are read where they stand: an order is secured by what others hold for
-- it, and overdue by the clock.
CREATE VIEW indicator_live AS
SELECT f.measure, s.region_id, s.due_date AS day, coalesce(e.industry_id, '') AS industry_id, '' AS occupation_id, 0::smallint AS bucket, 1::numeric AS amount
FROM order_status s LEFT JOIN enterprise e ON e.id = s.enterprise_id
CROSS JOIN LATERAL (VALUES ('orders_due', true), ('orders_guaranteed', s.is_kept OR (s.is_secured AND s.due_date >= local_day(now())))) f (measure, counts)
WHERE s.state <> 'cancelled' AND f.counts;
