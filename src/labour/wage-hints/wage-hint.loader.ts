import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { WageHintArgs } from './wage-hint.input.js';
import { scopes, type WageSample } from './wage-hint.rules.js';

/**
 * Wages of others, by the prefecture and the province that the region lies in: of open needs, and of those published
 * since `since` that were not called off. Reads the index labour_need_wage.
 */
export async function wageSamples(
  tx: EntityManager,
  { occupationId, regionId, wageUnit, currency }: WageHintArgs,
  except: string | null,
  since: Date,
): Promise<WageSample[]> {
  return rowsOf<WageSample>(
    tx,
    `SELECT s.id AS "regionId", s.level, count(*)::int AS needs, count(DISTINCT n.host_id)::int AS hosts,
            percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY n.wage_fen) AS quartiles
     FROM region_ancestor up
     JOIN region s ON s.id = up.ancestor_id AND s.level = ANY($7)
     JOIN region_ancestor down ON down.ancestor_id = s.id
     JOIN labour_need n ON n.region_id = down.region_id
     JOIN enterprise e ON e.id = n.host_id AND e.verification = 'verified'
     WHERE up.region_id = $1 AND n.occupation_id = $2 AND n.wage_unit = $3 AND n.currency = $4
       AND (n.state = 'open' OR (n.state IN ('closed', 'expired') AND n.published_at >= $5))
       AND n.host_id IS DISTINCT FROM $6
     GROUP BY s.id, s.level`,
    [regionId, occupationId, wageUnit, currency, since, except, [...scopes]],
  );
}
