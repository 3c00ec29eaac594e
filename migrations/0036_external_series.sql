-- External series: what other departments count (electricity, transport, tax, ...), gathered by a bureau beside its own indicators.

CREATE TABLE external_series (
  id             uuid PRIMARY KEY,
  bureau_id      uuid NOT NULL REFERENCES bureau,
  code           text NOT NULL CHECK (code ~ '^[A-Z0-9_]{2,40}$'),
  name_zh        text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
  name_en        text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
  department     text NOT NULL CHECK (length(department) BETWEEN 1 AND 60),
  unit           text NOT NULL CHECK (length(unit) BETWEEN 1 AND 40),
  region_id      text NOT NULL REFERENCES region,
  cadence        text NOT NULL CHECK (cadence IN ('day', 'week', 'month', 'quarter', 'year')),
  aggregate      text NOT NULL CHECK (aggregate IN ('sum', 'mean')),    -- what several periods come to
  late_days      smallint NOT NULL CHECK (late_days BETWEEN 0 AND 366), -- a value may come so many days after its period
  source         text NOT NULL CHECK (source IN ('manual', 'http')),
  url            text CHECK (length(url) <= 500),
  rows_pointer   text CHECK (length(rows_pointer) <= 200),
  period_pointer text CHECK (length(period_pointer) <= 200),
  value_pointer  text CHECK (length(value_pointer) <= 200),
  is_on          boolean NOT NULL,
  created_at     timestamptz NOT NULL,
  CONSTRAINT external_series_code UNIQUE (bureau_id, code),
  CONSTRAINT external_series_source CHECK (
    (source = 'http') = (url IS NOT NULL) AND num_nulls(url, rows_pointer, period_pointer, value_pointer) IN (0, 4))
);
CREATE INDEX external_series_bureau ON external_series (bureau_id, id);

-- One run: a file that somebody brought, or a look at a department's own address.
CREATE TABLE external_import (
  id           uuid PRIMARY KEY,
  series_id    uuid NOT NULL REFERENCES external_series,
  source       text NOT NULL CHECK (source IN ('upload', 'http')),
  origin       text NOT NULL CHECK (length(origin) <= 500),   -- the file's name, or the address
  account_id   uuid REFERENCES account,                       -- null: the clock
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
  rows_read    integer NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
  rows_new     integer NOT NULL DEFAULT 0 CHECK (rows_new >= 0),
  rows_changed integer NOT NULL DEFAULT 0 CHECK (rows_changed >= 0),
  failure      text CHECK (failure IN ('ADDRESS_REFUSED', 'UNREACHABLE', 'TIMED_OUT', 'REDIRECTED', 'BAD_STATUS', 'TOO_LARGE',
                                       'NOT_JSON', 'NO_ROWS', 'TOO_MANY_ROWS', 'FAULTY_ROWS', 'INTERRUPTED')),
  status       smallint,                                      -- what the other side answered, where that is the failure
  faults       jsonb NOT NULL DEFAULT '[]',                   -- at most 200 of them
  fault_count  integer NOT NULL DEFAULT 0 CHECK (fault_count >= 0),
  requested_at timestamptz NOT NULL,
  finished_at  timestamptz,
  CONSTRAINT external_import_failed CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CONSTRAINT external_import_finished CHECK ((state IN ('succeeded', 'failed')) = (finished_at IS NOT NULL)),
  CONSTRAINT external_import_read CHECK (rows_new + rows_changed <= rows_read)
);
CREATE INDEX external_import_series ON external_import (series_id, id);
-- Two looks at one address at a time would only tread on each other.
CREATE UNIQUE INDEX external_import_under_way ON external_import (series_id) WHERE state IN ('queued', 'running');

-- The value that holds. Its period by the first day.
CREATE TABLE external_value (
  series_id uuid NOT NULL REFERENCES external_series,
  first_day date NOT NULL,
  value     numeric(22, 6) NOT NULL CHECK (abs(value) <= 1e15),
  import_id uuid NOT NULL REFERENCES external_import,
  PRIMARY KEY (series_id, first_day)
);

-- Statistics are revised. What a value was before stays on record.
CREATE TABLE external_revision (
  series_id        uuid NOT NULL,
  first_day        date NOT NULL,
  import_id        uuid NOT NULL REFERENCES external_import,  -- the one that replaced it
  former_value     numeric(22, 6) NOT NULL,
  former_import_id uuid NOT NULL REFERENCES external_import,
  revised_at       timestamptz NOT NULL,
  PRIMARY KEY (series_id, first_day, import_id),
  FOREIGN KEY (series_id, first_day) REFERENCES external_value
);
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON external_revision FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
