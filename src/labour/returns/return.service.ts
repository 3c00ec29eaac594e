import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { returnEffective, returnEnded, returnObjected, returnRequested } from '../life.events.js';
import type { Placement } from '../placements/placement.entity.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import { lockedForParty } from '../placements/placement-party.policy.js';
import { awaitedOf, nobodyYet, type Party, partyOf, withYes } from '../placements/placement-party.rules.js';
import { PlacementReturn } from './return.entity.js';
import type { RequestReturnInput } from './return.input.js';
import {
  answerHours,
  effectiveOn,
  endReason,
  firstState,
  refuseAgreement,
  refuseNo,
  refuseObjection,
  refuseReason,
  refuseReturn,
  refuseUnagreedCase,
  refuseWithoutEvidence,
  returnKind,
  stateAfterNo,
} from './return.rules.js';

type PartyViewer = EnterpriseViewer | WorkerViewer;

/** Early returns: asking for them, answering, and letting them take effect (R19, R20, R21). */
@Injectable()
export class PlacementReturns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
  ) {}

  /** A side asks that the placement end: at once (R19), with everyone's yes (R20), or after notice (R21). */
  async request(viewer: PartyViewer, input: RequestReturnInput): Promise<PlacementReturn> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'requestReturn', input, async () => {
        const placement = await this.lives.lock(tx, viewer, input.placementId);
        const party = orRefuse(partyOf(viewer, placement), notFound('input.placementId'));
        const request = await this.open(tx, viewer, { placement, party, input });
        await this.outbox.record(tx, returnRequested(eventOf(request)));
        if (request.state === 'effective') await this.takeEffect(tx, request, placement);
        await this.record(tx, viewer, request, 'request');
        return request.id;
      }),
    );
    return this.db.reader.findOneByOrFail(PlacementReturn, { id });
  }

  /** A side that was asked says yes; with the last yes the placement ends today (R20). */
  async agree(viewer: PartyViewer, returnId: string): Promise<PlacementReturn> {
    return this.db.transaction(async (tx) => {
      const { request, party } = await this.lockRequest(tx, viewer, returnId);
      refuse(refuseAgreement(request, party, this.clock.now()));
      const answered = withYes(request, party, this.clock.now());
      const isAgreed = awaitedOf(answered, answered).length === 0;
      const placement = await this.lives.lockById(tx, request.placementId);
      const changes = {
        ...{ hostAgreedAt: answered.hostAgreedAt, lenderAgreedAt: answered.lenderAgreedAt },
        ...{ workerAgreedAt: answered.workerAgreedAt },
        ...(isAgreed && { effectiveOn: this.clock.today() }),
      };
      await tx.update(PlacementReturn, request.id, changes);
      const agreed = Object.assign(request, changes);
      if (isAgreed) await this.takeEffect(tx, agreed, placement);
      await this.record(tx, viewer, agreed, 'agree');
      return agreed;
    });
  }

  /** A side says no to a request, or whoever made it takes it back. */
  async decline(viewer: PartyViewer, returnId: string): Promise<PlacementReturn> {
    return this.db.transaction(async (tx) => {
      const { request, party } = await this.lockRequest(tx, viewer, returnId);
      refuse(refuseNo(request, party));
      const ended = { state: stateAfterNo(request, party), decidedAt: this.clock.now() };
      await tx.update(PlacementReturn, request.id, ended);
      await this.outbox.record(tx, returnEnded({ ...eventOf(request), state: ended.state, by: party }));
      await this.record(tx, viewer, request, 'decline');
      return Object.assign(request, ended);
    });
  }

  /** The worker objects to being sent back: the bureau of the place sees it from here on. */
  async object(viewer: WorkerViewer, returnId: string, objection: string): Promise<PlacementReturn> {
    return this.db.transaction(async (tx) => {
      const { request, party } = await this.lockRequest(tx, viewer, returnId);
      refuse(refuseObjection(request, party));
      const objected = { objection, objectedAt: this.clock.now() };
      await tx.update(PlacementReturn, request.id, objected);
      await this.outbox.record(tx, returnObjected({ ...eventOf(request), regionId: request.regionId }));
      await this.record(tx, viewer, request, 'object');
      return Object.assign(request, objected);
    });
  }

  /** Ends placements whose notice is over; safe to repeat. Returns how many. */
  async takeDue(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await tx
        .createQueryBuilder(PlacementReturn, 'request')
        .where(`request.state = 'due' AND request.effectiveOn <= :today`, { today: this.clock.today() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      for (const request of due) {
        const placement = await this.lives.lockById(tx, request.placementId);
        if (placement.state === 'active') await this.takeEffect(tx, request, placement);
        else await this.expire(tx, request);
        await this.record(tx, system, request, 'due');
      }
      return due.length;
    });
  }

  /** Ends requests that nobody answered in time or whose placement ended otherwise; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(PlacementReturn, 'request')
        .where(
          `request.state = 'waiting' AND (request.expiresAt <= :now OR EXISTS (
             SELECT 1 FROM placement p WHERE p.id = request.placement_id AND p.state <> 'active'))`,
          { now: this.clock.now() },
        )
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      for (const request of past) {
        await this.expire(tx, request);
        await this.record(tx, system, request, 'expire');
      }
      return past.length;
    });
  }

  private async open(
    tx: Tx,
    viewer: PartyViewer,
    { placement, party, input }: { placement: Placement; party: Party; input: RequestReturnInput },
  ): Promise<PlacementReturn> {
    const { reason, note, evidence } = input;
    const agreed = await this.lives.agreed(tx, placement.id);
    refuse(
      refuseReason(party, reason) ??
        refuseWithoutEvidence(reason, evidence) ??
        refuseUnagreedCase(reason, agreed) ??
        refuseReturn(placement, await this.lives.factsIn(tx, placement.id)),
    );
    const kind = returnKind(reason);
    const { id: placementId, workerId, hostId, lenderId } = placement;
    const now = this.clock.now();
    const request = tx.create(PlacementReturn, {
      ...{ id: newId(), placementId, workerId, hostId, lenderId, regionId: await this.lives.regionOf(tx, placement) },
      ...{ requestedBy: party, accountId: viewer.accountId, reason, note, evidence, state: firstState[kind] },
      ...withYes(nobodyYet, party, now),
      expiresAt: kind === 'R20' ? this.clock.in(answerHours * HOUR_MS) : null,
      effectiveOn: kind === 'R20' ? null : effectiveOn(kind, agreed, this.clock.today()),
      ...{ objection: '', createdAt: now, decidedAt: null },
    });
    await tx.insert(PlacementReturn, request);
    return request;
  }

  /** The placement ends on the request's day. */
  private async takeEffect(tx: Tx, request: PlacementReturn, placement: Placement): Promise<void> {
    const on = request.effectiveOn ?? this.clock.today();
    await this.lives.endEarly(tx, placement, { on, reason: endReason[returnKind(request.reason)] });
    const effective = { state: 'effective' as const, effectiveOn: on, decidedAt: this.clock.now() };
    await tx.update(PlacementReturn, request.id, effective);
    Object.assign(request, effective);
    await this.outbox.record(tx, returnEffective(eventOf(request)));
  }

  private async expire(tx: Tx, request: PlacementReturn): Promise<void> {
    await tx.update(PlacementReturn, request.id, { state: 'expired', decidedAt: this.clock.now() });
    await this.outbox.record(tx, returnEnded({ ...eventOf(request), state: 'expired', by: null }));
  }

  private async lockRequest(
    tx: Tx,
    viewer: PartyViewer,
    id: string,
  ): Promise<{ request: PlacementReturn; party: Party }> {
    const request = await lockedForParty(tx, PlacementReturn, viewer, id, 'input.returnId');
    return { request, party: orRefuse(partyOf(viewer, request), notFound('input.returnId')) };
  }

  private async record(tx: Tx, viewer: Viewer, request: PlacementReturn, step: string): Promise<void> {
    const details = { placementId: request.placementId, reason: request.reason, state: request.state };
    await this.audit.record(tx, viewer, {
      ...{ action: `return.${step}`, subjectType: 'placement-return', subjectId: request.id },
      details,
    });
  }
}

function eventOf({ id: returnId, placementId, workerId, hostId, lenderId, requestedBy, reason }: PlacementReturn) {
  return { returnId, placementId, workerId, hostId, lenderId, requestedBy, reason };
}
