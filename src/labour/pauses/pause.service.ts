import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { placementPaused, placementResumed } from '../life.events.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import { PlacementPause } from './pause.entity.js';
import type { PausePlacementInput } from './pause.input.js';
import { lastPausedDay, refusePause, refusePausePeriod, refuseResume } from './pause.rules.js';

/** Stops the work of a placement for some days without ending it. */
@Injectable()
export class PlacementPauses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
  ) {}

  /** The host or the lender pauses a placement for some days. */
  async pause(viewer: EnterpriseViewer, input: PausePlacementInput): Promise<PlacementPause> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'pausePlacement', input, async () => {
        const placement = await this.lives.lock(tx, viewer, input.placementId);
        refuse(refusePause(placement) ?? refusePausePeriod(input, placement, this.clock.today()));
        const { id: placementId, workerId, hostId, lenderId } = placement;
        const pausedBy = viewer.enterpriseId === hostId ? ('host' as const) : ('lender' as const);
        const { startsOn, endsOn, reason, note } = input;
        const pause = {
          ...{ id: newId(), placementId, workerId, hostId, lenderId },
          ...{ startsOn, endsOn, reason, note, pausedBy, accountId: viewer.accountId },
        };
        await tx.insert(PlacementPause, pause);
        await this.outbox.record(tx, placementPaused({ pauseId: pause.id, placementId, workerId, hostId, lenderId }));
        const details = { pauseId: pause.id, reason };
        const entry = { action: 'placement.pause', subjectType: 'placement', subjectId: placementId, details };
        await this.audit.record(tx, viewer, entry);
        return pause.id;
      }),
    );
    return this.db.reader.findOneByOrFail(PlacementPause, { id });
  }

  /** The host or the lender lets the work go on from today. */
  async resume(viewer: EnterpriseViewer, placementId: string): Promise<PlacementPause> {
    return this.db.transaction(async (tx) => {
      const placement = await this.lives.lock(tx, viewer, placementId);
      refuse(refuseResume(await this.lives.factsIn(tx, placement.id)));
      const today = this.clock.today();
      const now = { startsOn: LessThanOrEqual(today), endsOn: MoreThanOrEqual(today), resumedAt: IsNull() };
      const found = await tx.findOneBy(PlacementPause, { placementId, ...now });
      const pause = orRefuse(found, notFound('input.placementId'));
      const resumed = { resumedAt: this.clock.now(), endsOn: lastPausedDay(pause, today) };
      await tx.update(PlacementPause, pause.id, resumed);
      const { workerId, hostId, lenderId } = placement;
      await this.outbox.record(tx, placementResumed({ pauseId: pause.id, placementId, workerId, hostId, lenderId }));
      const details = { pauseId: pause.id };
      const entry = { action: 'placement.resume', subjectType: 'placement', subjectId: placementId, details };
      await this.audit.record(tx, viewer, entry);
      return Object.assign(pause, resumed);
    });
  }

  /** By placement: its pauses in order. The caller has checked that the placement is its viewer's. */
  readonly of: BatchLoad<readonly PlacementPause[]> = async (placementIds) => {
    const where = { placementId: In([...placementIds]) };
    const rows = await this.db.reader.find(PlacementPause, { where, order: { startsOn: 'ASC' } });
    const byPlacement = new Map<string, PlacementPause[]>(placementIds.map((id) => [id, []]));
    for (const pause of rows) byPlacement.get(pause.placementId)?.push(pause);
    return byPlacement;
  };
}
