import type { SelectQueryBuilder } from 'typeorm';
import type { BureauViewer, Viewer } from '../../platform/auth/viewer.js';
import type { LabourNeed } from './need.entity.js';

/**
 * Limits a query to the needs a viewer may see: open ones are public, all others belong to their host,
 * to bureaus whose jurisdiction covers the site, and to operators.
 */
export function visibleTo(query: SelectQueryBuilder<LabourNeed>, viewer: Viewer): SelectQueryBuilder<LabourNeed> {
  switch (viewer.kind) {
    case 'enterprise':
      return query.andWhere(`(need.state = 'open' OR need.hostId = :hostId)`, { hostId: viewer.enterpriseId });
    case 'bureau':
      return query.andWhere(
        `(need.state = 'open' OR EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = need.region_id AND a.ancestor_id = :jurisdiction))`,
        { jurisdiction: viewer.regionId },
      );
    case 'operator':
    case 'system':
      return query;
    case 'worker':
    case 'anonymous':
      return query.andWhere(`need.state = 'open'`);
  }
}

/** Limits a query to the needs whose site lies in a bureau's jurisdiction. */
export function inJurisdiction(
  query: SelectQueryBuilder<LabourNeed>,
  { regionId }: BureauViewer,
): SelectQueryBuilder<LabourNeed> {
  return query.andWhere(
    'EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = need.region_id AND a.ancestor_id = :jurisdiction)',
    { jurisdiction: regionId },
  );
}
