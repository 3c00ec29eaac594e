import type { SelectQueryBuilder } from 'typeorm';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import type { Block } from './block.entity.js';

/** Limits a query to what the viewer blocked; what others blocked is nobody's to see. */
export function blocksOf(
  query: SelectQueryBuilder<Block>,
  viewer: WorkerViewer | EnterpriseViewer,
): SelectQueryBuilder<Block> {
  return viewer.kind === 'worker'
    ? query.where(`block.blockedBy = 'worker' AND block.workerId = :workerId`, viewer)
    : query.where(`block.blockedBy = 'enterprise' AND block.enterpriseId = :enterpriseId`, viewer);
}
