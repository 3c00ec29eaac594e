-- What the console asks of labour: open work that anyone may browse, by place, by wage, by words, newest first; and what
-- such work is paid.

-- Newest first; and the keyset of every other order ends in the id.
CREATE INDEX labour_need_open_newest ON labour_need (id) WHERE state = 'open';
-- Wages compare only in one unit and currency.
CREATE INDEX labour_need_open_wage ON labour_need (wage_unit, currency, wage_fen, id) WHERE state = 'open';
CREATE INDEX labour_need_open_place ON labour_need USING gist (point(longitude, latitude)) WHERE state = 'open';
CREATE INDEX labour_need_open_words ON labour_need USING gin (description gin_trgm_ops) WHERE state = 'open';
-- Wages of one occupation over a while, whatever became of the needs.
CREATE INDEX labour_need_wage ON labour_need (occupation_id, wage_unit, published_at);

-- Everyone on the market, whoever holds an offer too: why seats stay empty is asked of all of them. Matching proposes only
-- those that no offer binds, and reads them as labour_supply, which stays what it was.
CREATE VIEW labour_pool AS
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
  AND (w.home_enterprise_id IS NULL OR p.worker_id IS NULL OR c.id IS NOT NULL);

CREATE OR REPLACE VIEW labour_supply AS
SELECT * FROM labour_pool s
WHERE NOT EXISTS (SELECT 1 FROM offer o WHERE o.worker_id = s.worker_id AND o.state IN ('sent', 'accepted'));
