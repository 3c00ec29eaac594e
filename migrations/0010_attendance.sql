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
