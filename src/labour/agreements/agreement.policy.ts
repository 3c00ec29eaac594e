import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Agreement } from './agreement.entity.js';
import type { AgreementRole } from './agreement.input.js';

/** Limits a query to the agreements a viewer may read: its parties', and for an officer those of the jurisdiction that are signed. */
export function agreementsOf(query: SelectQueryBuilder<Agreement>, viewer: Viewer): SelectQueryBuilder<Agreement> {
  if (viewer.kind === 'enterprise')
    return query.andWhere('(agreement.hostId = :enterpriseId OR agreement.lenderId = :enterpriseId)', {
      enterpriseId: viewer.enterpriseId,
    });
  if (viewer.kind === 'bureau')
    return query.andWhere(
      `agreement.signedAt IS NOT NULL AND agreement.regionId IN
         (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :regionId)`,
      { regionId: viewer.regionId },
    );
  return query.andWhere('FALSE');
}

/** Narrows such a query to one side of the deal; nobody but an enterprise is on either. */
export function agreementsAs(
  query: SelectQueryBuilder<Agreement>,
  viewer: Viewer,
  role: AgreementRole,
): SelectQueryBuilder<Agreement> {
  if (viewer.kind !== 'enterprise') return query.andWhere('FALSE');
  return query.andWhere(`agreement.${role}Id = :party`, { party: viewer.enterpriseId });
}
