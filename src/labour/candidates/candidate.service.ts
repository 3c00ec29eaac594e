import { Injectable } from '@nestjs/common';
import { WorkerPersons } from '../../directory/index.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Person } from './candidate.view.js';

/** Who may see who a worker is (design invariant: no name before the worker's yes to that host's offer). */
@Injectable()
export class Candidates {
  constructor(
    private readonly db: Database,
    private readonly persons: WorkerPersons,
  ) {}

  /** Loader key: the viewer's party and the worker, so that one batch can serve one request only for its own viewer. */
  static key(viewer: Viewer, workerId: string): string {
    if (viewer.kind === 'enterprise') return `enterprise ${viewer.enterpriseId} ${workerId}`;
    return `${viewer.kind} ${viewer.kind === 'worker' ? viewer.workerId : '-'} ${workerId}`;
  }

  /** Persons by loader key; a key whose viewer may not see the person has no entry. */
  readonly personsByKey = async (keys: readonly string[]): Promise<Map<string, Person>> => {
    const asked = keys.map((key) => {
      const [kind = '', party = '', workerId = ''] = key.split(' ');
      return { key, kind, party, workerId };
    });
    const ofWorkers = asked.filter(({ kind, party, workerId }) => kind === 'worker' && party === workerId);
    const ofEnterprises = await this.visibleToEnterprises(asked.filter(({ kind }) => kind === 'enterprise'));
    const allowed = [...ofWorkers, ...ofEnterprises];
    const persons = await this.persons.personOf(this.db.reader, [...new Set(allowed.map(({ workerId }) => workerId))]);
    return new Map(
      allowed.flatMap(({ key, workerId }) => {
        const person = persons.get(workerId);
        return person ? [[key, { name: person.name, phone: person.phone }] as const] : [];
      }),
    );
  };

  /**
   * Own employees, and workers who accepted an offer of this host: what an employer may know of its staff, a host may not
   * (R40), and it learns no more than it needs (R42).
   */
  private async visibleToEnterprises<A extends { party: string; workerId: string }>(asked: readonly A[]): Promise<A[]> {
    if (asked.length === 0) return [];
    const rows = await this.db.rows<{ party: string; worker_id: string }>(
      `SELECT a.party, a.worker_id FROM unnest($1::uuid[], $2::uuid[]) AS a (party, worker_id)
       WHERE EXISTS (SELECT 1 FROM worker w WHERE w.id = a.worker_id AND w.home_enterprise_id = a.party)
          OR EXISTS (SELECT 1 FROM offer o WHERE o.worker_id = a.worker_id AND o.host_id = a.party AND o.state IN ('accepted', 'confirmed'))`,
      [asked.map(({ party }) => party), asked.map(({ workerId }) => workerId)],
    );
    const visible = new Set(rows.map(({ party, worker_id: workerId }) => `${party} ${workerId}`));
    return asked.filter(({ party, workerId }) => visible.has(`${party} ${workerId}`));
  }
}
