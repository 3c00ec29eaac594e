import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { materialProposalsAdded } from '../materials.events.js';
import { MaterialProposal } from './material-proposal.entity.js';
import { materialProposalTransitions } from './material-proposal.states.js';

/** So much of a lot for a request, as a run chose it; quantities in base units. */
export interface ProposedTaking {
  readonly requestId: string;
  readonly lotId: string;
  readonly quantity: string;
  readonly goodsFen: number;
  readonly transportFen: number;
}

export interface MaterialProposalDifference {
  readonly kept: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** Proposals of materials: written by matching as a difference, read by the two concerned, ended by reservations. */
@Injectable()
export class MaterialProposals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes `takings` the open proposals of the requests in `scope`, in the caller's transaction. What stands already with the
   * same figures is left alone, the rest of the scope is superseded, what is new is added; lots and requests that are not open
   * any more get none, nor do pairs that the requester has declined. Each request that gained tells its enterprise.
   */
  async replace(
    tx: Tx,
    runId: string,
    scope: readonly string[],
    takings: readonly ProposedTaking[],
  ): Promise<MaterialProposalDifference> {
    const wanted = JSON.stringify(takings.map((taking) => ({ ...taking, id: newId() })));
    const rows = `jsonb_to_recordset($1::jsonb) AS w (id uuid, "requestId" uuid, "lotId" uuid, quantity numeric, "goodsFen" bigint, "transportFen" bigint)`;
    const withdrawn = await rowsOf(
      tx,
      `UPDATE material_proposal p SET state = 'superseded', decided_at = $3
       WHERE p.state = 'proposed' AND p.request_id = ANY($2) AND NOT EXISTS (
         SELECT 1 FROM ${rows} WHERE w."requestId" = p.request_id AND w."lotId" = p.lot_id
           AND w.quantity = p.quantity AND w."goodsFen" = p.goods_fen AND w."transportFen" = p.transport_fen)
       RETURNING p.id`,
      [wanted, scope, this.clock.now()],
    );
    const added = await rowsOf<{ requestId: string }>(
      tx,
      `INSERT INTO material_proposal (id, run_id, request_id, lot_id, quantity, goods_fen, transport_fen, state)
       SELECT w.id, $2, w."requestId", w."lotId", w.quantity, w."goodsFen", w."transportFen", 'proposed' FROM ${rows}
       JOIN material_request r ON r.id = w."requestId" AND r.state = 'open'
       JOIN material_lot l ON l.id = w."lotId" AND l.state = 'open'
       WHERE NOT EXISTS (SELECT 1 FROM material_proposal d
                         WHERE d.request_id = w."requestId" AND d.lot_id = w."lotId" AND d.state = 'declined')
       ON CONFLICT (request_id, lot_id) WHERE state = 'proposed' DO NOTHING RETURNING request_id AS "requestId"`,
      [wanted, runId],
    );
    await this.tellRequesters(tx, runId, added);
    const [kept] = await rowsOf<{ n: number }>(
      tx,
      `SELECT count(*)::int AS n FROM material_proposal WHERE state = 'proposed' AND run_id <> $1 AND request_id = ANY($2)`,
      [runId, scope],
    );
    return { kept: kept?.n ?? 0, added: added.length, withdrawn: withdrawn.length };
  }

  /** A proposal that is followed is taken; nothing where there is none. In the caller's transaction. */
  async take(tx: Tx, requestId: string, lotId: string): Promise<void> {
    await tx.query(
      `UPDATE material_proposal SET state = 'taken', decided_at = $3
       WHERE request_id = $1 AND lot_id = $2 AND state = 'proposed'`,
      [requestId, lotId, this.clock.now()],
    );
  }

  /** The requester does not want a proposal. */
  async decline(viewer: EnterpriseViewer, id: string): Promise<MaterialProposal> {
    return this.db.transaction(async (tx) => {
      const [own] = await rowsOf<{ id: string }>(
        tx,
        `SELECT p.id FROM material_proposal p JOIN material_request r ON r.id = p.request_id
         WHERE p.id = $1 AND r.enterprise_id = $2 FOR UPDATE OF p`,
        [id, viewer.enterpriseId],
      );
      orRefuse(own, notFound('input.materialProposalId'));
      const proposal = await tx.findOneByOrFail(MaterialProposal, { id });
      refuse(refuseTransition(materialProposalTransitions, proposal.state, 'declined'));
      await tx.query(`UPDATE material_proposal SET state = 'declined', decided_at = $2 WHERE id = $1`, [
        id,
        this.clock.now(),
      ]);
      await this.audit.record(tx, viewer, {
        action: 'material-proposal.decline',
        subjectType: 'material-proposal',
        subjectId: id,
      });
      return { ...proposal, state: 'declined' };
    });
  }

  /** By request: its open proposals, in the order in which they were made. */
  readonly ofRequests: BatchLoad<readonly MaterialProposal[]> = async (ids) => {
    const where = { requestId: In([...ids]), state: 'proposed' as const };
    return grouped(await this.db.reader.find(MaterialProposal, { where, order: { id: 'ASC' } }), 'requestId');
  };

  /** By lot: its open proposals, in the order in which they were made. */
  readonly ofLots: BatchLoad<readonly MaterialProposal[]> = async (ids) => {
    const where = { lotId: In([...ids]), state: 'proposed' as const };
    return grouped(await this.db.reader.find(MaterialProposal, { where, order: { id: 'ASC' } }), 'lotId');
  };

  private async tellRequesters(tx: Tx, runId: string, added: readonly { requestId: string }[]): Promise<void> {
    const counts = await rowsOf<{ requestId: string; enterpriseId: string; added: number }>(
      tx,
      `SELECT r.id AS "requestId", r.enterprise_id AS "enterpriseId", count(*)::int AS added
       FROM unnest($1::uuid[]) AS a (request_id) JOIN material_request r ON r.id = a.request_id GROUP BY r.id ORDER BY r.id`,
      [added.map(({ requestId }) => requestId)],
    );
    await this.outbox.recordAll(
      tx,
      counts.map((count) => materialProposalsAdded({ ...count, runId })),
    );
  }
}

function grouped(
  rows: readonly MaterialProposal[],
  by: 'requestId' | 'lotId',
): ReadonlyMap<string, readonly MaterialProposal[]> {
  const groups = new Map<string, MaterialProposal[]>();
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row]);
  return groups;
}
