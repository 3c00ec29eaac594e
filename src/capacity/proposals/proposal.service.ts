import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityProposalsAdded } from '../capacity.events.js';
import { CapacityProposal } from './proposal.entity.js';
import { capacityProposalTransitions } from './proposal.states.js';

/** Minutes of a window's day that a run chose for a step of a request. */
export interface ProposedMinutes {
  readonly requestId: string;
  readonly step: number;
  readonly windowId: string;
  readonly day: string;
  readonly minutes: number;
  readonly costFen: number;
}

export interface CapacityProposalDifference {
  readonly kept: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** Proposals: written by the matching as a difference, read by those concerned, taken by holds. */
@Injectable()
export class CapacityProposals {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes `chosen` the open proposals of the requests in `scope`, in the caller's transaction. What stands already with
   * the same minutes and cost is left alone, the rest of the scope's proposals is superseded. What is not open any more
   * gets none. Each request that gained tells its enterprise.
   */
  async replace(
    tx: Tx,
    runId: string,
    scope: readonly string[],
    chosen: readonly ProposedMinutes[],
  ): Promise<CapacityProposalDifference> {
    await lockMarket(tx, scope, chosen);
    const columns = columnsOf(chosen);
    const withdrawn = await rowsOf(
      tx,
      `UPDATE capacity_proposal p SET state = 'superseded', decided_at = now()
       WHERE p.state = 'proposed' AND p.request_id = ANY($1)
         AND (p.request_id, p.step, p.window_id, p.day, p.minutes, p.cost_fen)
             NOT IN (SELECT * FROM unnest($2::uuid[], $3::smallint[], $4::uuid[], $5::date[], $6::int[], $7::int[]))
       RETURNING p.id`,
      [scope, ...columns],
    );
    const added = await rowsOf<{ requestId: string }>(
      tx,
      `INSERT INTO capacity_proposal (id, run_id, request_id, step, window_id, day, minutes, cost_fen, state)
       SELECT c.id, $1, c.request_id, c.step, c.window_id, c.day, c.minutes, c.cost_fen, 'proposed'
       FROM unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::uuid[], $6::date[], $7::int[], $8::int[])
         AS c (id, request_id, step, window_id, day, minutes, cost_fen)
       JOIN capacity_request r ON r.id = c.request_id AND r.state = 'open'
       JOIN capacity_window w ON w.id = c.window_id AND w.state = 'open'
       ON CONFLICT (request_id, step, window_id, day) WHERE state = 'proposed' DO NOTHING
       RETURNING request_id AS "requestId"`,
      [runId, chosen.map(() => newId()), ...columns],
    );
    await this.tellCustomers(tx, runId, added);
    return { kept: chosen.length - added.length, added: added.length, withdrawn: withdrawn.length };
  }

  /** Ends the open proposals that a hold takes up: of a step, in a window. */
  async take(
    tx: Tx,
    { requestId, step, windowId }: { readonly requestId: string; readonly step: number; readonly windowId: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE capacity_proposal SET state = 'taken', decided_at = now()
       WHERE request_id = $1 AND step = $2 AND window_id = $3 AND state = 'proposed'`,
      [requestId, step, windowId],
    );
  }

  /** The customer does not want what was proposed. */
  async decline(viewer: EnterpriseViewer, id: string): Promise<CapacityProposal> {
    return this.db.transaction(async (tx) => {
      const own = tx
        .createQueryBuilder(CapacityProposal, 'proposal')
        .where('proposal.id = :id', { id })
        .andWhere(
          'EXISTS (SELECT 1 FROM capacity_request r WHERE r.id = proposal.request_id AND r.enterprise_id = :enterpriseId)',
          { enterpriseId: viewer.enterpriseId },
        );
      const proposal = orRefuse(await own.setLock('pessimistic_write').getOne(), notFound('input.capacityProposalId'));
      refuse(refuseTransition(capacityProposalTransitions, proposal.state, 'declined'));
      await tx.query(`UPDATE capacity_proposal SET state = 'declined', decided_at = now() WHERE id = $1`, [id]);
      await this.audit.record(tx, viewer, {
        ...{ action: 'capacity-proposal.decline', subjectType: 'capacity_request', subjectId: proposal.requestId },
        details: { proposalId: id },
      });
      return tx.findOneByOrFail(CapacityProposal, { id });
    });
  }

  /** Open proposals of a request or of a window, newest first. The caller has checked that it is the viewer's. */
  async of(
    of: { readonly requestId: string } | { readonly windowId: string },
    page: PageArgs,
  ): Promise<Page<CapacityProposal>> {
    const query = this.db.reader.createQueryBuilder(CapacityProposal, 'proposal').where(`proposal.state = 'proposed'`);
    if ('requestId' in of) query.andWhere('proposal.requestId = :requestId', of);
    else query.andWhere('proposal.windowId = :windowId', of);
    return pageOf(query, page);
  }

  private async tellCustomers(tx: Tx, runId: string, added: readonly { requestId: string }[]): Promise<void> {
    const gained = await rowsOf<{ requestId: string; enterpriseId: string }>(
      tx,
      `SELECT id AS "requestId", enterprise_id AS "enterpriseId" FROM capacity_request WHERE id = ANY($1) ORDER BY id`,
      [added.map(({ requestId }) => requestId)],
    );
    await this.outbox.recordAll(
      tx,
      gained.map((request) => capacityProposalsAdded({ ...request, runId })),
    );
  }
}

/** Requests before windows, each by id, as everybody takes them: none of them ends meanwhile. */
async function lockMarket(tx: Tx, scope: readonly string[], chosen: readonly ProposedMinutes[]): Promise<void> {
  const requestIds = [...scope, ...chosen.map(({ requestId }) => requestId)];
  const windowIds = chosen.map(({ windowId }) => windowId);
  await tx.query('SELECT 1 FROM capacity_request WHERE id = ANY($1) ORDER BY id FOR SHARE', [requestIds]);
  await tx.query('SELECT 1 FROM capacity_window WHERE id = ANY($1) ORDER BY id FOR SHARE', [windowIds]);
}

const columnsOf = (chosen: readonly ProposedMinutes[]): unknown[][] => [
  chosen.map(({ requestId }) => requestId),
  chosen.map(({ step }) => step),
  chosen.map(({ windowId }) => windowId),
  chosen.map(({ day }) => day),
  chosen.map(({ minutes }) => minutes),
  chosen.map(({ costFen }) => costFen),
];
