import type { SelectQueryBuilder } from 'typeorm';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import type { Consent } from './consent.entity.js';

/** Limits a query to the consents a viewer is party to: the worker's own, those that the lender asked for. */
export function consentsOf(
  query: SelectQueryBuilder<Consent>,
  viewer: WorkerViewer | EnterpriseViewer,
): SelectQueryBuilder<Consent> {
  if (viewer.kind === 'worker') return query.where('consent.workerId = :workerId', { workerId: viewer.workerId });
  return query.where('consent.lenderId = :lenderId', { lenderId: viewer.enterpriseId });
}
