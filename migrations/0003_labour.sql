-- Labour: from surplus and need to placement, in both kinds of deal. Constraints carry the
-- names that errors map from; triggers hold what design.md §5 says must hold even if code is wrong.

CREATE TABLE surplus_listing (
  id         uuid PRIMARY KEY,
  lender_id  uuid NOT NULL REFERENCES enterprise,
  reason     text NOT NULL CHECK (reason IN ('season', 'stoppage', 'surplus')),
  starts_on  date NOT NULL,
  ends_on    date NOT NULL,
  state      text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'expired')),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT surplus_listing_period CHECK (ends_on >= starts_on)
);
CREATE INDEX surplus_listing_lender ON surplus_listing (lender_id, id);

-- Head-counts first: a line offers so many heads of one skill on one set of conditions.
CREATE TABLE surplus_line (
  id                  uuid PRIMARY KEY,
  listing_id          uuid NOT NULL REFERENCES surplus_listing,
  occupation_id       text NOT NULL REFERENCES occupation,
  level               smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  headcount           integer NOT NULL CHECK (headcount BETWEEN 1 AND 10000),
  wage_floor_fen      integer NOT NULL CHECK (wage_floor_fen >= 0),
  wage_unit           text NOT NULL CHECK (wage_unit IN ('hour', 'day', 'week', 'month', 'year', 'piece')),
  currency            char(3) NOT NULL,
  region_id           text NOT NULL REFERENCES region,
  latitude            double precision NOT NULL,
  longitude           double precision NOT NULL,
  radius_m            integer NOT NULL CHECK (radius_m >= 0),
  relocation_radius_m integer CHECK (relocation_radius_m >= 0),
  reference           text NOT NULL DEFAULT ''
);
CREATE INDEX surplus_line_listing ON surplus_line (listing_id);

CREATE TABLE availability (
  id                  uuid PRIMARY KEY,
  worker_id           uuid NOT NULL REFERENCES worker,
  surplus_line_id     uuid REFERENCES surplus_line,
  starts_on           date NOT NULL,
  ends_on             date NOT NULL,
  wage_floor_fen      integer NOT NULL CHECK (wage_floor_fen >= 0),
  wage_unit           text NOT NULL CHECK (wage_unit IN ('hour', 'day', 'week', 'month', 'year', 'piece')),
  currency            char(3) NOT NULL,
  radius_m            integer NOT NULL CHECK (radius_m >= 0),
  relocation_radius_m integer CHECK (relocation_radius_m >= 0),   -- reach where the host lodges the worker
  state               text NOT NULL CHECK (state IN ('open', 'closed')),
  created_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT availability_period CHECK (ends_on >= starts_on),
  CONSTRAINT availability_no_overlap EXCLUDE USING gist
    (worker_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (state = 'open')
);
CREATE INDEX availability_worker ON availability (worker_id);
CREATE INDEX availability_line ON availability (surplus_line_id);

CREATE TABLE labour_need (
  id                  uuid PRIMARY KEY,
  host_id             uuid NOT NULL REFERENCES enterprise,
  reference           text NOT NULL DEFAULT '',
  occupation_id       text NOT NULL REFERENCES occupation,
  min_level           smallint NOT NULL CHECK (min_level BETWEEN 1 AND 5),
  accepts_substitutes boolean NOT NULL,
  certificate_codes   text[] NOT NULL DEFAULT '{}',
  headcount           integer NOT NULL CHECK (headcount BETWEEN 1 AND 10000),
  priority            smallint NOT NULL DEFAULT 1 CHECK (priority BETWEEN 1 AND 3),
  region_id           text NOT NULL REFERENCES region,
  address             text NOT NULL DEFAULT '',
  latitude            double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude           double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  starts_on           date NOT NULL,
  ends_on             date NOT NULL,
  min_overlap_percent smallint NOT NULL DEFAULT 100 CHECK (min_overlap_percent BETWEEN 1 AND 100),
  shift               text NOT NULL CHECK (shift IN ('day', 'night', 'rotating')),
  wage_fen            integer NOT NULL CHECK (wage_fen > 0),
  wage_unit           text NOT NULL CHECK (wage_unit IN ('hour', 'day', 'week', 'month', 'year', 'piece')),
  currency            char(3) NOT NULL,
  lodging             boolean NOT NULL,
  description         text NOT NULL DEFAULT '',
  state               text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'cancelled', 'expired')),
  seats_taken         integer NOT NULL DEFAULT 0,
  created_at          timestamptz NOT NULL DEFAULT now(),
  published_at        timestamptz,
  CONSTRAINT labour_need_period CHECK (ends_on >= starts_on),
  -- Held by the database under any concurrency: accepted offers and placements never exceed the headcount.
  CONSTRAINT labour_need_headcount CHECK (seats_taken BETWEEN 0 AND headcount)
);
CREATE INDEX labour_need_host ON labour_need (host_id, id);
CREATE INDEX labour_need_open ON labour_need (region_id, occupation_id) WHERE state = 'open';
CREATE INDEX labour_need_occupation ON labour_need (occupation_id);

