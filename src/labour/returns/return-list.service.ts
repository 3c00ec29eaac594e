import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { OfPlacementArgs } from '../placements/placement.input.js';
import { rowsInside, rowsOfParty, rowsOfPlacement } from '../placements/placement-party.policy.js';
import { type ReturnAction, returnActions } from './return-action.rules.js';
import { PlacementReturn, WorkerReturn } from './return.entity.js';
import { placedAgain } from './worker-return.loader.js';

/** Who reads of returns: the parties, the bureau where a worker objected, and the lender whose workers come back (R22). */
@Injectable()
export class ReturnLists {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Returns that the viewer is party to; for a bureau those of its jurisdiction to which the worker objected. */
  async list(viewer: Viewer, page: OfPlacementArgs): Promise<Page<PlacementReturn>> {
    const all = this.db.reader.createQueryBuilder(PlacementReturn, 'request').where('TRUE');
    const query = rowsOfPlacement(all, page.placementId);
    if (viewer.kind !== 'bureau') return pageOf(rowsOfParty(query, viewer), page);
    return pageOf(rowsInside(query.andWhere('request.objectedAt IS NOT NULL'), viewer.regionId), page);
  }

  actionsOf(viewer: Viewer, request: PlacementReturn): ReturnAction[] {
    return returnActions(request, viewer, this.clock.now());
  }

  /** Workers who came or come back to the viewer's enterprise, newest placement first. */
  async returning(viewer: EnterpriseViewer, page: PageArgs): Promise<Page<WorkerReturn>> {
    const query = this.db.reader.createQueryBuilder(WorkerReturn, 'back');
    return pageOf(query.where('back.lenderId = :enterpriseId', { enterpriseId: viewer.enterpriseId }), page);
  }

  /** The lender says that the worker is back and has a place. */
  async acknowledge(viewer: EnterpriseViewer, placementId: string): Promise<WorkerReturn> {
    return this.db.transaction(async (tx) => {
      const where = { id: placementId, lenderId: viewer.enterpriseId };
      const found = await tx.findOne(WorkerReturn, { where, lock: { mode: 'pessimistic_write' } });
      const back = orRefuse(found, notFound('input.placementId'));
      if (back.acknowledgedAt) return back;
      const acknowledgedAt = this.clock.now();
      await tx.update(WorkerReturn, back.id, { acknowledgedAt });
      const entry = { action: 'return.acknowledge', subjectType: 'placement', subjectId: placementId };
      await this.audit.record(tx, viewer, entry);
      return Object.assign(back, { acknowledgedAt });
    });
  }

  readonly placedAgainOf: BatchLoad<boolean> = (ids) => placedAgain(this.db.reader, ids);
}
