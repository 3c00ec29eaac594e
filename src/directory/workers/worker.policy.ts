import type { Viewer } from '../../platform/auth/viewer.js';
import type { Worker } from './worker.entity.js';

/** Even masked, an ID number is between a worker and the employer who entered it. */
export function mayReadIdNumber(viewer: Viewer, worker: Pick<Worker, 'id' | 'homeEnterpriseId'>): boolean {
  if (viewer.kind === 'worker') return viewer.workerId === worker.id;
  return viewer.kind === 'enterprise' && viewer.enterpriseId === worker.homeEnterpriseId;
}
