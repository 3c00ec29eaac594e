/**
 * SQL for regions `id` and those above them, the lowest first by `depth` descending, as sums of what lies below need them.
 * @param regions SQL for the ids to begin with.
 */
export const regionsUpwards = (regions: string): string => `
  SELECT a.ancestor_id AS id, (SELECT count(*) FROM region_ancestor b WHERE b.region_id = a.ancestor_id) AS depth
  FROM region_ancestor a WHERE a.region_id IN (${regions}) GROUP BY a.ancestor_id ORDER BY depth DESC, id`;
