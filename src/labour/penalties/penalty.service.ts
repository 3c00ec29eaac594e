import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import {
  type BureauViewer,
  type EnterpriseViewer,
  system,
  type Viewer,
  type WorkerViewer,
} from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { noShowReported, penaltyAppealed, penaltyDecided } from '../life.events.js';
import { Placement } from '../placements/placement.entity.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import { rowsInside } from '../placements/placement-party.policy.js';
import { type PenaltyAction, penaltyActions } from './penalty-action.rules.js';
import { Penalty } from './penalty.entity.js';
import type { AppealPenaltyInput, DecidePenaltyInput } from './penalty.input.js';
import { appealHours, isInForce, penaltyPeriod, refuseAppeal, refuseDecision, refuseNoShow } from './penalty.rules.js';

const field = 'input.penaltyId';

/** No-shows and what follows: always dated, open to appeal, never a ban. */
@Injectable()
export class Penalties {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
  ) {}

  /** The host says that the worker did not come: the placement is over, worker and seat are free; a repeat changes nothing. */
  async reportNoShow(viewer: EnterpriseViewer, placementId: string): Promise<Placement> {
    return this.db.transaction(async (tx) => {
      const where = { id: placementId, hostId: viewer.enterpriseId };
      const found = await tx.findOne(Placement, { where, lock: { mode: 'pessimistic_write' } });
      const placement = orRefuse(found, notFound('input.placementId'));
      if (placement.state === 'no_show') return placement;
      refuse(refuseNoShow(placement, await this.lives.factsIn(tx, placementId), this.clock.today()));
      const ended = { state: 'no_show' as const, endedAt: this.clock.now() };
      await tx.update(Placement, placementId, ended);
      await this.lives.tellEnd(tx, placement, 'no_show');
      const { id: penaltyId, regionId } = await this.propose(tx, placement);
      const { workerId, hostId, lenderId } = placement;
      await this.outbox.record(tx, noShowReported({ penaltyId, placementId, workerId, hostId, lenderId, regionId }));
      const entry = { action: 'placement.no_show', subjectType: 'placement', subjectId: placementId };
      await this.audit.record(tx, viewer, { ...entry, details: { penaltyId } });
      return Object.assign(placement, ended);
    });
  }

  /** The worker appeals; the penalty is suspended until an officer decides. */
  async appeal(viewer: WorkerViewer, { penaltyId, appeal }: AppealPenaltyInput): Promise<Penalty> {
    return this.db.transaction(async (tx) => {
      const where = { id: penaltyId, workerId: viewer.workerId };
      const found = await tx.findOne(Penalty, { where, lock: { mode: 'pessimistic_write' } });
      const penalty = orRefuse(found, notFound(field));
      refuse(refuseAppeal(penalty, this.clock.now()));
      const appealed = { state: 'appealed' as const, appeal, appealedAt: this.clock.now() };
      await tx.update(Penalty, penaltyId, appealed);
      await this.outbox.record(tx, penaltyAppealed(eventOf(penalty)));
      await this.audit.record(tx, viewer, { action: 'penalty.appeal', subjectType: 'penalty', subjectId: penaltyId });
      return Object.assign(penalty, appealed);
    });
  }

  /** An officer of the place decides an appeal. */
  async decide(viewer: BureauViewer, { penaltyId, decision, reason }: DecidePenaltyInput): Promise<Penalty> {
    return this.db.transaction(async (tx) => {
      const query = tx.createQueryBuilder(Penalty, 'penalty').where('penalty.id = :penaltyId', { penaltyId });
      const found = await rowsInside(query, viewer.regionId).setLock('pessimistic_write').getOne();
      const penalty = orRefuse(found, notFound(field));
      refuse(refuseDecision(penalty, decision));
      return this.close(tx, viewer, penalty, decision, reason);
    });
  }

  /** Upholds what nobody appealed in time; safe to repeat. Returns how many. */
  async upholdPast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(Penalty, 'penalty')
        .where(`penalty.state = 'proposed' AND penalty.appealBy <= :now`, { now: this.clock.now() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      for (const penalty of past) await this.close(tx, system, penalty, 'upheld', '');
      return past.length;
    });
  }

  /** A worker's or an enterprise's own penalties; a bureau's are those of its jurisdiction. */
  async list(viewer: Viewer, page: PageArgs): Promise<Page<Penalty>> {
    const query = this.db.reader.createQueryBuilder(Penalty, 'penalty').where('TRUE');
    if (viewer.kind === 'bureau') return pageOf(rowsInside(query, viewer.regionId), page);
    if (viewer.kind === 'worker') query.andWhere('penalty.workerId = :workerId', { workerId: viewer.workerId });
    else if (viewer.kind === 'enterprise')
      query.andWhere('penalty.enterpriseId = :enterpriseId', { enterpriseId: viewer.enterpriseId });
    else query.andWhere('FALSE');
    return pageOf(query, page);
  }

  isInForce(penalty: Penalty): boolean {
    return isInForce(penalty, this.clock.today());
  }

  actionsOf(viewer: Viewer, penalty: Pick<Penalty, 'workerId' | 'state' | 'appealBy'>): PenaltyAction[] {
    return penaltyActions(penalty, viewer, this.clock.now());
  }

  private async propose(tx: Tx, placement: Placement): Promise<{ id: string; regionId: string }> {
    const regionId = await this.lives.regionOf(tx, placement);
    const penalty = {
      ...{ id: newId(), kind: 'no_show' as const, workerId: placement.workerId, enterpriseId: null },
      ...{ placementId: placement.id, regionId, state: 'proposed' as const },
      ...{ proposedAt: this.clock.now(), appealBy: this.clock.in(appealHours * HOUR_MS) },
      ...penaltyPeriod(this.clock.today(), this.config.settings.NO_SHOW_PENALTY_DAYS),
      ...{ appeal: '', decision: '' },
    };
    await tx.insert(Penalty, penalty);
    return { id: penalty.id, regionId };
  }

  private async close(
    tx: Tx,
    viewer: Viewer,
    penalty: Penalty,
    state: 'upheld' | 'lifted',
    decision: string,
  ): Promise<Penalty> {
    const closed = { state, decision, decidedAt: this.clock.now() };
    await tx.update(Penalty, penalty.id, closed);
    await this.outbox.record(tx, penaltyDecided({ ...eventOf(penalty), state }));
    await this.audit.record(tx, viewer, {
      action: `penalty.${state}`,
      subjectType: 'penalty',
      subjectId: penalty.id,
    });
    return Object.assign(penalty, closed);
  }
}

function eventOf({ id: penaltyId, placementId, workerId, enterpriseId, regionId }: Penalty) {
  return { penaltyId, placementId, workerId, enterpriseId, regionId };
}
