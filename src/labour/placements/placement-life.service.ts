import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock, type LocalDate } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse, refuseTransition } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { placementEnded } from '../labour.events.js';
import { Placement } from './placement.entity.js';
import { endStateOf, lastDay } from './placement.rules.js';
import { type PlacementState, placementTransitions } from './placement.states.js';
import {
  type AgreedForPlacement,
  agreedFor,
  explainReturn,
  type LifeFacts,
  lifeFacts,
  regionOfNeed,
} from './placement-life.loader.js';
import { lockedForParty } from './placement-party.policy.js';

/** How a placement ends before its time: its last day, and why, as the lender reads it. */
export interface EarlyEnd {
  readonly on: LocalDate;
  readonly reason: 'duty_breached' | 'unsuited' | 'sent_back' | 'contract_ended' | 'lender_lost';
}

/** What returns, extensions, pauses, penalties and injuries share of the placement that they are about. */
@Injectable()
export class PlacementLives {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  readonly byIds: BatchLoad<Placement> = async (ids) => {
    const rows = await this.db.reader.findBy(Placement, { id: In([...ids]) });
    return new Map(rows.map((placement) => [placement.id, placement]));
  };

  /** By placement: what its actions depend on. */
  readonly factsOf: BatchLoad<LifeFacts> = (ids) => lifeFacts(this.db.reader, ids, this.clock.today());

  /** A placement that the viewer is party to, locked; NOT_FOUND otherwise. */
  async lock(tx: Tx, viewer: Viewer, placementId: string): Promise<Placement> {
    return lockedForParty(tx, Placement, viewer, placementId, 'input.placementId');
  }

  /** A placement of one's own rows, locked. */
  async lockById(tx: Tx, placementId: string): Promise<Placement> {
    return tx.findOneOrFail(Placement, { where: { id: placementId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The same facts for a placement that is locked. */
  async factsIn(tx: Tx, placementId: string): Promise<LifeFacts> {
    const facts = (await lifeFacts(tx, [placementId], this.clock.today())).get(placementId);
    if (!facts) throw new Error(`placement ${placementId} is gone`);
    return facts;
  }

  async agreed(tx: Tx, placementId: string): Promise<AgreedForPlacement | undefined> {
    return agreedFor(tx, placementId);
  }

  async regionOf(tx: Tx, { needId }: Pick<Placement, 'needId'>): Promise<string> {
    return regionOfNeed(tx, needId);
  }

  /** Ends a locked placement before its time: a planned one is cancelled, a running one has its last day. */
  async endEarly(tx: Tx, placement: Placement, { on, reason }: EarlyEnd): Promise<Placement> {
    const ended = await this.end(tx, placement, endStateOf(placement), on);
    if (placement.kind === 'loan') await explainReturn(tx, placement.id, reason);
    return ended;
  }

  /** Ends a locked placement in a state that may follow its own; one that ends early has its last day `on`. */
  async end(tx: Tx, placement: Placement, state: PlacementState, on = this.clock.today()): Promise<Placement> {
    refuse(refuseTransition(placementTransitions, placement.state, state));
    const endsOn = state === 'ended_early' ? lastDay(placement, on) : placement.endsOn;
    const endedAt = this.clock.now();
    await tx.update(Placement, placement.id, { state, endsOn, endedAt });
    await this.tellEnd(tx, placement, state);
    return { ...placement, state, endsOn, endedAt };
  }

  /** For matching, surplus and messages. */
  private async tellEnd(tx: Tx, placement: Placement, state: string): Promise<void> {
    const { id: placementId, needId, workerId, hostId, lenderId } = placement;
    const regionId = await regionOfNeed(tx, needId);
    await this.outbox.record(tx, placementEnded({ placementId, needId, workerId, hostId, lenderId, regionId, state }));
  }
}