CREATE TABLE consent (
  id           uuid PRIMARY KEY,
  worker_id    uuid NOT NULL REFERENCES worker,
  lender_id    uuid NOT NULL REFERENCES enterprise,
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  radius_m     integer NOT NULL CHECK (radius_m >= 0),
  state        text NOT NULL CHECK (state IN ('requested', 'granted', 'refused', 'withdrawn', 'expired')),
  requested_at timestamptz NOT NULL DEFAULT now(),
  decided_at   timestamptz,
  expires_at   timestamptz NOT NULL,
  CONSTRAINT consent_period CHECK (ends_on >= starts_on)
);
CREATE INDEX consent_worker ON consent (worker_id);
CREATE INDEX consent_lender ON consent (lender_id, id);
CREATE UNIQUE INDEX consent_one_open ON consent (worker_id, starts_on, ends_on) WHERE state IN ('requested', 'granted');

CREATE TABLE application (
  id          uuid PRIMARY KEY,
  need_id     uuid NOT NULL REFERENCES labour_need,
  worker_id   uuid NOT NULL REFERENCES worker,
  -- An employed applicant is an interest routed to the employer for a loan; an idle one applies directly.
  kind        text NOT NULL CHECK (kind IN ('direct', 'interest')),
  employer_id uuid REFERENCES enterprise,
  state       text NOT NULL CHECK (state IN ('submitted', 'taken', 'declined', 'withdrawn')),
  note        text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT application_kind CHECK ((kind = 'interest') = (employer_id IS NOT NULL))
);
CREATE UNIQUE INDEX application_once ON application (need_id, worker_id) WHERE state = 'submitted';
CREATE INDEX application_worker ON application (worker_id);
CREATE INDEX application_employer ON application (employer_id) WHERE employer_id IS NOT NULL;

