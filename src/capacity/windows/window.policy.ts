import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { CapacityWindow } from './window.entity.js';

/**
 * Limits a query to the windows a viewer may see: open ones are public to those who are logged in; all others belong to
 * their enterprise, to whoever has a booking of them, and to operators.
 */
export function visibleTo(
  query: SelectQueryBuilder<CapacityWindow>,
  viewer: Viewer,
): SelectQueryBuilder<CapacityWindow> {
  if (viewer.kind === 'operator' || viewer.kind === 'system') return query;
  if (viewer.kind !== 'enterprise') return query.andWhere(`capacity.state = 'open'`);
  return query.andWhere(
    `(capacity.state = 'open' OR capacity.enterpriseId = :viewerId
      OR EXISTS (SELECT 1 FROM capacity_booking b WHERE b.window_id = capacity.id AND b.customer_id = :viewerId))`,
    { viewerId: viewer.enterpriseId },
  );
}
