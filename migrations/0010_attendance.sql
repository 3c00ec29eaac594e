-- What was worked, day by day, confirmed by the worker and the host.

CREATE TABLE attendance_day (
  id                  uuid PRIMARY KEY,
  placement_id        uuid NOT NULL REFERENCES placement,
  worker_id           uuid NOT NULL REFERENCES worker,
  host_id             uuid NOT NULL REFERENCES enterprise,
  lender_id           uuid REFERENCES enterprise,
  day                 date NOT NULL,       -- the local date on which the shift began
  check_in_at         timestamptz,
  check_out_at        timestamptz,
  method              text NOT NULL CHECK (method IN ('pass', 'list', 'sheet')),
  break_minutes       integer NOT NULL DEFAULT 0 CHECK (break_minutes BETWEEN 0 AND 480),
  -- Paid at 100 %, and at the multipliers of overtime, rest day and public holiday (R17).
  normal_minutes      integer NOT NULL DEFAULT 0 CHECK (normal_minutes BETWEEN 0 AND 1440),
  overtime_minutes    integer NOT NULL DEFAULT 0 CHECK (overtime_minutes BETWEEN 0 AND 1440),
  rest_day_minutes    integer NOT NULL DEFAULT 0 CHECK (rest_day_minutes BETWEEN 0 AND 1440),
  holiday_minutes     integer NOT NULL DEFAULT 0 CHECK (holiday_minutes BETWEEN 0 AND 1440),
  pieces              integer CHECK (pieces >= 0),
  state               text NOT NULL CHECK (state IN ('recorded', 'confirmed', 'disputed', 'resolved')),
  host_confirmed_at   timestamptz,
  worker_confirmed_at timestamptz,
  confirm_by          timestamptz,         -- from then on silence is a yes, once both times are known
  disputed_by         text CHECK (disputed_by IN ('host', 'worker')),
  dispute_reason      text NOT NULL DEFAULT '' CHECK (length(dispute_reason) <= 2000),
  resolution          text NOT NULL DEFAULT '' CHECK (length(resolution) <= 2000),
  settlement_id       uuid,                -- set while a settlement that was issued counts it: then it no longer changes
  created_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT attendance_day_once UNIQUE (placement_id, day),
  CONSTRAINT attendance_day_order CHECK (check_out_at IS NULL OR (check_in_at IS NOT NULL AND check_out_at > check_in_at)),
  CONSTRAINT attendance_day_length CHECK (check_out_at IS NULL OR check_out_at <= check_in_at + interval '24 hours'),
  CONSTRAINT attendance_day_dispute CHECK (state <> 'disputed' OR disputed_by IS NOT NULL)
);
CREATE INDEX attendance_day_host ON attendance_day (host_id, day);
CREATE INDEX attendance_day_worker ON attendance_day (worker_id, day);
CREATE INDEX attendance_day_waiting ON attendance_day (confirm_by) WHERE state = 'recorded';

-- What the disputing side says was worked; taken over whole where the other side, or a bureau, accepts it.
ALTER TABLE attendance_day
  ADD COLUMN claimed_check_in_at  timestamptz,
  ADD COLUMN claimed_check_out_at timestamptz,
  ADD COLUMN claimed_break_minutes integer CHECK (claimed_break_minutes BETWEEN 0 AND 480),
  ADD COLUMN claimed_pieces       integer CHECK (claimed_pieces >= 0),
  ADD CONSTRAINT attendance_day_claim CHECK ((claimed_check_in_at IS NULL) = (claimed_check_out_at IS NULL)
    AND (claimed_check_in_at IS NULL) = (claimed_break_minutes IS NULL)
    AND claimed_check_out_at > claimed_check_in_at AND claimed_check_out_at <= claimed_check_in_at + interval '24 hours');
CREATE INDEX attendance_day_disputed ON attendance_day (id) WHERE state = 'disputed';
CREATE INDEX attendance_day_lender ON attendance_day (lender_id, day) WHERE lender_id IS NOT NULL;

-- What a settlement counts stays as it was counted.
CREATE FUNCTION attendance_day_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.settlement_id IS NOT NULL AND NEW.settlement_id IS NOT NULL
     AND (OLD.check_in_at, OLD.check_out_at, OLD.break_minutes, OLD.normal_minutes, OLD.overtime_minutes, OLD.rest_day_minutes,
          OLD.holiday_minutes, OLD.pieces, OLD.state)
       IS DISTINCT FROM (NEW.check_in_at, NEW.check_out_at, NEW.break_minutes, NEW.normal_minutes, NEW.overtime_minutes,
          NEW.rest_day_minutes, NEW.holiday_minutes, NEW.pieces, NEW.state)
  THEN
    RAISE EXCEPTION 'attendance day % is settled', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'attendance_day_settled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_day_keep BEFORE UPDATE ON attendance_day FOR EACH ROW EXECUTE FUNCTION attendance_day_keep();

-- What the operator enters of the official calendar, over what the service knows of itself.
CREATE TABLE calendar_day (
  day        date PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('holiday', 'workday', 'rest_day')),
  note       text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  changed_at timestamptz NOT NULL
);

-- Hours that a lent worker works for their own employer beside a placement, as the employer states them: the guard of
-- hours sums both (R16).
CREATE TABLE other_work_day (
  worker_id     uuid NOT NULL REFERENCES worker,
  day           date NOT NULL,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  minutes       integer NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (worker_id, day, enterprise_id)
);

SELECT follow_live('attendance_day', 'worker', 'worker_id', 'enterprise', 'host_id', 'enterprise', 'lender_id');
SELECT follow_live('other_work_day', 'worker', 'worker_id', 'enterprise', 'enterprise_id');

-- No minute of a worker counts twice, at whichever host.
ALTER TABLE attendance_day ADD CONSTRAINT attendance_day_no_overlap EXCLUDE USING gist
  (worker_id WITH =, tstzrange(check_in_at, check_out_at) WITH &&) WHERE (check_out_at IS NOT NULL);
