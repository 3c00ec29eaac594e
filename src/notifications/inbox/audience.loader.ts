import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { Audience } from './notification.rules.js';

/** The bureaus nearest to region $1 that have anybody to tell: those of the lowest region that contains it. */
const nearestBureaus = `SELECT near.id FROM (
    SELECT b.id, rank() OVER (ORDER BY (SELECT count(*) FROM region_ancestor up WHERE up.region_id = b.region_id) DESC) AS place
    FROM region_ancestor above JOIN bureau b ON b.region_id = above.ancestor_id
    WHERE above.region_id = ANY($1)
      AND EXISTS (SELECT 1 FROM account o WHERE o.bureau_id = b.id AND o.disabled_at IS NULL)) near
  WHERE near.place = 1`;

/** The ids of an audience's accounts that are not disabled. */
export async function addresseesOf(tx: Tx, to: Audience): Promise<string[]> {
  const { condition, ids } = choose(to);
  if (ids.length === 0) return [];
  const rows = await rowsOf<{ id: string }>(tx, `SELECT id FROM account WHERE disabled_at IS NULL AND ${condition}`, [
    ids,
  ]);
  return rows.map(({ id }) => id);
}

function choose(to: Audience): { condition: string; ids: readonly string[] } {
  if ('enterpriseId' in to) return choose({ enterpriseIds: to.enterpriseId === null ? [] : [to.enterpriseId] });
  if ('workerId' in to) return choose({ workerIds: to.workerId === null ? [] : [to.workerId] });
  if ('enterpriseIds' in to) return { condition: 'enterprise_id = ANY($1)', ids: to.enterpriseIds };
  if ('ownersOf' in to) return { condition: `enterprise_id = ANY($1) AND role = 'owner'`, ids: [to.ownersOf] };
  if ('workerIds' in to) return { condition: 'worker_id = ANY($1)', ids: to.workerIds };
  if ('bureauOf' in to) return { condition: `bureau_id IN (${nearestBureaus})`, ids: [to.bureauOf] };
  return { condition: 'id = ANY($1)', ids: [to.accountId] };
}
