-- Work that the law keeps from some: minors, and whoever states for themself that certain work is not for them now (women in
-- pregnancy or nursing, people under medical advice). It says what is barred, never why; it decides who can be proposed for
-- what, and is no part of any score.

ALTER TABLE labour_need ADD COLUMN hazards text[] NOT NULL DEFAULT '{}'
  CHECK (hazards <@ ARRAY['toxic', 'radiation', 'heavy', 'heights', 'cold', 'underground', 'night']);

CREATE TABLE worker_restriction (
  worker_id uuid PRIMARY KEY REFERENCES worker,
  hazards   text[] NOT NULL CHECK (hazards <@ ARRAY['toxic', 'radiation', 'heavy', 'heights', 'cold', 'underground', 'night']
                                   AND cardinality(hazards) > 0),
  until     date,                          -- the last day on which it holds; null: until it is taken back
  stated_at timestamptz NOT NULL
);

CREATE INDEX worker_person_birth_year ON worker_person (birth_year);

-- Which open needs are barred to a worker. Only the year of birth is kept in the clear, so whoever may still be under
-- eighteen on the first day counts as a minor.
CREATE VIEW barred_work AS
SELECT r.worker_id, n.id AS need_id
FROM worker_restriction r
JOIN labour_need n ON n.state = 'open' AND (r.until IS NULL OR r.until >= n.starts_on)
  AND (n.hazards || CASE WHEN n.shift IN ('night', 'rotating') THEN ARRAY['night'] ELSE '{}' END) && r.hazards
UNION
SELECT p.worker_id, n.id
FROM worker_person p
JOIN labour_need n ON n.state = 'open' AND extract(year FROM n.starts_on) - p.birth_year <= 18
  AND n.hazards && ARRAY['toxic', 'radiation', 'heavy', 'heights', 'cold', 'underground']
WHERE p.birth_year >= extract(year FROM now()) - 19;

-- A lent worker is on the market within their labour contract (R2), and never if they are dispatched to the lender (R3);
-- otherwise as in 0015.
CREATE OR REPLACE VIEW labour_pool AS
SELECT a.worker_id, w.home_enterprise_id AS lender_id, w.region_id, w.latitude, w.longitude, w.rating,
       greatest(a.starts_on, c.starts_on) AS starts_on, least(a.ends_on, c.ends_on, m.ends_on) AS ends_on,
       a.wage_floor_fen, a.wage_unit, a.currency, a.radius_m, a.relocation_radius_m, a.created_at AS waiting_since
FROM availability a
JOIN worker w ON w.id = a.worker_id
LEFT JOIN enterprise l ON l.id = w.home_enterprise_id
LEFT JOIN worker_person p ON p.worker_id = w.id
LEFT JOIN employment m ON m.worker_id = w.id AND m.enterprise_id = w.home_enterprise_id AND m.ended_on IS NULL
LEFT JOIN consent c ON c.worker_id = w.id AND c.lender_id = w.home_enterprise_id AND c.state = 'granted'
     AND p.worker_id IS NOT NULL AND daterange(c.starts_on, c.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]')
WHERE a.state = 'open'
  AND (w.home_enterprise_id IS NULL OR l.verification = 'verified')
  AND (w.home_enterprise_id IS NULL OR p.worker_id IS NULL OR c.id IS NOT NULL)
  AND m.is_dispatched IS NOT TRUE
  AND (m.ends_on IS NULL OR m.ends_on >= greatest(a.starts_on, c.starts_on))
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = w.home_enterprise_id);
