-- What a bureau goes by when it lets an enterprise deal: who stands behind the registration, the licence's image, and the
-- lists of those that may not deal.

-- Files that were handed in, small ones: what they are was found in their bytes. The same file handed in again is one row.
CREATE TABLE stored_file (
  id         uuid PRIMARY KEY,
  owner_kind text NOT NULL,
  owner_id   uuid NOT NULL,
  purpose    text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'application/pdf')),
  bytes      bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 2000000),
  sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES account,
  CONSTRAINT stored_file_once UNIQUE (owner_kind, owner_id, purpose, sha256)
);

ALTER TABLE enterprise
  -- 法定代表人 and 经办人, as the enterprise states them.
  ADD COLUMN legal_representative text NOT NULL DEFAULT '' CHECK (length(legal_representative) <= 100),
  ADD COLUMN handler_name text NOT NULL DEFAULT '' CHECK (length(handler_name) <= 100),
  ADD COLUMN licence_file_id uuid REFERENCES stored_file;

-- Lists are of registrations, not of our rows: an enterprise may be on one before it signs up.
CREATE TABLE enterprise_sanction (
  id                  uuid PRIMARY KEY,
  registration_scheme text NOT NULL,
  registration_code   text NOT NULL,
  list                text NOT NULL CHECK (list IN ('dishonest', 'penalised', 'wage_arrears')),
  reason              text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  source              text NOT NULL DEFAULT '' CHECK (length(source) <= 500),
  starts_on           date NOT NULL,
  ends_on             date,                -- null: until it is lifted
  bureau_id           uuid NOT NULL REFERENCES bureau,
  imported_at         timestamptz NOT NULL,
  lifted_at           timestamptz,
  lift_reason         text NOT NULL DEFAULT '' CHECK (length(lift_reason) <= 500),
  CONSTRAINT enterprise_sanction_period CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE UNIQUE INDEX enterprise_sanction_once ON enterprise_sanction (registration_scheme, registration_code, list, starts_on, bureau_id)
  WHERE lifted_at IS NULL;
CREATE INDEX enterprise_sanction_bureau ON enterprise_sanction (bureau_id, id);

-- What bars an enterprise from dealing today (owner: directory). A bureau bars nobody outside its jurisdiction.
CREATE VIEW sanction_in_force AS
SELECT s.id, e.id AS enterprise_id, s.list, s.reason
FROM enterprise_sanction s
JOIN enterprise e USING (registration_scheme, registration_code)
JOIN bureau b ON b.id = s.bureau_id
WHERE s.lifted_at IS NULL
  AND s.starts_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
  AND (s.ends_on IS NULL OR s.ends_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date)
  AND EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = e.region_id AND a.ancestor_id = b.region_id);

-- Who may not deal is out of the matching; otherwise as in 0006 and 0003.
CREATE OR REPLACE VIEW labour_pool AS
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
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = w.home_enterprise_id);

CREATE OR REPLACE VIEW labour_demand AS
SELECT n.id AS need_id, n.host_id, n.occupation_id, n.min_level, n.accepts_substitutes, n.certificate_codes, n.priority,
       n.region_id, n.latitude, n.longitude, n.starts_on, n.ends_on, n.min_overlap_percent,
       n.wage_fen, n.wage_unit, n.currency, n.lodging, n.seats_open
FROM (SELECT n.*, n.headcount - n.seats_taken
               - (SELECT count(*) FROM offer o WHERE o.need_id = n.id AND o.state = 'sent')::int AS seats_open
      FROM labour_need n WHERE n.state = 'open') n
JOIN enterprise e ON e.id = n.host_id AND e.verification = 'verified'
WHERE n.seats_open > 0
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = n.host_id);