CREATE TABLE proposal (
  id              uuid PRIMARY KEY,
  run_id          uuid NOT NULL,
  need_id         uuid NOT NULL REFERENCES labour_need,
  worker_id       uuid NOT NULL REFERENCES worker,
  score           smallint NOT NULL CHECK (score BETWEEN 0 AND 10000),
  parts           jsonb NOT NULL,
  weights_version integer NOT NULL,
  distance_m      integer NOT NULL,
  state           text NOT NULL CHECK (state IN ('proposed', 'taken', 'declined', 'superseded', 'expired')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  decided_at      timestamptz
);
CREATE UNIQUE INDEX proposal_one_open ON proposal (worker_id) WHERE state = 'proposed';
CREATE INDEX proposal_need ON proposal (need_id, state);
CREATE INDEX proposal_worker ON proposal (worker_id);
CREATE INDEX proposal_run ON proposal (run_id);

CREATE TABLE offer (
  id             uuid PRIMARY KEY,
  need_id        uuid NOT NULL REFERENCES labour_need,
  worker_id      uuid NOT NULL REFERENCES worker,
  host_id        uuid NOT NULL REFERENCES enterprise,
  lender_id      uuid REFERENCES enterprise,
  kind           text NOT NULL CHECK (kind IN ('loan', 'direct')),
  proposal_id    uuid REFERENCES proposal,
  application_id uuid REFERENCES application,
  starts_on      date NOT NULL,
  ends_on        date NOT NULL,
  wage_fen       integer NOT NULL CHECK (wage_fen > 0),
  wage_unit      text NOT NULL,
  currency       char(3) NOT NULL,
  state          text NOT NULL CHECK (state IN ('sent', 'accepted', 'confirmed', 'declined', 'withdrawn', 'expired')),
  sent_at        timestamptz NOT NULL DEFAULT now(),
  expires_at     timestamptz NOT NULL,
  decided_at     timestamptz,
  CONSTRAINT offer_period CHECK (ends_on >= starts_on),
  CONSTRAINT offer_kind CHECK ((kind = 'loan') = (lender_id IS NOT NULL)),
  CONSTRAINT offer_lender_is_not_host CHECK (lender_id IS DISTINCT FROM host_id)
);
CREATE UNIQUE INDEX offer_one_open ON offer (need_id, worker_id) WHERE state IN ('sent', 'accepted');
CREATE INDEX offer_worker ON offer (worker_id, id);
CREATE INDEX offer_host ON offer (host_id, id);
CREATE INDEX offer_lender ON offer (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX offer_expiry ON offer (expires_at) WHERE state IN ('sent', 'accepted');

CREATE TABLE placement (
  id         uuid PRIMARY KEY,
  offer_id   uuid NOT NULL UNIQUE REFERENCES offer,
  need_id    uuid NOT NULL REFERENCES labour_need,
  worker_id  uuid NOT NULL REFERENCES worker,
  host_id    uuid NOT NULL REFERENCES enterprise,
  lender_id  uuid REFERENCES enterprise,
  kind       text NOT NULL CHECK (kind IN ('loan', 'direct')),
  consent_id uuid REFERENCES consent,
  starts_on  date NOT NULL,
  ends_on    date NOT NULL,
  state      text NOT NULL CHECK (state IN ('planned', 'active', 'completed', 'cancelled', 'ended_early', 'no_show')),
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at   timestamptz,
  CONSTRAINT placement_period CHECK (ends_on >= starts_on),
  CONSTRAINT placement_kind CHECK ((kind = 'loan') = (lender_id IS NOT NULL)),
  CONSTRAINT placement_loan_needs_consent CHECK (kind <> 'loan' OR consent_id IS NOT NULL)
);
CREATE INDEX placement_need ON placement (need_id, state);
CREATE INDEX placement_worker ON placement (worker_id, id);
CREATE INDEX placement_host ON placement (host_id, id);
CREATE INDEX placement_lender ON placement (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX placement_consent ON placement (consent_id) WHERE consent_id IS NOT NULL;

-- One row per offer that binds a worker, kept by triggers from acceptance to the end of the placement:
-- the one place where "nobody is double-booked" is true by construction.
CREATE TABLE worker_booking (
  offer_id  uuid PRIMARY KEY REFERENCES offer,
  need_id   uuid NOT NULL REFERENCES labour_need,
  worker_id uuid NOT NULL REFERENCES worker,
  period    daterange NOT NULL,
  CONSTRAINT worker_booking_no_overlap EXCLUDE USING gist (worker_id WITH =, period WITH &&)
);
CREATE INDEX worker_booking_need ON worker_booking (need_id);

-- An offer books its worker while accepted or confirmed; a placement that ends early or never
-- happens gives the rest of the period back; one that was worked to its end keeps its days.
CREATE FUNCTION booking_follow_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('accepted', 'confirmed') THEN
    IF NOT EXISTS (SELECT 1 FROM worker_booking WHERE offer_id = NEW.id) THEN
      INSERT INTO worker_booking (offer_id, need_id, worker_id, period)
      VALUES (NEW.id, NEW.need_id, NEW.worker_id, daterange(NEW.starts_on, NEW.ends_on, '[]'));
    END IF;
  ELSE
    DELETE FROM worker_booking WHERE offer_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER offer_booking AFTER INSERT OR UPDATE OF state ON offer
  FOR EACH ROW EXECUTE FUNCTION booking_follow_offer();

CREATE FUNCTION booking_follow_placement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('cancelled', 'no_show') THEN
    DELETE FROM worker_booking WHERE offer_id = NEW.offer_id;
  ELSE
    UPDATE worker_booking SET period = daterange(NEW.starts_on, NEW.ends_on, '[]') WHERE offer_id = NEW.offer_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'placement % has no booking', NEW.id
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'placement_has_booking';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_booking AFTER INSERT OR UPDATE OF state, starts_on, ends_on ON placement
  FOR EACH ROW EXECUTE FUNCTION booking_follow_placement();

-- The need's counter moves with its bookings; its CHECK refuses the seat too many, and the row lock
-- makes concurrent acceptances wait for each other.
CREATE FUNCTION need_count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE labour_need SET seats_taken = seats_taken + 1 WHERE id = NEW.need_id;
  ELSE
    UPDATE labour_need SET seats_taken = seats_taken - 1 WHERE id = OLD.need_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER worker_booking_seats AFTER INSERT OR DELETE ON worker_booking
  FOR EACH ROW EXECUTE FUNCTION need_count_seats();

-- A loan lies inside a consent that is in force: checked when the placement is made or moved, and
-- again when a consent is withdrawn (deferred, so that one transaction may end both).
CREATE FUNCTION placement_check_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'loan' AND NEW.state IN ('planned', 'active') AND NOT EXISTS (
    SELECT 1 FROM consent c
    WHERE c.id = NEW.consent_id AND c.worker_id = NEW.worker_id AND c.lender_id = NEW.lender_id
      AND c.state = 'granted' AND c.starts_on <= NEW.starts_on AND c.ends_on >= NEW.ends_on
    FOR SHARE)
  THEN
    RAISE EXCEPTION 'placement % lies outside a consent in force', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_inside_consent';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_inside_consent AFTER INSERT OR UPDATE ON placement
  FOR EACH ROW EXECUTE FUNCTION placement_check_consent();

CREATE FUNCTION consent_check_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM consent c JOIN placement p ON p.consent_id = c.id
             WHERE c.id = NEW.id AND p.state IN ('planned', 'active')
               AND (c.state <> 'granted' OR c.starts_on > p.starts_on OR c.ends_on < p.ends_on))
  THEN
    RAISE EXCEPTION 'consent % still carries a placement', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_carries_placement';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER consent_carries_placement AFTER UPDATE ON consent
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION consent_check_placements();

-- What other modules may read of labour (owner: labour). One row per need with its seats by stage.
CREATE VIEW labour_need_fill AS
SELECT n.id AS need_id, n.host_id, n.occupation_id, n.region_id, e.industry_id, n.starts_on, n.ends_on, n.state,
       n.headcount AS demanded,
       (SELECT count(*) FROM proposal p WHERE p.need_id = n.id AND p.state = 'proposed')::int
         + (SELECT count(*) FROM offer o WHERE o.need_id = n.id AND o.state = 'sent')::int
         + n.seats_taken AS proposed,
       n.seats_taken AS accepted,
       (SELECT count(*) FROM placement p WHERE p.need_id = n.id AND p.state IN ('planned', 'active', 'completed'))::int AS placed,
       (SELECT count(*) FROM placement p WHERE p.need_id = n.id AND p.state IN ('active', 'completed'))::int AS on_site
FROM labour_need n JOIN enterprise e ON e.id = n.host_id
WHERE n.state <> 'draft';

-- What matching reads of labour: who is free to be proposed. Whoever has an offer open is pinned and not listed;
-- a named lent worker is listed only under their own consent, and only for its period.
CREATE VIEW labour_supply AS
SELECT a.worker_id, w.home_enterprise_id AS lender_id, w.region_id, w.latitude, w.longitude, w.rating,
       greatest(a.starts_on, c.starts_on) AS starts_on, least(a.ends_on, c.ends_on) AS ends_on,
       a.wage_floor_fen, a.wage_unit, a.currency, a.radius_m, a.relocation_radius_m, a.created_at AS waiting_since
FROM availability a
JOIN worker w ON w.id = a.worker_id
LEFT JOIN enterprise l ON l.id = w.home_enterprise_id
LEFT JOIN worker_person p ON p.worker_id = w.id
LEFT JOIN consent c ON c.worker_id = w.id AND c.lender_id = w.home_enterprise_id AND c.state = 'granted'
     AND p.worker_id IS NOT NULL AND daterange(c.starts_on, c.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]')
WHERE a.state = 'open'
  AND (w.home_enterprise_id IS NULL OR l.verification = 'verified')
  AND (w.home_enterprise_id IS NULL OR p.worker_id IS NULL OR c.id IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.worker_id = a.worker_id AND o.state IN ('sent', 'accepted'));

-- Open needs with seats that no offer holds.
CREATE VIEW labour_demand AS
SELECT n.id AS need_id, n.host_id, n.occupation_id, n.min_level, n.accepts_substitutes, n.certificate_codes, n.priority,
       n.region_id, n.latitude, n.longitude, n.starts_on, n.ends_on, n.min_overlap_percent,
       n.wage_fen, n.wage_unit, n.currency, n.lodging, n.seats_open
FROM (SELECT n.*, n.headcount - n.seats_taken
               - (SELECT count(*) FROM offer o WHERE o.need_id = n.id AND o.state = 'sent')::int AS seats_open
      FROM labour_need n WHERE n.state = 'open') n
JOIN enterprise e ON e.id = n.host_id AND e.verification = 'verified'
WHERE n.seats_open > 0;
