-- Settlement: what a month of work costs, and the proof that it reached the worker. No column can hold a margin, a fee or a
-- commission (R9): a line is pay, statutory contributions and agreed reimbursements, and a settlement is the sum of its lines.

-- The local minimum wage of full-time work by month, and of part-time work by hour; the nearest region above counts (R18).
-- No foreign key: regions are loaded after migrations. The operator verifies the values: docs/settlement.md.
CREATE TABLE minimum_wage (
  region_id   text NOT NULL,
  monthly_fen integer NOT NULL CHECK (monthly_fen > 0),
  hourly_fen  integer NOT NULL CHECK (hourly_fen > 0),
  valid_from  date NOT NULL,
  PRIMARY KEY (region_id, valid_from)
);
INSERT INTO minimum_wage (region_id, monthly_fen, hourly_fen, valid_from) VALUES
  ('GB2260:350200', 226500, 2350, '2025-04-01'),
  ('GB2260:350100', 219500, 2300, '2025-04-01'),
  ('GB2260:350500', 219500, 2300, '2025-04-01'),
  ('GB2260:350524', 204500, 2150, '2025-04-01'),
  ('GB2260:350525', 204500, 2150, '2025-04-01'),
  ('GB2260:350526', 204500, 2150, '2025-04-01'),
  ('GB2260:350000', 189500, 2000, '2025-04-01');

CREATE TABLE settlement (
  id                 uuid PRIMARY KEY,
  agreement_id       uuid NOT NULL REFERENCES agreement,
  host_id            uuid NOT NULL REFERENCES enterprise,
  lender_id          uuid NOT NULL REFERENCES enterprise,
  region_id          text NOT NULL REFERENCES region,
  period_starts_on   date NOT NULL,
  period_ends_on     date NOT NULL,
  terms_version      integer NOT NULL,
  currency           char(3) NOT NULL,
  state              text NOT NULL CHECK (state IN ('draft', 'issued', 'confirmed', 'paid', 'disputed')),
  host_pays_by       date NOT NULL,
  workers_paid_by    date NOT NULL,
  -- Days of the period that were not agreed when it was computed; they go to the next settlement.
  left_out_days      integer NOT NULL DEFAULT 0 CHECK (left_out_days >= 0),
  pay_fen            bigint NOT NULL DEFAULT 0 CHECK (pay_fen >= 0),
  contributions_fen  bigint NOT NULL DEFAULT 0 CHECK (contributions_fen >= 0),
  reimbursements_fen bigint NOT NULL DEFAULT 0 CHECK (reimbursements_fen >= 0),
  total_fen          bigint NOT NULL DEFAULT 0,
  host_paid_fen      bigint NOT NULL DEFAULT 0,
  line_changes       bigint NOT NULL DEFAULT 0,
  computed_at        timestamptz NOT NULL,
  issued_at          timestamptz,
  confirmed_at       timestamptz,
  paid_at            timestamptz,
  disputed_by        text CHECK (disputed_by IN ('host', 'lender')),
  dispute_reason     text NOT NULL DEFAULT '' CHECK (length(dispute_reason) <= 2000),
  CONSTRAINT settlement_once UNIQUE (agreement_id, period_starts_on),
  CONSTRAINT settlement_period CHECK (period_ends_on >= period_starts_on),
  CONSTRAINT settlement_parties CHECK (host_id <> lender_id),
  CONSTRAINT settlement_total CHECK (total_fen = pay_fen + contributions_fen + reimbursements_fen),
  -- What the host pays is what the lender must pay out, and never more.
  CONSTRAINT settlement_host_pays_no_more CHECK (host_paid_fen BETWEEN 0 AND total_fen),
  CONSTRAINT settlement_dispute CHECK (state <> 'disputed' OR disputed_by IS NOT NULL)
);
CREATE INDEX settlement_host ON settlement (host_id, id);
CREATE INDEX settlement_lender ON settlement (lender_id, id);
CREATE INDEX settlement_due ON settlement (workers_paid_by) WHERE state <> 'paid';

