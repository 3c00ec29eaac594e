import type { SelectQueryBuilder } from 'typeorm';
import type { BureauViewer, EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import type { Review } from './review.entity.js';
import { publicStates } from './review.states.js';

export type ReviewReader = WorkerViewer | EnterpriseViewer | BureauViewer;

/**
 * Limits a query to the reviews that the viewer may read: one's own always, those about oneself unless they are sealed,
 * those of one's other deals while they are public, and appeals of a bureau's jurisdiction.
 */
export function reviewsFor(query: SelectQueryBuilder<Review>, viewer: ReviewReader): SelectQueryBuilder<Review> {
  const states = { publicStates: [...publicStates] };
  switch (viewer.kind) {
    case 'worker':
      return query.andWhere('review.workerId = :workerId', viewer).andWhere(
        `(review.kind = 'worker_of_host' OR review.state IN (:...publicStates)
            OR (review.kind = 'host_of_worker' AND review.state <> 'sealed'))`,
        states,
      );
    case 'enterprise':
      return query.andWhere(
        `((review.hostId = :enterpriseId AND (review.kind = 'host_of_worker' OR review.state <> 'sealed'))
          OR (review.lenderId = :enterpriseId AND (review.kind = 'lender_of_host' OR review.state IN (:...publicStates))))`,
        { enterpriseId: viewer.enterpriseId, ...states },
      );
    case 'bureau':
      return query.andWhere(`review.appealed_at IS NOT NULL`).andWhere(
        `EXISTS (SELECT 1 FROM enterprise host JOIN region_ancestor above USING (region_id)
                   WHERE host.id = review.host_id AND above.ancestor_id = :regionId)`,
        viewer,
      );
  }
}
