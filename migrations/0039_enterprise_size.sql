-- How large an enterprise is, by its own statement, and indicators by it.

ALTER TABLE enterprise ADD COLUMN size text CONSTRAINT enterprise_size CHECK (size IN ('large', 'medium', 'small', 'micro'));

-- The facts as they were, with the size of the enterprise whose industry they count under.
CREATE OR REPLACE VIEW fact_need AS
SELECT n.region_id, f.day, h.industry_id, n.occupation_id, f.measure, f.bucket, f.amount::numeric AS amount, h.size
FROM labour_need n JOIN enterprise h ON h.id = n.host_id
CROSS JOIN LATERAL (VALUES
  ('needs', n.starts_on, 0::smallint, 1), ('seats', n.starts_on, 0, n.headcount), ('seats_accepted', n.starts_on, 0, n.seats_taken),
  ('seats_of_host', n.starts_on, (hashtext(n.host_id::text) & 32767)::smallint, n.headcount)
) f (measure, day, bucket, amount)
WHERE n.state NOT IN ('draft', 'cancelled');

CREATE OR REPLACE VIEW fact_publication AS
SELECT n.region_id, local_day(n.published_at) AS day, h.industry_id, n.occupation_id, f.measure, f.bucket, n.headcount::numeric AS amount, h.size
FROM labour_need n JOIN enterprise h ON h.id = n.host_id
CROSS JOIN LATERAL (VALUES ('wanted', 0::smallint), ('wage_offered', wage_step(n.wage_fen, n.wage_unit, n.currency))) f (measure, bucket)
WHERE n.published_at IS NOT NULL AND n.state NOT IN ('draft', 'cancelled') AND f.bucket IS NOT NULL;

CREATE OR REPLACE VIEW fact_seat AS
SELECT n.region_id, n.starts_on AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM labour_need n JOIN enterprise h ON h.id = n.host_id JOIN placement p ON p.need_id = n.id
CROSS JOIN LATERAL (VALUES ('seats_on_site', true), ('seats_on_time', local_day(p.started_at) <= n.starts_on)) f (measure, counts)
WHERE n.state NOT IN ('draft', 'cancelled') AND p.started_at IS NOT NULL AND f.counts;

CREATE OR REPLACE VIEW fact_start AS
SELECT n.region_id, p.starts_on AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES
  ('placements_due', p.state <> 'cancelled'), ('placements_started', p.started_at IS NOT NULL), ('no_shows', p.state = 'no_show')
) f (measure, counts)
WHERE f.counts;

CREATE OR REPLACE VIEW fact_agreement AS
SELECT n.region_id, local_day(p.created_at) AS day, h.industry_id, n.occupation_id, f.measure, f.bucket, 1::numeric AS amount, h.size
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id JOIN offer o ON o.id = p.offer_id
CROSS JOIN LATERAL (VALUES
  ('agreed', 0::smallint),
  ('days_to_fill', least(greatest(local_day(p.created_at) - local_day(n.published_at), 0), 366)::smallint),
  ('wage_accepted', wage_step(o.wage_fen, o.wage_unit, o.currency))
) f (measure, bucket)
WHERE f.bucket IS NOT NULL;

CREATE OR REPLACE VIEW fact_thirtieth_day AS
SELECT n.region_id, p.starts_on + 30 AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES
  ('thirty_days_due', true), ('thirty_days_lasted', p.ended_at IS NULL OR local_day(p.ended_at) >= p.starts_on + 30)
) f (measure, counts)
WHERE p.started_at IS NOT NULL AND p.ends_on >= p.starts_on + 30 AND f.counts;

CREATE OR REPLACE VIEW fact_end AS
SELECT n.region_id, local_day(p.ended_at) AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM placement p JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = p.host_id
CROSS JOIN LATERAL (VALUES ('placements_ended', true), ('ended_early', p.state = 'ended_early')) f (measure, counts)
WHERE p.ended_at IS NOT NULL AND p.state IN ('completed', 'ended_early') AND f.counts;

CREATE OR REPLACE VIEW fact_offer AS
SELECT n.region_id, local_day(o.decided_at) AS day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM offer o JOIN labour_need n ON n.id = o.need_id JOIN enterprise h ON h.id = o.host_id
CROSS JOIN LATERAL (VALUES ('offers_decided', true), ('offers_accepted', o.state IN ('accepted', 'confirmed'))) f (measure, counts)
WHERE o.decided_at IS NOT NULL AND o.state IN ('accepted', 'confirmed', 'declined', 'expired') AND f.counts;

CREATE OR REPLACE VIEW fact_work AS
SELECT n.region_id, a.day, h.industry_id, n.occupation_id, f.measure, 0::smallint AS bucket, f.amount::numeric AS amount, h.size
FROM attendance_day a JOIN placement p ON p.id = a.placement_id JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = a.host_id
CROSS JOIN LATERAL (VALUES
  ('person_days', 1), ('work_minutes', a.normal_minutes + a.overtime_minutes + a.rest_day_minutes + a.holiday_minutes)
) f (measure, amount)
WHERE a.check_out_at IS NOT NULL;

CREATE OR REPLACE VIEW fact_seeker AS
SELECT w.region_id, local_day(a.created_at) AS day, NULL::text AS industry_id,
       (SELECT s.occupation_id FROM worker_skill s WHERE s.worker_id = w.id ORDER BY s.level DESC, s.occupation_id LIMIT 1) AS occupation_id,
       'seekers' AS measure, 0::smallint AS bucket, 1::numeric AS amount, NULL::text AS size
FROM availability a JOIN worker w ON w.id = a.worker_id
WHERE a.surplus_line_id IS NULL;

