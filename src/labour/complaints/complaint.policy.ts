import type { SelectQueryBuilder } from 'typeorm';
import type { BureauViewer, EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import type { Complaint } from './complaint.entity.js';

export type ComplaintViewer = WorkerViewer | EnterpriseViewer | BureauViewer;

/** Limits a query to one's own complaints, to open ones against one's enterprise, to those of a bureau's jurisdiction. */
export function complaintsOf(
  query: SelectQueryBuilder<Complaint>,
  viewer: ComplaintViewer,
): SelectQueryBuilder<Complaint> {
  switch (viewer.kind) {
    case 'worker':
      return query.andWhere('complaint.workerId = :workerId', viewer);
    case 'enterprise':
      return query.andWhere(
        '(complaint.enterpriseId = :enterpriseId OR (complaint.againstId = :enterpriseId AND complaint.isOpen))',
        viewer,
      );
    case 'bureau':
      return query.andWhere(
        'complaint.regionId IN (SELECT below.region_id FROM region_ancestor below WHERE below.ancestor_id = :regionId)',
        viewer,
      );
  }
}
