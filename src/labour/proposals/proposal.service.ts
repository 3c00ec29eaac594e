import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { proposalsAdded } from '../labour.events.js';
import { Proposal, type ScoreParts } from './proposal.entity.js';
import type { ProposalState } from './proposal.states.js';

/** One pair that a run chose. */
export interface ProposedPair {
  readonly workerId: string;
  readonly needId: string;
  readonly score: number;
  readonly parts: ScoreParts;
  readonly distanceM: number;
}

export interface ProposalDifference {
  readonly kept: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** Proposals: written by matching as a difference, read by those concerned, ended by offers. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes `pairs` the open proposals of the workers in `scope`, in the caller's transaction. Pairs that stand
   * already are left alone, the rest of the scope's proposals is superseded; each need that gained tells its host.
   */
  async replace(
    tx: Tx,
    runId: string,
    weightsVersion: number,
    scope: readonly string[],
    pairs: readonly ProposedPair[],
  ): Promise<ProposalDifference> {
    const wanted = await withoutBound(tx, pairs);
    const workerIds = wanted.map(({ workerId }) => workerId);
    const needIds = wanted.map(({ needId }) => needId);
    const withdrawn = await rowsOf(
      tx,
      `UPDATE proposal p SET state = 'superseded', decided_at = now()
       WHERE p.state = 'proposed' AND p.worker_id = ANY($1)
         AND (p.worker_id, p.need_id) NOT IN (SELECT * FROM unnest($2::uuid[], $3::uuid[])) RETURNING p.id`,
      [scope, workerIds, needIds],
    );
    const added = await rowsOf<{ need_id: string; host_id: string }>(
      tx,
      `WITH added AS (
         INSERT INTO proposal (id, run_id, need_id, worker_id, score, parts, weights_version, distance_m, state)
         SELECT w.id, $1, w.need_id, w.worker_id, w.score, w.parts, $2, w.distance_m, 'proposed'
         FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::smallint[], $7::jsonb[], $8::int[])
           AS w (id, worker_id, need_id, score, parts, distance_m)
         ON CONFLICT (worker_id) WHERE state = 'proposed' DO NOTHING
         RETURNING need_id)
       SELECT a.need_id, n.host_id FROM added a JOIN labour_need n ON n.id = a.need_id ORDER BY a.need_id`,
      [
        ...[runId, weightsVersion, wanted.map(() => newId()), workerIds, needIds, wanted.map(({ score }) => score)],
        ...[wanted.map(({ parts }) => JSON.stringify(parts)), wanted.map(({ distanceM }) => distanceM)],
      ],
    );
    await this.tellHosts(tx, runId, added);
    return { kept: wanted.length - added.length, added: added.length, withdrawn: withdrawn.length };
  }

  /** Ends a proposal in the caller's transaction; false when it was not open any more. */
  async finish(tx: Tx, id: string, state: Exclude<ProposalState, 'proposed'>): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `UPDATE proposal SET state = $2, decided_at = now() WHERE id = $1 AND state = 'proposed' RETURNING id`,
      [id, state],
    );
    return rows.length > 0;
  }

  /** The open proposals of a need with the highest scores, at most `count`. The caller has checked that the need is its viewer's. */
  async bestOf(tx: Tx, needId: string, count: number): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `SELECT id FROM proposal WHERE need_id = $1 AND state = 'proposed' ORDER BY score DESC, id LIMIT $2`,
      [needId, count],
    );
    return rows.map(({ id }) => id);
  }

  /** Open proposals of one need, best first by id order of the run. The caller has checked that the viewer may see the need. */
  async ofNeed(needId: string, page: PageArgs): Promise<Page<Proposal>> {
    return pageOf(
      this.db.reader
        .createQueryBuilder(Proposal, 'proposal')
        .where(`proposal.needId = :needId AND proposal.state = 'proposed'`, { needId }),
      page,
    );
  }

  /** Open proposals of the viewing worker. */
  async mine(viewer: Extract<Viewer, { kind: 'worker' }>, page: PageArgs): Promise<Page<Proposal>> {
    const query = this.db.reader.createQueryBuilder(Proposal, 'proposal');
    return pageOf(query.where(`proposal.workerId = :workerId AND proposal.state = 'proposed'`, viewer), page);
  }

  private async tellHosts(
    tx: Tx,
    runId: string,
    added: readonly { need_id: string; host_id: string }[],
  ): Promise<void> {
    const counts = new Map<string, { hostId: string; added: number }>();
    for (const { need_id: needId, host_id: hostId } of added) {
      counts.set(needId, { hostId, added: (counts.get(needId)?.added ?? 0) + 1 });
    }
    if (counts.size === 0) return;
    await this.outbox.recordAll(
      tx,
      [...counts].map(([needId, { hostId, added: count }]) => proposalsAdded({ needId, hostId, runId, added: count })),
    );
  }
}

/** A worker or need may have been bound while the matching was solving: what is bound is not proposed. */
async function withoutBound(tx: Tx, pairs: readonly ProposedPair[]): Promise<readonly ProposedPair[]> {
  const bound = await rowsOf<{ place: string }>(
    tx,
    `SELECT w.place FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS w (worker_id, need_id, place)
     WHERE EXISTS (SELECT 1 FROM offer o WHERE o.worker_id = w.worker_id AND o.state IN ('sent', 'accepted'))
        OR NOT EXISTS (SELECT 1 FROM labour_need n WHERE n.id = w.need_id AND n.state = 'open')
        OR EXISTS (SELECT 1 FROM labour_need n JOIN block b ON b.enterprise_id = n.host_id
                   WHERE n.id = w.need_id AND b.worker_id = w.worker_id)`,
    [pairs.map(({ workerId }) => workerId), pairs.map(({ needId }) => needId)],
  );
  const places = new Set(bound.map(({ place }) => Number(place) - 1));
  return places.size === 0 ? pairs : pairs.filter((_, place) => !places.has(place));
}
