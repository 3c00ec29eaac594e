import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { CapacityRequest } from './request.entity.js';

/**
 * Limits a query to the requests a viewer may see: open ones are public to those who are logged in, so that owners of
 * capacity find them; all others belong to their enterprise, to the owners who have bookings for them, and to operators.
 */
export function visibleTo(
  query: SelectQueryBuilder<CapacityRequest>,
  viewer: Viewer,
): SelectQueryBuilder<CapacityRequest> {
  if (viewer.kind === 'operator' || viewer.kind === 'system') return query;
  if (viewer.kind !== 'enterprise') return query.andWhere(`request.state = 'open'`);
  return query.andWhere(
    `(request.state = 'open' OR request.enterpriseId = :viewerId
      OR EXISTS (SELECT 1 FROM capacity_booking b WHERE b.request_id = request.id AND b.owner_id = :viewerId))`,
    { viewerId: viewer.enterpriseId },
  );
}