CREATE OR REPLACE VIEW fact_surplus AS
SELECT l.region_id, local_day(s.created_at) AS day, e.industry_id, l.occupation_id, 'surplus' AS measure, 0::smallint AS bucket, l.headcount::numeric AS amount, e.size
FROM surplus_listing s JOIN surplus_line l ON l.listing_id = s.id JOIN enterprise e ON e.id = s.lender_id
WHERE s.state <> 'draft';

CREATE OR REPLACE VIEW fact_consent AS
SELECT w.region_id, local_day(c.decided_at) AS day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, e.size
FROM consent c JOIN worker w ON w.id = c.worker_id JOIN enterprise e ON e.id = c.lender_id
CROSS JOIN LATERAL (VALUES ('consents_decided', true), ('consents_granted', c.state <> 'refused')) f (measure, counts)
WHERE c.decided_at IS NOT NULL AND c.state IN ('granted', 'refused', 'withdrawn') AND f.counts;

CREATE OR REPLACE VIEW fact_injury AS
SELECT i.region_id, i.occurred_on AS day, h.industry_id, n.occupation_id, 'injuries' AS measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM injury i JOIN placement p ON p.id = i.placement_id JOIN labour_need n ON n.id = p.need_id JOIN enterprise h ON h.id = i.host_id;

CREATE OR REPLACE VIEW fact_dispute AS
SELECT c.region_id, local_day(c.created_at) AS day, h.industry_id, n.occupation_id, 'disputes' AS measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM complaint c JOIN enterprise h ON h.id = c.against_id LEFT JOIN placement p ON p.id = c.placement_id
LEFT JOIN labour_need n ON n.id = coalesce(p.need_id, c.need_id);

CREATE OR REPLACE VIEW fact_pay AS
SELECT s.region_id, s.workers_paid_by AS day, h.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, h.size
FROM settlement s JOIN settlement_line l ON l.settlement_id = s.id JOIN enterprise h ON h.id = s.host_id
CROSS JOIN LATERAL (SELECT coalesce(sum(w.amount_fen), 0) AS paid FROM worker_payment w WHERE w.line_id = l.id AND w.paid_on <= s.workers_paid_by) t
CROSS JOIN LATERAL (VALUES
  ('pay_due', true), ('pay_on_time', t.paid >= l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen)
) f (measure, counts)
WHERE s.state <> 'draft' AND f.counts;

CREATE OR REPLACE VIEW fact_machine AS
SELECT s.region_id, d.day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, f.amount::numeric AS amount, e.size
FROM capacity_day d JOIN production_line l ON l.id = d.line_id JOIN workshop s ON s.id = l.workshop_id JOIN enterprise e ON e.id = s.enterprise_id
CROSS JOIN LATERAL (VALUES ('machine_minutes', d.minutes), ('machine_minutes_booked', d.booked_minutes)) f (measure, amount);

CREATE OR REPLACE VIEW fact_lot AS
SELECT m.region_id, local_day(m.published_at) AS day, e.industry_id, NULL::text AS occupation_id, f.measure, 0::smallint AS bucket, 1::numeric AS amount, e.size
FROM material_lot m JOIN enterprise e ON e.id = m.enterprise_id
CROSS JOIN LATERAL (VALUES
  ('lots', true), ('lots_taken', EXISTS (SELECT 1 FROM material_transfer t WHERE t.lot_id = m.id AND t.state <> 'released'))
) f (measure, counts)
WHERE f.counts;

CREATE OR REPLACE VIEW indicator_live AS
SELECT f.measure, s.region_id, s.due_date AS day, coalesce(e.industry_id, '') AS industry_id, '' AS occupation_id, 0::smallint AS bucket, 1::numeric AS amount, coalesce(e.size, '') AS size
FROM order_status s LEFT JOIN enterprise e ON e.id = s.enterprise_id
CROSS JOIN LATERAL (VALUES ('orders_due', true), ('orders_guaranteed', s.is_kept OR (s.is_secured AND s.due_date >= local_day(now())))) f (measure, counts)
WHERE s.state <> 'cancelled' AND f.counts;

-- Kept by size alone, for every region: '*' is all together, '' where an enterprise has not said.
ALTER TABLE indicator_day ADD COLUMN size text NOT NULL DEFAULT '*';
ALTER TABLE indicator_day ALTER COLUMN size DROP DEFAULT;
ALTER TABLE indicator_day DROP CONSTRAINT indicator_day_pkey;
ALTER TABLE indicator_day ADD PRIMARY KEY (measure, industry_id, occupation_id, size, region_id, day, bucket);

-- Another size moves every fact of an enterprise. Any owner may state one, so the daily count takes it up, not each statement.
CREATE TABLE indicator_recount (noted_at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE FUNCTION note_enterprise_size() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_recount DEFAULT VALUES;
  RETURN NULL;
END $$;
CREATE TRIGGER indicator_size AFTER UPDATE ON enterprise FOR EACH ROW
  WHEN (OLD.size IS DISTINCT FROM NEW.size) EXECUTE FUNCTION note_enterprise_size();

-- Rules may warn of each size, and reports be split by it.
ALTER TABLE alert_rule DROP CONSTRAINT alert_rule_split_by_check;
ALTER TABLE alert_rule ADD CONSTRAINT alert_rule_split_by_check CHECK (split_by IN ('region', 'occupation', 'industry', 'size'));
ALTER TABLE bulletin_plan DROP CONSTRAINT bulletin_plan_group_by_check;
ALTER TABLE bulletin_plan ADD CONSTRAINT bulletin_plan_group_by_check CHECK (group_by IN ('region', 'county', 'industry', 'occupation', 'size'));

-- What stands already is counted by size too.
INSERT INTO indicator_change (fact, region_id, day) VALUES ('*', '*', current_date);
