-- The life of a placement: pauses, early and regular returns, replacement, no-shows, extension, the loss of a lender, injuries.

-- A booking keeps the worked days of a placement that ended early; its seat is given back when the host asks for somebody
-- else, once: the flag turns, and the need's counter follows it.
ALTER TABLE worker_booking ADD COLUMN holds_seat boolean NOT NULL DEFAULT true;

CREATE OR REPLACE FUNCTION need_count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') AND OLD.holds_seat THEN
    UPDATE labour_need SET seats_taken = seats_taken - 1 WHERE id = OLD.need_id;
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') AND NEW.holds_seat THEN
    UPDATE labour_need SET seats_taken = seats_taken + 1 WHERE id = NEW.need_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER worker_booking_seat_given_back AFTER UPDATE OF holds_seat ON worker_booking
  FOR EACH ROW WHEN (OLD.holds_seat IS DISTINCT FROM NEW.holds_seat) EXECUTE FUNCTION need_count_seats();

CREATE TABLE placement_pause (
  id           uuid PRIMARY KEY,
  placement_id uuid NOT NULL REFERENCES placement,
  worker_id    uuid NOT NULL REFERENCES worker,
  host_id      uuid NOT NULL REFERENCES enterprise,
  lender_id    uuid REFERENCES enterprise,
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  reason       text NOT NULL CHECK (reason IN ('no_work', 'stoppage', 'safety', 'personal', 'other')),
  note         text NOT NULL CHECK (length(note) <= 1000),
  paused_by    text NOT NULL CHECK (paused_by IN ('host', 'lender')),
  account_id   uuid NOT NULL REFERENCES account,
  created_at   timestamptz NOT NULL DEFAULT now(),
  resumed_at   timestamptz,
  CONSTRAINT placement_pause_period CHECK (ends_on >= starts_on),
  CONSTRAINT placement_pause_no_overlap EXCLUDE USING gist
    (placement_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);

-- A wish that a placement end before its time. R19: at once; R20: when everyone has agreed; R21: after the agreed notice.
CREATE TABLE placement_return (
  id               uuid PRIMARY KEY,
  placement_id     uuid NOT NULL REFERENCES placement,
  worker_id        uuid NOT NULL REFERENCES worker,
  host_id          uuid NOT NULL REFERENCES enterprise,
  lender_id        uuid REFERENCES enterprise,
  region_id        text NOT NULL REFERENCES region,
  requested_by     text NOT NULL CHECK (requested_by IN ('host', 'lender', 'worker')),
  account_id       uuid NOT NULL REFERENCES account,
  reason           text NOT NULL CHECK (reason IN ('unsafe_conditions', 'no_protective_equipment', 'unpaid', 'overlong_hours',
                     'other_breach_of_duty', 'unsuited', 'serious_rule_breach', 'incompetence', 'agreed_case')),
  note             text NOT NULL CHECK (length(note) <= 2000),
  evidence         text NOT NULL CHECK (length(evidence) <= 4000),
  state            text NOT NULL CHECK (state IN ('waiting', 'due', 'effective', 'declined', 'expired', 'withdrawn')),
  host_agreed_at   timestamptz,
  lender_agreed_at timestamptz,
  worker_agreed_at timestamptz,
  expires_at       timestamptz,
  effective_on     date,
  objected_at      timestamptz,
  objection        text NOT NULL DEFAULT '' CHECK (length(objection) <= 2000),
  created_at       timestamptz NOT NULL DEFAULT now(),
  decided_at       timestamptz,
  CONSTRAINT placement_return_waits CHECK ((state = 'waiting') <= (expires_at IS NOT NULL)),
  CONSTRAINT placement_return_is_dated CHECK (state NOT IN ('due', 'effective') OR effective_on IS NOT NULL),
  CONSTRAINT placement_return_evidence
    CHECK (reason NOT IN ('serious_rule_breach', 'incompetence', 'agreed_case') OR evidence <> '')
);
CREATE UNIQUE INDEX placement_return_one_open ON placement_return (placement_id) WHERE state IN ('waiting', 'due');
CREATE INDEX placement_return_host ON placement_return (host_id, id);
CREATE INDEX placement_return_lender ON placement_return (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX placement_return_worker ON placement_return (worker_id, id);
CREATE INDEX placement_return_region ON placement_return (region_id, id) WHERE objected_at IS NOT NULL;

-- R22: whoever was lent comes back, and the lender places them. One row per loan that ended after it was agreed.
CREATE TABLE worker_return (
  id              uuid PRIMARY KEY REFERENCES placement,
  worker_id       uuid NOT NULL REFERENCES worker,
  lender_id       uuid NOT NULL REFERENCES enterprise,
  returns_on      date NOT NULL,           -- the first day on which the lender employs the worker itself again
  reason          text NOT NULL CHECK (reason IN ('completed', 'cancelled', 'no_show', 'ended_early', 'duty_breached',
                    'unsuited', 'sent_back')),
  acknowledged_at timestamptz
);
CREATE INDEX worker_return_lender ON worker_return (lender_id, id);

CREATE FUNCTION placement_return_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Who has left the lender meanwhile (R24) has nowhere to return to.
  INSERT INTO worker_return (id, worker_id, lender_id, returns_on, reason)
  SELECT NEW.id, NEW.worker_id, NEW.lender_id, CASE WHEN NEW.state IN ('completed', 'ended_early') THEN NEW.ends_on + 1
           ELSE (coalesce(NEW.ended_at, now()) AT TIME ZONE 'Asia/Shanghai')::date END, NEW.state
  FROM worker w WHERE w.id = NEW.worker_id AND w.home_enterprise_id = NEW.lender_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_returns_worker AFTER UPDATE OF state ON placement FOR EACH ROW
  WHEN (NEW.kind = 'loan' AND OLD.state IN ('planned', 'active')
        AND NEW.state IN ('completed', 'cancelled', 'ended_early', 'no_show'))
  EXECUTE FUNCTION placement_return_worker();

CREATE TABLE replacement_request (
  id           uuid PRIMARY KEY,
  placement_id uuid NOT NULL REFERENCES placement,
  need_id      uuid NOT NULL REFERENCES labour_need,
  host_id      uuid NOT NULL REFERENCES enterprise,
  note         text NOT NULL CHECK (length(note) <= 1000),
  created_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT replacement_request_once UNIQUE (placement_id)
);

-- Always dated, appealable, never indefinite; nobody is kept from work by it.
CREATE TABLE penalty (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL CHECK (kind = 'no_show'),
  worker_id     uuid REFERENCES worker,
  enterprise_id uuid REFERENCES enterprise,
  placement_id  uuid NOT NULL REFERENCES placement,
  region_id     text NOT NULL REFERENCES region,
  state         text NOT NULL CHECK (state IN ('proposed', 'appealed', 'upheld', 'lifted')),
  proposed_at   timestamptz NOT NULL,
  appeal_by     timestamptz NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  appeal        text NOT NULL DEFAULT '' CHECK (length(appeal) <= 2000),
  appealed_at   timestamptz,
  decision      text NOT NULL DEFAULT '' CHECK (length(decision) <= 2000),
  decided_at    timestamptz,
  CONSTRAINT penalty_subject CHECK ((worker_id IS NULL) <> (enterprise_id IS NULL)),
  CONSTRAINT penalty_is_dated CHECK (ends_on >= starts_on AND ends_on <= starts_on + 180),
  CONSTRAINT penalty_appeal CHECK ((appealed_at IS NULL) = (appeal = '')),
  CONSTRAINT penalty_once UNIQUE (placement_id, kind)
);
CREATE INDEX penalty_worker ON penalty (worker_id, id) WHERE worker_id IS NOT NULL;
CREATE INDEX penalty_enterprise ON penalty (enterprise_id, id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX penalty_region ON penalty (region_id, id);
CREATE INDEX penalty_waiting ON penalty (appeal_by) WHERE state = 'proposed';

-- R22: a later end needs the yes of host, lender and worker; the days move when the last has said it.
CREATE TABLE placement_extension (
  id               uuid PRIMARY KEY,
  placement_id     uuid NOT NULL REFERENCES placement,
  worker_id        uuid NOT NULL REFERENCES worker,
  host_id          uuid NOT NULL REFERENCES enterprise,
  lender_id        uuid REFERENCES enterprise,
  ends_on          date NOT NULL,
  proposed_by      text NOT NULL CHECK (proposed_by IN ('host', 'lender')),
  account_id       uuid NOT NULL REFERENCES account,
  state            text NOT NULL CHECK (state IN ('waiting', 'agreed', 'declined', 'expired')),
  host_agreed_at   timestamptz,
  lender_agreed_at timestamptz,
  worker_agreed_at timestamptz,
  expires_at       timestamptz NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  decided_at       timestamptz,
  CONSTRAINT placement_extension_agreed CHECK (state <> 'agreed' OR (host_agreed_at IS NOT NULL
    AND worker_agreed_at IS NOT NULL AND (lender_id IS NULL OR lender_agreed_at IS NOT NULL)))
);
CREATE UNIQUE INDEX placement_extension_one_open ON placement_extension (placement_id) WHERE state = 'waiting';
CREATE INDEX placement_extension_host ON placement_extension (host_id, id);
CREATE INDEX placement_extension_lender ON placement_extension (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX placement_extension_worker ON placement_extension (worker_id, id);

-- R24: what a bureau has established of a lender.
CREATE TABLE lender_loss (
  id          uuid PRIMARY KEY REFERENCES enterprise,
  reason      text NOT NULL CHECK (reason IN ('bankrupt', 'deregistered')),
  lost_on     date NOT NULL,
  note        text NOT NULL CHECK (length(note) <= 2000),
  account_id  uuid NOT NULL REFERENCES account,
  declared_at timestamptz NOT NULL
);

-- R13, R14: an accident at work, from the report to the paid compensation.
CREATE TABLE injury (
  id                   uuid PRIMARY KEY,
  placement_id         uuid NOT NULL REFERENCES placement,
  worker_id            uuid NOT NULL REFERENCES worker,
  host_id              uuid NOT NULL REFERENCES enterprise,
  lender_id            uuid REFERENCES enterprise,
  region_id            text NOT NULL REFERENCES region,
  reported_by          text NOT NULL CHECK (reported_by IN ('host', 'lender', 'worker')),
  account_id           uuid NOT NULL REFERENCES account,
  occurred_at          timestamptz NOT NULL,
  occurred_on          date NOT NULL,
  place                text NOT NULL CHECK (length(place) <= 200),
  task                 text NOT NULL CHECK (length(task) <= 500),
  description          text NOT NULL CHECK (length(description) <= 4000),
  protection           text NOT NULL CHECK (length(protection) <= 500),
  hospital             text NOT NULL CHECK (length(hospital) <= 200),
  witness              text NOT NULL CHECK (length(witness) <= 200),
  state                text NOT NULL
    CHECK (state IN ('reported', 'lender_notified', 'applied', 'decided', 'compensated', 'closed')),
  file_by              date NOT NULL,
  worker_may_file_until date NOT NULL,
  notified_at          timestamptz,
  applied_at           timestamptz,
  decided_at           timestamptz,
  compensated_at       timestamptz,
  closed_at            timestamptz,
  decision_number      text NOT NULL DEFAULT '' CHECK (length(decision_number) <= 100),
  is_recognised        boolean,
  cost_fen             integer CHECK (cost_fen >= 0),
  host_percent         smallint CHECK (host_percent BETWEEN 0 AND 100),
  host_share_fen       integer CHECK (host_share_fen >= 0),
  employer_share_fen   integer CHECK (employer_share_fen >= 0),
  due_soon_at          timestamptz,
  overdue_at           timestamptz,
  created_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT injury_clock CHECK (file_by = occurred_on + 30 AND worker_may_file_until > file_by),
  CONSTRAINT injury_shares CHECK (host_share_fen + employer_share_fen = cost_fen),
  CONSTRAINT injury_compensated CHECK (state <> 'compensated' OR host_share_fen IS NOT NULL)
);
CREATE INDEX injury_host ON injury (host_id, id);
CREATE INDEX injury_lender ON injury (lender_id, id) WHERE lender_id IS NOT NULL;
CREATE INDEX injury_worker ON injury (worker_id, id);
CREATE INDEX injury_region ON injury (region_id, id);
CREATE INDEX injury_clock_runs ON injury (occurred_on) WHERE state IN ('reported', 'lender_notified');

SELECT follow_live('placement_pause', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');
SELECT follow_live('placement_return', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');
SELECT follow_live('worker_return', 'worker', 'worker_id', 'enterprise', 'lender_id');
SELECT follow_live('replacement_request', 'need', 'need_id', 'enterprise', 'host_id');
SELECT follow_live('penalty', 'worker', 'worker_id', 'enterprise', 'enterprise_id');
SELECT follow_live('placement_extension', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');
SELECT follow_live('injury', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');

-- Two bookings of one worker that begin at the same moment would each wait for the other's check of the exclusion constraint
-- (a deadlock, which ends one of them with the wrong words); so they queue for the worker first.
CREATE FUNCTION worker_booking_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('worker_booking'), hashtext(NEW.worker_id::text));
  RETURN NEW;
END $$;
CREATE TRIGGER worker_booking_queue BEFORE INSERT ON worker_booking FOR EACH ROW EXECUTE FUNCTION worker_booking_queue();
