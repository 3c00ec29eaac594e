-- How much of the demand a few enterprises make up: heads wanted by enterprise, told apart by a bucket that is a hash of it.
CREATE OR REPLACE VIEW fact_need AS
SELECT n.region_id, f.day, h.industry_id, n.occupation_id, f.measure, f.bucket, f.amount::numeric AS amount
FROM labour_need n JOIN enterprise h ON h.id = n.host_id
CROSS JOIN LATERAL (VALUES
  ('needs', n.starts_on, 0::smallint, 1), ('seats', n.starts_on, 0, n.headcount), ('seats_accepted', n.starts_on, 0, n.seats_taken),
  ('seats_of_host', n.starts_on, (hashtext(n.host_id::text) & 32767)::smallint, n.headcount)
) f (measure, day, bucket, amount)
WHERE n.state NOT IN ('draft', 'cancelled');

-- What stands already is counted.
INSERT INTO indicator_change (fact, region_id, day) SELECT DISTINCT 'need', region_id, starts_on FROM labour_need;