CREATE TABLE settlement_line (
  id                 uuid PRIMARY KEY,
  settlement_id      uuid NOT NULL REFERENCES settlement,
  worker_id          uuid NOT NULL REFERENCES worker,
  days               integer NOT NULL CHECK (days >= 0),
  carried_days       integer NOT NULL CHECK (carried_days BETWEEN 0 AND days),   -- of them, days of earlier periods
  placement_days     integer NOT NULL CHECK (placement_days >= 0),               -- calendar days, for what is prorated
  normal_minutes     integer NOT NULL CHECK (normal_minutes >= 0),
  overtime_minutes   integer NOT NULL CHECK (overtime_minutes >= 0),
  rest_day_minutes   integer NOT NULL CHECK (rest_day_minutes >= 0),
  holiday_minutes    integer NOT NULL CHECK (holiday_minutes >= 0),
  pieces             bigint NOT NULL CHECK (pieces >= 0),
  wage_fen           bigint NOT NULL CHECK (wage_fen >= 0),
  overtime_fen       bigint NOT NULL CHECK (overtime_fen >= 0),
  rest_day_fen       bigint NOT NULL CHECK (rest_day_fen >= 0),
  holiday_fen        bigint NOT NULL CHECK (holiday_fen >= 0),
  correction_fen     bigint NOT NULL CHECK (correction_fen >= 0),                -- owed from earlier settlements
  contributions_fen  bigint NOT NULL CHECK (contributions_fen >= 0),
  reimbursements_fen bigint NOT NULL CHECK (reimbursements_fen >= 0),
  total_fen          bigint NOT NULL,
  paid_to_worker_fen bigint NOT NULL DEFAULT 0 CHECK (paid_to_worker_fen >= 0),
  below_minimum      boolean NOT NULL,                                           -- the wage for normal work lies below the local minimum (R18)
  CONSTRAINT settlement_line_once UNIQUE (settlement_id, worker_id),
  CONSTRAINT settlement_line_total CHECK (total_fen =
    wage_fen + overtime_fen + rest_day_fen + holiday_fen + correction_fen + contributions_fen + reimbursements_fen)
);
CREATE INDEX settlement_line_worker ON settlement_line (worker_id, id);

-- Both legs carry proof: host to lender, lender to worker. What is recorded stays.
CREATE TABLE settlement_payment (
  id            uuid PRIMARY KEY,
  settlement_id uuid NOT NULL REFERENCES settlement,
  voucher       text NOT NULL CHECK (length(voucher) BETWEEN 1 AND 100),
  paid_on       date NOT NULL,
  amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
  recorded_by   uuid NOT NULL REFERENCES enterprise,
  account_id    uuid NOT NULL REFERENCES account,
  recorded_at   timestamptz NOT NULL,
  CONSTRAINT settlement_payment_once UNIQUE (settlement_id, voucher)
);
CREATE TABLE worker_payment (
  id          uuid PRIMARY KEY,
  line_id     uuid NOT NULL REFERENCES settlement_line,
  voucher     text NOT NULL CHECK (length(voucher) BETWEEN 1 AND 100),
  paid_on     date NOT NULL,
  amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
  account_id  uuid NOT NULL REFERENCES account,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT worker_payment_once UNIQUE (line_id, voucher)
);
-- The lender keeps paying social insurance and shows it, month by month (R12).
CREATE TABLE insurance_proof (
  id           uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  month        date NOT NULL CHECK (extract(day FROM month) = 1),
  reference    text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
  account_id   uuid NOT NULL REFERENCES account,
  recorded_at  timestamptz NOT NULL,
  CONSTRAINT insurance_proof_once UNIQUE (agreement_id, month, reference)
);
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['settlement_payment', 'worker_payment', 'insurance_proof'] LOOP
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()', name);
  END LOOP;
END $$;

