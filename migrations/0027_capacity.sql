-- Shared factory capacity: which machine works when, what of its time is on offer, who asks for time, and who has booked it.
-- The minutes of a line are offered per day, by one window at most, and a day is never booked beyond what it offers.

CREATE TABLE process (
  id         text PRIMARY KEY,             -- 'GJ:WEAVE'; 'LOCAL:…' for those that a bureau or an operator added
  name_zh    text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
  name_en    text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
  retired_at timestamptz                   -- no new lines and requests; what stands goes on
);

CREATE TABLE machine_type (
  id         text PRIMARY KEY,
  process_id text NOT NULL REFERENCES process,
  name_zh    text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
  name_en    text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
  attributes jsonb NOT NULL CHECK (jsonb_typeof(attributes) = 'array'),   -- [{name, unit, nameZh, nameEn}]
  retired_at timestamptz
);
CREATE INDEX machine_type_process ON machine_type (process_id, id);

CREATE TABLE workshop (
  id            uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  region_id     text NOT NULL REFERENCES region,
  latitude      double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude     double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX workshop_enterprise ON workshop (enterprise_id, id);
CREATE INDEX workshop_region ON workshop (region_id);

CREATE TABLE production_line (
  id              uuid PRIMARY KEY,
  workshop_id     uuid NOT NULL REFERENCES workshop,
  enterprise_id   uuid NOT NULL REFERENCES enterprise,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  machine_type_id text NOT NULL REFERENCES machine_type,
  attributes      jsonb NOT NULL CHECK (jsonb_typeof(attributes) = 'object'),  -- {"maxWidthMm": 1200}
  machines        smallint NOT NULL CHECK (machines BETWEEN 1 AND 500),
  shift_minutes   integer[] NOT NULL       -- of one machine, Monday first
    CHECK (cardinality(shift_minutes) = 7 AND 0 <= ALL (shift_minutes) AND 1440 >= ALL (shift_minutes)),
  works_holidays  boolean NOT NULL,
  retired_at      timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX production_line_enterprise ON production_line (enterprise_id, id);
CREATE INDEX production_line_workshop ON production_line (workshop_id, id);

CREATE TABLE line_outage (
  id         uuid PRIMARY KEY,
  line_id    uuid NOT NULL REFERENCES production_line,
  kind       text NOT NULL CHECK (kind IN ('maintenance', 'holiday')),
  starts_on  date NOT NULL,
  ends_on    date NOT NULL,
  reason     text NOT NULL CHECK (length(reason) <= 500),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT line_outage_period CHECK (ends_on >= starts_on)
);
CREATE INDEX line_outage_line ON line_outage (line_id, starts_on);

CREATE TABLE capacity_window (
  id              uuid PRIMARY KEY,
  line_id         uuid NOT NULL REFERENCES production_line,
  enterprise_id   uuid NOT NULL REFERENCES enterprise,
  starts_on       date NOT NULL,
  ends_on         date NOT NULL,
  day_minutes     integer CHECK (day_minutes BETWEEN 1 AND 720000),  -- null: what the line works by its shifts
  setup_minutes   integer NOT NULL CHECK (setup_minutes BETWEEN 0 AND 1440),
  minimum_minutes integer NOT NULL CHECK (minimum_minutes BETWEEN 1 AND 1440),
  fen_per_hour    integer NOT NULL CHECK (fen_per_hour BETWEEN 0 AND 10000000),
  currency        char(3) NOT NULL,
  with_operators  boolean NOT NULL,
  material_by     text NOT NULL CHECK (material_by IN ('owner', 'customer')),
  notice_days     smallint NOT NULL CHECK (notice_days BETWEEN 0 AND 60),
  late_percent    smallint NOT NULL CHECK (late_percent BETWEEN 0 AND 100),
  note            text NOT NULL CHECK (length(note) <= 1000),
  state           text NOT NULL CHECK (state IN ('open', 'closed', 'expired')),
  published_at    timestamptz NOT NULL,
  ended_at        timestamptz,
  CONSTRAINT capacity_window_period CHECK (ends_on >= starts_on),
  CONSTRAINT capacity_window_ended CHECK ((state = 'open') = (ended_at IS NULL)),
  CONSTRAINT capacity_window_no_overlap EXCLUDE USING gist
    (line_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (state = 'open')
);
CREATE INDEX capacity_window_enterprise ON capacity_window (enterprise_id, id);
CREATE INDEX capacity_window_line ON capacity_window (line_id);
CREATE INDEX capacity_window_due ON capacity_window (ends_on) WHERE state = 'open';

-- A day that a window offers. An outage takes `minutes` to nothing and leaves what was planned, to be given back with it.
CREATE TABLE capacity_day (
  window_id       uuid NOT NULL REFERENCES capacity_window,
  day             date NOT NULL,
  line_id         uuid NOT NULL REFERENCES production_line,
  planned_minutes integer NOT NULL CHECK (planned_minutes >= 0),
  minutes         integer NOT NULL CHECK (minutes >= 0),
  booked_minutes  integer NOT NULL DEFAULT 0,   -- kept by the trigger below; never written by code
  PRIMARY KEY (window_id, day),
  CONSTRAINT capacity_day_once UNIQUE (line_id, day),
  CONSTRAINT capacity_day_planned CHECK (minutes <= planned_minutes),
  CONSTRAINT capacity_day_not_oversold CHECK (booked_minutes <= minutes),
  CONSTRAINT capacity_day_booked CHECK (booked_minutes >= 0)
);
CREATE INDEX capacity_day_free ON capacity_day (day, window_id) WHERE minutes > booked_minutes;

CREATE TABLE capacity_request (
  id                  uuid PRIMARY KEY,
  enterprise_id       uuid NOT NULL REFERENCES enterprise,
  reference           text NOT NULL CHECK (length(reference) <= 100),
  region_id           text NOT NULL REFERENCES region,
  latitude            double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude           double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  earliest_start      date NOT NULL,
  due_date            date NOT NULL,
  max_distance_m      integer CHECK (max_distance_m BETWEEN 1 AND 20100000),
  max_fen_per_hour    integer CHECK (max_fen_per_hour BETWEEN 0 AND 10000000),
  currency            char(3) NOT NULL,
  split_allowed       boolean NOT NULL,
  all_or_nothing      boolean NOT NULL,
  production_order_id uuid,
  note                text NOT NULL CHECK (length(note) <= 1000),
  state               text NOT NULL CHECK (state IN ('open', 'closed', 'cancelled', 'expired')),
  published_at        timestamptz NOT NULL,
  ended_at            timestamptz,
  CONSTRAINT capacity_request_period CHECK (due_date >= earliest_start),
  CONSTRAINT capacity_request_ended CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX capacity_request_enterprise ON capacity_request (enterprise_id, id);
CREATE INDEX capacity_request_open ON capacity_request (region_id, id) WHERE state = 'open';
CREATE INDEX capacity_request_due ON capacity_request (due_date) WHERE state = 'open';
CREATE INDEX capacity_request_order ON capacity_request (production_order_id) WHERE production_order_id IS NOT NULL;

CREATE TABLE capacity_request_step (
  request_id      uuid NOT NULL REFERENCES capacity_request,
  step            smallint NOT NULL CHECK (step BETWEEN 1 AND 20),
  process_id      text NOT NULL REFERENCES process,
  minutes         integer NOT NULL CHECK (minutes BETWEEN 1 AND 10000000),
  attributes      jsonb NOT NULL CHECK (jsonb_typeof(attributes) = 'array'),  -- [{"name": "maxWidthMm", "atLeast": 1200}]
  needs_operators text NOT NULL CHECK (needs_operators IN ('yes', 'no', 'either')),
  transport_days  smallint CHECK (transport_days BETWEEN 0 AND 60),  -- null: one day where the next place is another
  PRIMARY KEY (request_id, step)
);
CREATE INDEX capacity_request_step_process ON capacity_request_step (process_id);

-- The terms are the window's on the day of the hold, and stay.
CREATE TABLE capacity_booking (
  id              uuid PRIMARY KEY,
  window_id       uuid NOT NULL REFERENCES capacity_window,
  line_id         uuid NOT NULL REFERENCES production_line,
  owner_id        uuid NOT NULL REFERENCES enterprise,
  customer_id     uuid NOT NULL REFERENCES enterprise,
  request_id      uuid,
  step            smallint,
  starts_on       date NOT NULL,
  ends_on         date NOT NULL,
  fen_per_hour    integer NOT NULL CHECK (fen_per_hour >= 0),
  currency        char(3) NOT NULL,
  with_operators  boolean NOT NULL,
  material_by     text NOT NULL CHECK (material_by IN ('owner', 'customer')),
  setup_minutes   integer NOT NULL CHECK (setup_minutes >= 0),
  notice_days     smallint NOT NULL CHECK (notice_days >= 0),
  late_percent    smallint NOT NULL CHECK (late_percent BETWEEN 0 AND 100),
  booked_fen      integer NOT NULL CHECK (booked_fen >= 0),
  state           text NOT NULL CHECK (state IN ('held', 'confirmed', 'fulfilled', 'released')),
  held_until      timestamptz NOT NULL,
  confirmed_at    timestamptz,
  fulfilled_at    timestamptz,
  recorded_at     timestamptz,             -- of the record that stands; the time to object runs from it
  record_note     text NOT NULL DEFAULT '' CHECK (length(record_note) <= 1000),
  amount_fen      integer CHECK (amount_fen >= 0),
  objection       text NOT NULL DEFAULT '' CHECK (length(objection) <= 1000),
  objected_at     timestamptz,
  released_at     timestamptz,
  release_reason  text CHECK (release_reason IN ('declined', 'expired', 'by_customer', 'by_owner', 'by_service')),
  release_note    text NOT NULL DEFAULT '' CHECK (length(release_note) <= 1000),
  late_fen        integer CHECK (late_fen >= 0),
  changes         integer NOT NULL DEFAULT 0 CHECK (changes >= 0),
  changed_at      timestamptz NOT NULL,
  FOREIGN KEY (request_id, step) REFERENCES capacity_request_step (request_id, step),
  CONSTRAINT capacity_booking_of_another CHECK (owner_id <> customer_id),
  CONSTRAINT capacity_booking_step CHECK ((request_id IS NULL) = (step IS NULL)),
  CONSTRAINT capacity_booking_period CHECK (ends_on >= starts_on),
  CONSTRAINT capacity_booking_fulfilled
    CHECK ((state = 'fulfilled') = (amount_fen IS NOT NULL) AND (amount_fen IS NULL) = (recorded_at IS NULL)),
  CONSTRAINT capacity_booking_released CHECK ((state = 'released') = (release_reason IS NOT NULL)),
  CONSTRAINT capacity_booking_objection CHECK ((objected_at IS NULL) = (objection = ''))
);
CREATE INDEX capacity_booking_owner ON capacity_booking (owner_id, id);
CREATE INDEX capacity_booking_customer ON capacity_booking (customer_id, id);
CREATE INDEX capacity_booking_window ON capacity_booking (window_id);
CREATE INDEX capacity_booking_request ON capacity_booking (request_id, step) WHERE request_id IS NOT NULL;
CREATE INDEX capacity_booking_held ON capacity_booking (held_until) WHERE state = 'held';

CREATE TABLE capacity_booking_day (
  booking_id       uuid NOT NULL REFERENCES capacity_booking,
  day              date NOT NULL,
  window_id        uuid NOT NULL REFERENCES capacity_window,
  minutes          integer NOT NULL CHECK (minutes > 0),   -- with the setup, on the first day
  recorded_minutes integer,
  is_held          boolean NOT NULL DEFAULT true,          -- false once the booking is released
  PRIMARY KEY (booking_id, day),
  CONSTRAINT capacity_booking_day_recorded CHECK (recorded_minutes BETWEEN 0 AND minutes)
);
CREATE INDEX capacity_booking_day_window ON capacity_booking_day (window_id, day) WHERE is_held;

CREATE FUNCTION capacity_count_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') AND OLD.is_held THEN
    UPDATE capacity_day SET booked_minutes = booked_minutes - OLD.minutes
    WHERE window_id = OLD.window_id AND day = OLD.day;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') AND NEW.is_held THEN
    UPDATE capacity_day SET booked_minutes = booked_minutes + NEW.minutes
    WHERE window_id = NEW.window_id AND day = NEW.day;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the window does not offer this day'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'capacity_booking_day_offered';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER capacity_booking_day_counted AFTER INSERT OR DELETE OR UPDATE OF minutes, is_held, window_id, day
  ON capacity_booking_day FOR EACH ROW EXECUTE FUNCTION capacity_count_booked();

-- Days whose count is not the sum of their bookings, and bookings whose days do not hold what their state says; both none.
CREATE VIEW capacity_mismatch AS
SELECT coalesce(d.window_id, b.window_id) AS window_id, coalesce(d.day, b.day) AS day,
       coalesce(d.booked_minutes, 0) AS counted, coalesce(b.minutes, 0) AS booked
FROM capacity_day d
FULL JOIN (SELECT window_id, day, sum(minutes)::int AS minutes FROM capacity_booking_day WHERE is_held GROUP BY 1, 2) b
  ON b.window_id = d.window_id AND b.day = d.day
WHERE coalesce(d.booked_minutes, 0) <> coalesce(b.minutes, 0)
UNION ALL
SELECT t.window_id, t.day, 0, t.minutes
FROM capacity_booking_day t JOIN capacity_booking k ON k.id = t.booking_id
WHERE t.is_held = (k.state = 'released');

-- What the matching chose: minutes of a window's day for a step of a request.
CREATE TABLE capacity_proposal (
  id         uuid PRIMARY KEY,
  run_id     uuid NOT NULL,
  request_id uuid NOT NULL,
  step       smallint NOT NULL,
  window_id  uuid NOT NULL REFERENCES capacity_window,
  day        date NOT NULL,
  minutes    integer NOT NULL CHECK (minutes > 0),
  cost_fen   integer NOT NULL CHECK (cost_fen >= 0),
  state      text NOT NULL CHECK (state IN ('proposed', 'taken', 'superseded', 'declined')),
  created_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  FOREIGN KEY (request_id, step) REFERENCES capacity_request_step (request_id, step),
  CONSTRAINT capacity_proposal_decided CHECK ((state = 'proposed') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX capacity_proposal_open ON capacity_proposal (request_id, step, window_id, day) WHERE state = 'proposed';
CREATE INDEX capacity_proposal_window ON capacity_proposal (window_id) WHERE state = 'proposed';

-- Of what is over nothing is proposed.
CREATE FUNCTION capacity_supersede_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE capacity_proposal SET state = 'superseded', decided_at = now()
  WHERE state = 'proposed' AND CASE TG_TABLE_NAME WHEN 'capacity_request' THEN request_id ELSE window_id END = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER capacity_request_over AFTER UPDATE OF state ON capacity_request
  FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state <> 'open') EXECUTE FUNCTION capacity_supersede_proposals();
CREATE TRIGGER capacity_window_over AFTER UPDATE OF state ON capacity_window
  FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state <> 'open') EXECUTE FUNCTION capacity_supersede_proposals();

-- The address of an enterprise's calendar feed; only the hash of its secret is kept.
CREATE TABLE capacity_feed (
  enterprise_id uuid PRIMARY KEY REFERENCES enterprise,
  token_hash    bytea NOT NULL,
  language      text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  created_at    timestamptz NOT NULL,
  CONSTRAINT capacity_feed_token UNIQUE (token_hash)
);

-- For the matching, in bulk: minutes that can be booked, by window and day, of enterprises that may deal.
CREATE VIEW capacity_supply AS
SELECT w.id AS window_id, d.day, d.minutes - d.booked_minutes AS free_minutes, t.process_id, l.machine_type_id,
       l.attributes, l.id AS line_id, s.id AS workshop_id, s.region_id, s.latitude, s.longitude, w.fen_per_hour, w.currency,
       w.with_operators, w.material_by, w.enterprise_id, w.setup_minutes, w.minimum_minutes
FROM capacity_window w
JOIN capacity_day d ON d.window_id = w.id
JOIN production_line l ON l.id = w.line_id
JOIN machine_type t ON t.id = l.machine_type_id
JOIN workshop s ON s.id = l.workshop_id
JOIN enterprise e ON e.id = w.enterprise_id
WHERE w.state = 'open' AND d.minutes > d.booked_minutes AND e.verification = 'verified'
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force f WHERE f.enterprise_id = w.enterprise_id);

-- For the matching, in bulk: steps of open requests that lack minutes. Setup is the window's need, not the step's.
CREATE VIEW capacity_demand AS
SELECT r.id AS request_id, s.step, s.process_id, s.minutes, s.minutes - s.secured_minutes AS unmet_minutes, s.attributes,
       s.needs_operators, s.transport_days, r.enterprise_id, r.region_id, r.latitude, r.longitude, r.earliest_start,
       r.due_date, r.max_distance_m, r.max_fen_per_hour, r.currency, r.split_allowed, r.all_or_nothing,
       r.production_order_id, s.booked_before, s.booked_after
FROM capacity_request r
JOIN (SELECT s.*,
             -- What earlier and later steps have booked already: this one comes between.
             (SELECT max(b.ends_on) FROM capacity_booking b
              WHERE b.request_id = s.request_id AND b.step < s.step AND b.state <> 'released') AS booked_before,
             (SELECT min(b.starts_on) FROM capacity_booking b
              WHERE b.request_id = s.request_id AND b.step > s.step AND b.state <> 'released') AS booked_after, coalesce((SELECT sum(t.minutes - CASE WHEN t.day = b.starts_on THEN b.setup_minutes ELSE 0 END)::int
                            FROM capacity_booking b JOIN capacity_booking_day t ON t.booking_id = b.id
                            WHERE b.request_id = s.request_id AND b.step = s.step AND t.is_held), 0) AS secured_minutes
      FROM capacity_request_step s) s ON s.request_id = r.id
JOIN enterprise e ON e.id = r.enterprise_id
WHERE r.state = 'open' AND s.minutes > s.secured_minutes AND e.verification = 'verified'
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force f WHERE f.enterprise_id = r.enterprise_id);

SELECT follow_live('capacity_window', 'enterprise', 'enterprise_id');
SELECT follow_live('capacity_request', 'enterprise', 'enterprise_id');
SELECT follow_live('capacity_booking', 'enterprise', 'owner_id', 'enterprise', 'customer_id');
