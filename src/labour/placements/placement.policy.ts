import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Placement } from './placement.entity.js';

/** Limits a query to the placements a viewer is party to: host, lender, worker. */
export function placementsOf(query: SelectQueryBuilder<Placement>, viewer: Viewer): SelectQueryBuilder<Placement> {
  if (viewer.kind === 'enterprise')
    return query.andWhere('(placement.hostId = :enterpriseId OR placement.lenderId = :enterpriseId)', viewer);
  if (viewer.kind === 'worker') return query.andWhere('placement.workerId = :workerId', viewer);
  return query.andWhere('FALSE');
}