-- A worker's word against their own line. What the lender grants is paid with the worker's next line.
CREATE TABLE line_objection (
  id             uuid PRIMARY KEY,
  line_id        uuid NOT NULL REFERENCES settlement_line,
  worker_id      uuid NOT NULL REFERENCES worker,
  lender_id      uuid NOT NULL REFERENCES enterprise,
  agreement_id   uuid NOT NULL REFERENCES agreement,
  state          text NOT NULL CHECK (state IN ('open', 'accepted', 'rejected')),
  reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  answer         text NOT NULL DEFAULT '' CHECK (length(answer) <= 2000),
  correction_fen bigint NOT NULL DEFAULT 0 CHECK (correction_fen >= 0),
  settlement_id  uuid REFERENCES settlement,   -- the one that was issued with the correction
  created_at     timestamptz NOT NULL,
  answered_at    timestamptz,
  CONSTRAINT line_objection_correction CHECK (correction_fen = 0 OR state = 'accepted')
);
CREATE UNIQUE INDEX line_objection_one_open ON line_objection (line_id) WHERE state = 'open';
CREATE INDEX line_objection_line ON line_objection (line_id);
CREATE INDEX line_objection_agreement ON line_objection (agreement_id, worker_id) WHERE correction_fen > 0;

-- What was told to the bureau, once each.
CREATE TABLE settlement_alert (
  settlement_id uuid NOT NULL REFERENCES settlement,
  kind          text NOT NULL CHECK (kind IN ('host_payment', 'worker_payment', 'insurance_proof')),
  raised_at     timestamptz NOT NULL,
  PRIMARY KEY (settlement_id, kind)
);

-- A day that an issued settlement counts; 0010 keeps it from changing.
ALTER TABLE attendance_day
  ADD CONSTRAINT attendance_day_settlement_id_fkey FOREIGN KEY (settlement_id) REFERENCES settlement;
CREATE INDEX attendance_day_settlement ON attendance_day (settlement_id) WHERE settlement_id IS NOT NULL;

-- Amounts move only before issue or in a dispute.
CREATE FUNCTION settlement_line_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line settlement_line := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.settlement_id, NEW.worker_id, NEW.total_fen, NEW.contributions_fen, NEW.reimbursements_fen)
                        = (OLD.settlement_id, OLD.worker_id, OLD.total_fen, OLD.contributions_fen, OLD.reimbursements_fen)
  THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM settlement s WHERE s.id = line.settlement_id AND s.state IN ('draft', 'disputed')) THEN
    RAISE EXCEPTION 'line % is fixed', line.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'settlement_line_is_fixed';
  END IF;
  RETURN line;
END $$;
CREATE TRIGGER settlement_line_is_fixed BEFORE INSERT OR UPDATE OR DELETE ON settlement_line
  FOR EACH ROW EXECUTE FUNCTION settlement_line_keep();

-- The sums below follow their rows; a statement that touches lines makes their settlement be checked at commit.
CREATE FUNCTION settlement_add_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE settlement s SET host_paid_fen = s.host_paid_fen + paid.fen
  FROM (SELECT settlement_id, sum(amount_fen) AS fen FROM changed GROUP BY settlement_id) paid WHERE paid.settlement_id = s.id;
  RETURN NULL;
END $$;
CREATE TRIGGER settlement_add_payment AFTER INSERT ON settlement_payment REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION settlement_add_payment();

CREATE FUNCTION line_add_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE settlement_line l SET paid_to_worker_fen = l.paid_to_worker_fen + paid.fen
  FROM (SELECT line_id, sum(amount_fen) AS fen FROM changed GROUP BY line_id) paid WHERE paid.line_id = l.id;
  RETURN NULL;
END $$;
CREATE TRIGGER line_add_payment AFTER INSERT ON worker_payment REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION line_add_payment();

