import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Consents } from '../consents/consent.service.js';
import { placementEnded, placementPlanned, placementStarted } from '../labour.events.js';
import { placementShortened } from '../life.events.js';
import { LabourNeed } from '../needs/need.entity.js';
import { Placement } from './placement.entity.js';
import { placementsOf } from './placement.policy.js';
import { type ActionablePlacement, type PlacementAction, placementActions } from './placement-action.rules.js';
import { endStateOf, lastDay, refuseEnd, refuseStart, refuseTermsConfirmation } from './placement.rules.js';
import type { LifeFacts } from './placement-life.loader.js';
import { type PlacementState, placementTransitions } from './placement.states.js';

/** What a confirmed offer says about the placement it becomes. */
interface ConfirmedOffer {
  readonly id: string;
  readonly needId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
  readonly kind: 'loan' | 'direct';
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What a loan stands on; a direct hire has neither. */
export interface Papers {
  readonly consentId: string | null;
  readonly agreementId: string | null;
}

/** The life of a placement, from the confirmed offer to its end. */
@Injectable()
export class Placements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly consents: Consents,
  ) {}

  /** Plans the placement of a confirmed offer, in the caller's transaction. */
  async plan(tx: Tx, offer: ConfirmedOffer, regionId: string, papers: Papers): Promise<Placement> {
    const { id: offerId, needId, workerId, hostId, lenderId, kind, startsOn, endsOn } = offer;
    const id = newId();
    await tx.insert(Placement, {
      ...{ id, offerId, needId, workerId, hostId, lenderId, kind },
      ...{ ...papers, startsOn, endsOn, state: 'planned' },
    });
    await this.outbox.record(tx, placementPlanned({ placementId: id, needId, workerId, hostId, lenderId, regionId }));
    return tx.findOneByOrFail(Placement, { id });
  }

  /** The host says that the worker is on site. */
  async start(viewer: EnterpriseViewer, placementId: string): Promise<Placement> {
    return this.db.transaction((tx) => this.startIn(tx, viewer, placementId));
  }

  /** The same in the caller's transaction, e.g. of the first scan at the gate; one that runs already is left as it is. */
  async startIn(tx: Tx, viewer: EnterpriseViewer, placementId: string): Promise<Placement> {
    const placement = await this.lock(tx, placementId, { hostId: viewer.enterpriseId });
    if (placement.state === 'active') return placement;
    refuse(refuseStart(placement, this.clock.today()));
    const startedAt = this.clock.now();
    await tx.update(Placement, placement.id, { state: 'active', startedAt });
    await this.outbox.record(tx, placementStarted(await this.eventOf(tx, placement)));
    await this.audit.record(tx, viewer, {
      action: 'placement.start',
      subjectType: 'placement',
      subjectId: placement.id,
    });
    return { ...placement, state: 'active' as const, startedAt };
  }

  /** The host ends a placement: planned ones are cancelled, running ones end today. */
  async end(viewer: EnterpriseViewer, placementId: string): Promise<Placement> {
    return this.db.transaction(async (tx) => {
      const placement = await this.lock(tx, placementId, { hostId: viewer.enterpriseId });
      refuse(refuseEnd(placement));
      const ended = await this.finish(tx, placement, endStateOf(placement));
      await this.audit.record(tx, viewer, {
        action: `placement.${ended.state}`,
        subjectType: 'placement',
        subjectId: placement.id,
      });
      return ended;
    });
  }

  /** The worker withdraws a consent; what stands on it ends in the same transaction. */
  async withdrawConsent(viewer: WorkerViewer, consentId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const carried = await tx
        .createQueryBuilder(Placement, 'placement')
        .where(
          `placement.consentId = :consentId AND placement.workerId = :workerId AND placement.state IN ('planned', 'active')`,
          { consentId, workerId: viewer.workerId },
        )
        .setLock('pessimistic_write')
        .getMany();
      for (const placement of carried) await this.finish(tx, placement, endStateOf(placement));
      await this.consents.withdraw(tx, viewer, consentId);
    });
  }

  /** Completes placements whose last day has passed; safe to repeat. Returns how many. */
  async completePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(Placement, 'placement')
        .where(`placement.state = 'active' AND placement.endsOn < :today`, { today: this.clock.today() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(500)
        .getMany();
      for (const placement of past) {
        await this.finish(tx, placement, 'completed');
        await this.audit.record(tx, system, {
          action: 'placement.completed',
          subjectType: 'placement',
          subjectId: placement.id,
        });
      }
      return past.length;
    });
  }

  /** An agreement ends early: its placements end with it, and those that would begin later never do. */
  async shorten(tx: Tx, agreementId: string, endsOn: string): Promise<void> {
    const beyond = await tx
      .createQueryBuilder(Placement, 'placement')
      .where(`placement.agreementId = :agreementId AND placement.state IN ('planned', 'active')`, { agreementId })
      .andWhere('placement.endsOn > :endsOn', { endsOn })
      .orderBy('placement.id')
      .setLock('pessimistic_write')
      .getMany();
    for (const placement of beyond) {
      if (placement.startsOn > endsOn) await this.finish(tx, placement, endStateOf(placement));
      else {
        await tx.update(Placement, placement.id, { endsOn });
        const { id: placementId, workerId, hostId, lenderId } = placement;
        await this.outbox.record(tx, placementShortened({ placementId, workerId, hostId, lenderId }));
      }
    }
  }

  /** The worker confirms the terms of their placement, as they were shown: `hash` is what they read. */
  async confirmTerms(tx: Tx, viewer: WorkerViewer, placementId: string, hash: string): Promise<Placement> {
    const placement = await this.lock(tx, placementId, { workerId: viewer.workerId });
    if (placement.termsHash === hash) return placement;
    refuse(refuseTermsConfirmation(placement));
    const termsConfirmedAt = this.clock.now();
    await tx.update(Placement, placement.id, { termsConfirmedAt, termsHash: hash });
    await this.audit.record(tx, viewer, {
      action: 'placement.confirm-terms',
      subjectType: 'placement',
      subjectId: placement.id,
      details: { hash },
    });
    return { ...placement, termsConfirmedAt, termsHash: hash };
  }

  /** A placement the viewer is party to; NOT_FOUND at `field` otherwise. */
  async require(viewer: Viewer, id: string, field = 'input.placementId'): Promise<Placement> {
    const query = this.db.reader.createQueryBuilder(Placement, 'placement').where('placement.id = :id', { id });
    return orRefuse(await placementsOf(query, viewer).getOne(), notFound(field));
  }

  /** What the viewer may do with a placement now. */
  actionsOf(viewer: Viewer, placement: ActionablePlacement, facts: LifeFacts): PlacementAction[] {
    return placementActions(placement, viewer, facts, this.clock.today(), this.clock.now());
  }

  /** Placements the viewer is party to, newest first. */
  async list(viewer: Viewer, page: PageArgs): Promise<Page<Placement>> {
    return pageOf(placementsOf(this.db.reader.createQueryBuilder(Placement, 'placement'), viewer), page);
  }

  private async lock(tx: Tx, id: string, party: FindOptionsWhere<Placement>): Promise<Placement> {
    return orRefuse(
      await tx.findOne(Placement, { where: { ...party, id }, lock: { mode: 'pessimistic_write' } }),
      notFound('input.placementId'),
    );
  }

  private async finish(tx: Tx, placement: Placement, state: PlacementState): Promise<Placement> {
    refuse(refuseTransition(placementTransitions, placement.state, state));
    const endsOn = state === 'ended_early' ? lastDay(placement, this.clock.today()) : placement.endsOn;
    const endedAt = this.clock.now();
    await tx.update(Placement, placement.id, { state, endsOn, endedAt });
    await this.outbox.record(tx, placementEnded({ ...(await this.eventOf(tx, placement)), state }));
    return { ...placement, state, endsOn, endedAt };
  }

  private async eventOf(tx: Tx, { id: placementId, needId, workerId, hostId, lenderId }: Placement) {
    const { regionId } = await tx.findOneByOrFail(LabourNeed, { id: needId });
    return { placementId, needId, workerId, hostId, lenderId, regionId };
  }
}
