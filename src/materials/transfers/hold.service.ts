import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { MaterialTransfer } from './material-transfer.entity.js';
import type { ReserveMaterialInput } from './material-transfer.input.js';
import { refuseOtherSide, type Side } from './material-transfer.rules.js';
import { MaterialTransfers } from './material-transfer.service.js';
import { MaterialReservations } from './reservation.service.js';

/** Use cases of holds: reserve, decline, release, expire. */
@Injectable()
export class MaterialHolds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly transfers: MaterialTransfers,
    private readonly reservations: MaterialReservations,
  ) {}

  /** Reserves goods for the viewer's enterprise; the same key again answers the same transfer. */
  async reserve(viewer: EnterpriseViewer, input: ReserveMaterialInput): Promise<MaterialTransfer> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'reserveMaterial', input, async () => {
        const { lotId, requestId, quantity, holdHours } = input;
        const { enterpriseId } = viewer;
        const until = this.clock.in(holdHours * HOUR_MS);
        const held = await this.reservations.hold(tx, viewer, { lotId, requestId, enterpriseId, quantity, until });
        await this.audit.record(tx, viewer, {
          action: 'material-transfer.reserve',
          subjectType: 'material-transfer',
          subjectId: held,
        });
        return held;
      }),
    );
    return this.transfers.require(viewer, id);
  }

  /** The owner declines, or the receiver releases, what is reserved. */
  async end(viewer: EnterpriseViewer, transferId: string, by: Side, reason: string | null): Promise<MaterialTransfer> {
    await this.db.transaction(async (tx) => {
      const locked = await this.transfers.lockAs(tx, viewer, transferId);
      refuse(refuseOtherSide(locked.side, by));
      await this.reservations.end(tx, viewer, locked, by, reason);
      await this.audit.record(tx, viewer, {
        action: by === 'owner' ? 'material-transfer.decline' : 'material-transfer.release',
        subjectType: 'material-transfer',
        subjectId: transferId,
      });
    });
    return this.transfers.require(viewer, transferId);
  }

  /** Releases holds that have run out, each in a transaction of its own; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    const due = await this.db.rows<{ id: string }>(
      `SELECT id FROM material_transfer WHERE state = 'reserved' AND expires_at <= $1 ORDER BY expires_at LIMIT 100`,
      [this.clock.now()],
    );
    for (const { id } of due)
      await this.db.transaction(async (tx) => {
        const locked = await this.transfers.lock(tx, id);
        if (locked.transfer.state !== 'reserved') return;
        await this.reservations.end(tx, system, locked, 'expiry', null);
        await this.audit.record(tx, system, {
          action: 'material-transfer.expire',
          subjectType: 'material-transfer',
          subjectId: id,
        });
      });
    return due.length;
  }
}