CREATE FUNCTION settlement_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE settlement SET line_changes = line_changes + 1 WHERE id IN (SELECT settlement_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER settlement_touch_insert AFTER INSERT ON settlement_line REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION settlement_touch();
CREATE TRIGGER settlement_touch_update AFTER UPDATE ON settlement_line REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION settlement_touch();
CREATE TRIGGER settlement_touch_delete AFTER DELETE ON settlement_line REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION settlement_touch();

CREATE FUNCTION settlement_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_is settlement;
  sums record;
BEGIN
  SELECT * INTO now_is FROM settlement WHERE id = NEW.id;
  SELECT coalesce(sum(wage_fen + overtime_fen + rest_day_fen + holiday_fen + correction_fen), 0) AS pay,
         coalesce(sum(contributions_fen), 0) AS contributions, coalesce(sum(reimbursements_fen), 0) AS reimbursements,
         count(*) FILTER (WHERE paid_to_worker_fen < wage_fen + overtime_fen + rest_day_fen + holiday_fen + correction_fen) AS short
  INTO sums FROM settlement_line WHERE settlement_id = NEW.id;
  IF (now_is.pay_fen, now_is.contributions_fen, now_is.reimbursements_fen) <> (sums.pay, sums.contributions, sums.reimbursements) THEN
    RAISE EXCEPTION 'settlement % is not the sum of its lines', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_is_its_lines';
  END IF;
  IF now_is.state = 'paid' AND now_is.host_paid_fen <> now_is.total_fen THEN
    RAISE EXCEPTION 'settlement % has not been paid by the host', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_paid_by_host';
  END IF;
  IF now_is.state = 'paid' AND sums.short > 0 THEN
    RAISE EXCEPTION 'settlement % has workers who were paid less than was received for them', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_passed_through';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER settlement_check AFTER INSERT OR UPDATE ON settlement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settlement_check();

-- The second, independent path: every line again, from attendance and terms, in SQL numeric alone. No shared arithmetic with
-- pay.rules.ts; the two must agree to the fen (test/invariants/settlement-reconciles.e2e.ts, and at each issue).
CREATE FUNCTION settlement_recount(settlement_ids uuid[]) RETURNS TABLE (
  settlement_id uuid, worker_id uuid, days numeric, carried_days numeric, placement_days numeric, normal_minutes numeric,
  overtime_minutes numeric, rest_day_minutes numeric, holiday_minutes numeric, pieces numeric, correction_fen numeric,
  wage_fen numeric, overtime_fen numeric, rest_day_fen numeric, holiday_fen numeric, contributions_fen numeric,
  reimbursements_fen numeric, total_fen numeric
) LANGUAGE sql STABLE AS $$
WITH asked AS (
  SELECT * FROM settlement WHERE id = ANY (settlement_ids)
), terms AS (
  SELECT s.id AS settlement_id, (t.terms ->> 'wageFen')::numeric AS wage, t.terms ->> 'wageUnit' AS unit,
         coalesce(nullif((t.terms ->> 'dailyMinutes')::numeric, 0), 480) AS daily,
         coalesce(nullif((t.terms ->> 'weeklyDays')::numeric, 0), 5) AS weekly,
         greatest(coalesce((t.terms ->> 'overtimePercent')::numeric, 0), 150) / 100 AS overtime,
         greatest(coalesce((t.terms ->> 'restDayPercent')::numeric, 0), 200) / 100 AS rest_day,
         greatest(coalesce((t.terms ->> 'holidayPercent')::numeric, 0), 300) / 100 AS holiday,
         coalesce((t.terms ->> 'contributionsFen')::numeric, 0) AS contributions,
         (SELECT coalesce(sum((r ->> 'perWorkerMonthFen')::numeric), 0)
          FROM jsonb_array_elements(coalesce(t.terms -> 'reimbursements', '[]')) r) AS reimbursements
  FROM asked s JOIN agreement_terms t ON t.agreement_id = s.agreement_id AND t.version = s.terms_version
), counted AS (
  SELECT s.id AS settlement_id, d.worker_id, count(*) AS days, count(*) FILTER (WHERE d.day < s.period_starts_on) AS carried,
         sum(d.normal_minutes) AS normal, sum(d.overtime_minutes) AS overtime, sum(d.rest_day_minutes) AS rest_day,
         sum(d.holiday_minutes) AS holiday, coalesce(sum(d.pieces), 0) AS pieces
  FROM asked s JOIN placement p ON p.agreement_id = s.agreement_id JOIN attendance_day d ON d.placement_id = p.id
  WHERE d.settlement_id = s.id
     OR d.settlement_id IS NULL AND s.state IN ('draft', 'disputed') AND d.state IN ('confirmed', 'resolved')
        AND d.day <= s.period_ends_on
        AND (d.day >= s.period_starts_on OR NOT EXISTS (
          SELECT 1 FROM settlement e WHERE e.agreement_id = s.agreement_id AND e.state IN ('draft', 'disputed')
            AND d.day BETWEEN e.period_starts_on AND e.period_ends_on))
  GROUP BY s.id, d.worker_id
), present AS (
  SELECT s.id AS settlement_id, p.worker_id,
         sum(least(p.ends_on, s.period_ends_on) - greatest(p.starts_on, s.period_starts_on) + 1) AS days
  FROM asked s JOIN placement p ON p.agreement_id = s.agreement_id
  WHERE p.state IN ('active', 'completed', 'ended_early') AND p.starts_on <= s.period_ends_on AND p.ends_on >= s.period_starts_on
  GROUP BY s.id, p.worker_id
), owed AS (
  SELECT s.id AS settlement_id, o.worker_id, sum(o.correction_fen) AS fen
  FROM asked s JOIN line_objection o ON o.agreement_id = s.agreement_id AND o.correction_fen > 0
  JOIN settlement_line l ON l.id = o.line_id JOIN settlement e ON e.id = l.settlement_id AND e.period_starts_on < s.period_starts_on
  WHERE o.settlement_id = s.id OR o.settlement_id IS NULL AND s.state IN ('draft', 'disputed')
  GROUP BY s.id, o.worker_id
), worked AS (
  SELECT settlement_id, worker_id, coalesce(c.days, 0) AS days, coalesce(c.carried, 0) AS carried_days,
         coalesce(p.days, 0) AS placement_days, coalesce(c.normal, 0) AS normal, coalesce(c.overtime, 0) AS overtime,
         coalesce(c.rest_day, 0) AS rest_day, coalesce(c.holiday, 0) AS holiday, coalesce(c.pieces, 0) AS pieces,
         coalesce(o.fen, 0) AS correction
  FROM counted c FULL JOIN present p USING (settlement_id, worker_id) FULL JOIN owed o USING (settlement_id, worker_id)
), rated AS (
  -- Fen per minute at 100 %; twenty more decimals than asked, so that rounding sees the true half. A piece wage raises
  -- what pieces earned by the share of the time that was overtime.
  SELECT w.*, s.period_ends_on - s.period_starts_on + 1 AS period_days, t.unit, t.wage,
         t.overtime AS overtime_rate, t.rest_day AS rest_day_rate, t.holiday AS holiday_rate, t.contributions, t.reimbursements,
         CASE t.unit WHEN 'hour' THEN 60 WHEN 'day' THEN t.daily WHEN 'week' THEN t.daily * t.weekly
                     WHEN 'month' THEN 21.75 * 8 * 60 WHEN 'year' THEN 12 * 21.75 * 8 * 60
                     ELSE nullif(w.normal + w.overtime + w.rest_day + w.holiday, 0) END AS unit_minutes,
         CASE WHEN t.unit = 'piece' THEN w.pieces * t.wage ELSE t.wage END::numeric(60, 20) AS unit_fen,
         CASE WHEN t.unit = 'piece' THEN 1 ELSE 0 END AS paid_by_piece
  FROM worked w JOIN asked s ON s.id = w.settlement_id JOIN terms t ON t.settlement_id = w.settlement_id
), parts AS (
  SELECT settlement_id, worker_id, days, carried_days, placement_days, normal AS normal_minutes, overtime AS overtime_minutes,
         rest_day AS rest_day_minutes, holiday AS holiday_minutes, pieces, correction AS correction_fen,
         round(CASE paid_by_piece WHEN 1 THEN unit_fen ELSE unit_fen * normal / unit_minutes END) AS wage_fen,
         round(coalesce(unit_fen * overtime * (overtime_rate - paid_by_piece) / unit_minutes, 0)) AS overtime_fen,
         round(coalesce(unit_fen * rest_day * (rest_day_rate - paid_by_piece) / unit_minutes, 0)) AS rest_day_fen,
         round(coalesce(unit_fen * holiday * (holiday_rate - paid_by_piece) / unit_minutes, 0)) AS holiday_fen,
         round(contributions::numeric(60, 20) * placement_days / period_days) AS contributions_fen,
         round(reimbursements::numeric(60, 20) * placement_days / period_days) AS reimbursements_fen
  FROM rated
)
SELECT settlement_id, worker_id, days, carried_days, placement_days, normal_minutes, overtime_minutes, rest_day_minutes,
       holiday_minutes, pieces, correction_fen, wage_fen, overtime_fen, rest_day_fen, holiday_fen, contributions_fen,
       reimbursements_fen, wage_fen + overtime_fen + rest_day_fen + holiday_fen + correction_fen + contributions_fen + reimbursements_fen AS total_fen
FROM parts
$$;

-- Lines on which the two paths disagree, part by part; empty while both are right.
CREATE FUNCTION settlement_difference(settlement_ids uuid[])
RETURNS TABLE (settlement_id uuid, worker_id uuid, part text, by_rules numeric, by_sql numeric) LANGUAGE sql STABLE AS $$
SELECT coalesce(l.settlement_id, r.settlement_id) AS settlement_id, coalesce(l.worker_id, r.worker_id) AS worker_id,
       part.name, part.line, part.recount
FROM (SELECT * FROM settlement_line WHERE settlement_id = ANY (settlement_ids)) l
FULL JOIN settlement_recount(settlement_ids) r ON r.settlement_id = l.settlement_id AND r.worker_id = l.worker_id
CROSS JOIN LATERAL (VALUES
  ('days', l.days::numeric, r.days::numeric), ('carried_days', l.carried_days, r.carried_days),
  ('placement_days', l.placement_days, r.placement_days), ('normal_minutes', l.normal_minutes, r.normal_minutes),
  ('overtime_minutes', l.overtime_minutes, r.overtime_minutes), ('rest_day_minutes', l.rest_day_minutes, r.rest_day_minutes),
  ('holiday_minutes', l.holiday_minutes, r.holiday_minutes), ('pieces', l.pieces, r.pieces),
  ('wage_fen', l.wage_fen, r.wage_fen), ('overtime_fen', l.overtime_fen, r.overtime_fen),
  ('rest_day_fen', l.rest_day_fen, r.rest_day_fen), ('holiday_fen', l.holiday_fen, r.holiday_fen),
  ('correction_fen', l.correction_fen, r.correction_fen), ('contributions_fen', l.contributions_fen, r.contributions_fen),
  ('reimbursements_fen', l.reimbursements_fen, r.reimbursements_fen), ('total_fen', l.total_fen, r.total_fen)
) AS part (name, line, recount)
-- A line kept for its objection alone is all zeros, and has no counterpart.
WHERE coalesce(part.line, 0) <> coalesce(part.recount, 0)
$$;

-- The minimum wage of a month of full-time work in a region on a day: of the nearest region that sets one.
CREATE FUNCTION minimum_wage_of(region text, on_day date) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT m.monthly_fen
  FROM region_ancestor r JOIN minimum_wage m ON m.region_id = r.ancestor_id
  WHERE r.region_id = region AND m.valid_from <= on_day
  ORDER BY (SELECT count(*) FROM region_ancestor above WHERE above.region_id = m.region_id) DESC, m.valid_from DESC
  LIMIT 1
$$;

-- What is late on a day: pay that the host owes the lender, pay that the lender owes workers, proof of social insurance.
CREATE FUNCTION settlement_late(today date) RETURNS TABLE (settlement_id uuid, kind text, due_on date) LANGUAGE sql STABLE AS $$
  SELECT id, 'host_payment', host_pays_by FROM settlement
  WHERE state IN ('issued', 'confirmed', 'disputed') AND host_pays_by < today AND host_paid_fen < total_fen
  UNION ALL
  SELECT s.id, 'worker_payment', s.workers_paid_by FROM settlement s
  WHERE s.state <> 'paid' AND s.workers_paid_by < today AND EXISTS (
    SELECT 1 FROM settlement_line l WHERE l.settlement_id = s.id
      AND l.paid_to_worker_fen < l.wage_fen + l.overtime_fen + l.rest_day_fen + l.holiday_fen + l.correction_fen)
  UNION ALL
  SELECT s.id, 'insurance_proof', s.workers_paid_by FROM settlement s
  WHERE s.total_fen > 0 AND s.workers_paid_by < today AND NOT EXISTS (
    SELECT 1 FROM insurance_proof i WHERE i.agreement_id = s.agreement_id AND i.month = date_trunc('month', s.period_ends_on)::date)
$$;

SELECT follow_live('settlement', 'enterprise', 'host_id', 'enterprise', 'lender_id');
SELECT follow_live('settlement_line', 'worker', 'worker_id');
SELECT follow_live('line_objection', 'worker', 'worker_id', 'enterprise', 'lender_id');
