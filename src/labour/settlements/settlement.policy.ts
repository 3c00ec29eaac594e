import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { LineObjection, Settlement, SettlementLine } from './settlement.entity.js';

/** Limits a query to the settlements that a viewer may see: its host's, its lender's, a bureau's in its jurisdiction. */
export function settlementsOf(query: SelectQueryBuilder<Settlement>, viewer: Viewer): SelectQueryBuilder<Settlement> {
  if (viewer.kind === 'enterprise')
    return query.andWhere('(settlement.hostId = :enterpriseId OR settlement.lenderId = :enterpriseId)', {
      enterpriseId: viewer.enterpriseId,
    });
  if (viewer.kind === 'bureau')
    return query.andWhere(
      'settlement.regionId IN (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :jurisdiction)',
      { jurisdiction: viewer.regionId },
    );
  return query.andWhere('FALSE');
}

/** Limits a query to lines that a viewer may see: a worker's own once issued, all of a settlement to its parties. */
export function linesOf(query: SelectQueryBuilder<SettlementLine>, viewer: Viewer): SelectQueryBuilder<SettlementLine> {
  if (viewer.kind === 'worker')
    return query.andWhere(
      `line.workerId = :workerId AND EXISTS (SELECT 1 FROM settlement s WHERE s.id = line.settlementId AND s.issued_at IS NOT NULL)`,
      { workerId: viewer.workerId },
    );
  if (viewer.kind === 'enterprise')
    return query.andWhere(
      `EXISTS (SELECT 1 FROM settlement s WHERE s.id = line.settlementId AND :enterpriseId IN (s.host_id, s.lender_id))`,
      { enterpriseId: viewer.enterpriseId },
    );
  return query.andWhere('FALSE');
}

/** Limits a query to objections that a viewer may see: the worker's own, those to the lender's lines. */
export function objectionsOf(
  query: SelectQueryBuilder<LineObjection>,
  viewer: Viewer,
): SelectQueryBuilder<LineObjection> {
  if (viewer.kind === 'worker') return query.andWhere('objection.workerId = :workerId', { workerId: viewer.workerId });
  if (viewer.kind === 'enterprise')
    return query.andWhere('objection.lenderId = :enterpriseId', { enterpriseId: viewer.enterpriseId });
  return query.andWhere('FALSE');
}
