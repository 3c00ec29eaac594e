import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import { type LendingFacts, thresholds } from './dispatch.rules.js';

export interface LendingRow extends LendingFacts {
  readonly enterpriseId: string;
}

/** Lenders of a jurisdiction with a loan in the last twelve months, after `after` in the order of their ids. */
const lendersSql = `
  SELECT e.id, e.industry_id FROM enterprise e
  WHERE e.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1)
    AND ($3::uuid IS NULL OR e.id < $3)
    AND EXISTS (SELECT 1 FROM placement p WHERE p.lender_id = e.id AND p.state NOT IN ('cancelled', 'no_show')
                  AND p.ends_on >= $2::date - 365)
  ORDER BY e.id DESC`;

/** A loan counts in every month on a day of which it was worked. */
const factsSql = `
  WITH lender AS (${lendersSql}),
  loan AS (
    SELECT p.id, p.lender_id, p.host_id, p.worker_id, p.starts_on, p.ends_on, p.state,
           EXISTS (SELECT 1 FROM employment m WHERE m.worker_id = p.worker_id AND m.enterprise_id = p.lender_id
                     AND m.starts_on <= p.starts_on AND m.starts_on > p.starts_on - ${thresholds.hiredDaysBefore}) AS is_hired_to_lend
    FROM placement p JOIN lender l ON l.id = p.lender_id
    WHERE p.state NOT IN ('cancelled', 'no_show') AND p.ends_on >= $2::date - 365 AND p.starts_on <= $2::date),
  to_host AS (
    SELECT lender_id, host_id, count(*)::int AS loans,
           (SELECT count(DISTINCT date_trunc('month', day))::int
            FROM loan o CROSS JOIN LATERAL generate_series(
              greatest(date_trunc('month', o.starts_on), date_trunc('month', $2::date - 365)),
              least(o.ends_on, $2::date), interval '1 month') AS day
            WHERE o.lender_id = loan.lender_id AND o.host_id = loan.host_id) AS months
    FROM loan GROUP BY lender_id, host_id)
  SELECT l.id AS "enterpriseId", coalesce(l.industry_id LIKE 'GB4754:72%', false) AS "isBusinessServices",
         greatest((SELECT count(*)::int FROM employment m WHERE m.enterprise_id = l.id AND m.ended_on IS NULL),
                  (SELECT count(*)::int FROM worker w WHERE w.home_enterprise_id = l.id)) AS staff,
         (SELECT count(DISTINCT worker_id)::int FROM loan o WHERE o.lender_id = l.id AND o.state IN ('planned', 'active')) AS lent,
         coalesce(h.loans, 0) AS "mostToOneHost", coalesce(h.months, 0) AS "monthsToThatHost",
         (SELECT count(*)::int FROM loan o WHERE o.lender_id = l.id) AS loans,
         (SELECT count(*)::int FROM loan o WHERE o.lender_id = l.id AND o.is_hired_to_lend) AS "hiredToLend"
  FROM lender l
  LEFT JOIN LATERAL (SELECT loans, months FROM to_host t WHERE t.lender_id = l.id ORDER BY loans DESC, months DESC LIMIT 1) h ON TRUE
  ORDER BY l.id DESC`;

export async function lendingFacts(
  tx: EntityManager,
  regionId: string,
  today: string,
  after: string | null,
): Promise<LendingRow[]> {
  return rowsOf<LendingRow>(tx, factsSql, [regionId, today, after]);
}
