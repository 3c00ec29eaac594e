import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { type GivenQuantity, inBaseUnits, refuseNoQuantity } from '../catalogue/unit.rules.js';
import { balanceOf, StockLedger } from '../ledger/stock.service.js';
import { transferReleased, transferReserved } from '../materials.events.js';
import { MaterialProposals } from '../proposals/material-proposal.service.js';
import { refuseUnfit } from '../requests/material-request.rules.js';
import { MaterialTransfer, type ReleasedBy } from './material-transfer.entity.js';
import { refuseHoldTime, refuseStep, refuseTaking } from './material-transfer.rules.js';
import { eventOf, freeAccountOf, type LockedTransfer, MaterialTransfers } from './material-transfer.service.js';

/** What is to be held, for whom, until when. */
export interface Hold {
  readonly lotId: string;
  /** A request of the same enterprise that it is for. */
  readonly requestId?: string | null | undefined;
  readonly enterpriseId: string;
  /** In a unit of the lot's kind; without a unit, in base units. */
  readonly quantity: GivenQuantity;
  readonly until: Date;
}

/**
 * Holds on goods, made and ended in the transaction of whoever needs them: an order that reserves from several lots gets all of
 * them or none. Several holds are made by `holdAll`, which locks in one order. The caller records its audit entry, last.
 */
@Injectable()
export class MaterialReservations {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly sanctions: Sanctions,
    private readonly kinds: MaterialKinds,
    private readonly ledger: StockLedger,
    private readonly transfers: MaterialTransfers,
    private readonly proposals: MaterialProposals,
  ) {}

  /** Reserves goods of a lot; refusals name input.lotId, input.requestId or input.quantity. Returns the transfer's id. */
  async hold(tx: Tx, viewer: Viewer, hold: Hold): Promise<string> {
    const now = this.clock.now();
    refuse(refuseHoldTime(hold.until, now));
    const { lot, request } = await this.transfers.lockForHold(tx, hold);
    refuse(await this.sanctions.refuseDealing(tx, [hold.enterpriseId, lot.enterpriseId]));
    const kind = await this.kinds.get(tx, lot.kindId);
    refuse(refuseNoQuantity(kind, hold.quantity, 'input.quantity'));
    const quantity = inBaseUnits(kind, hold.quantity);
    const onHand = await this.ledger.onHand(tx, lot.id);
    const { enterpriseId: receiverId } = hold;
    refuse(refuseTaking({ lot, receiverId, quantity, onHand, baseUnit: kind.baseUnit, today: this.clock.today() }));
    if (request) {
      const secured = await this.transfers.securedOf(tx, request);
      refuse(refuseUnfit(request, secured, { kind, grade: lot.grade, terms: lot.terms, quantity }));
    }
    const transfer = {
      ...{ id: newId(), lotId: lot.id, requestId: request?.id ?? null, ownerId: lot.enterpriseId, receiverId },
      ...{ quantity: plain(quantity), state: 'reserved' as const, reservedAt: now, expiresAt: hold.until },
    };
    await tx.insert(MaterialTransfer, transfer);
    await this.ledger.post(tx, viewer, {
      ...{ reason: 'reserve', kindId: kind.id, lotId: lot.id, transferId: transfer.id },
      moves: [{ from: 'on_hand', to: 'reserved', quantity }],
    });
    if (request) await this.proposals.take(tx, request.id, lot.id);
    await this.outbox.record(tx, transferReserved(eventOf(transfer)));
    return transfer.id;
  }

  /** Makes several holds, in the order in which they must be locked. Returns the transfers' ids in the order given. */
  async holdAll(tx: Tx, viewer: Viewer, holds: readonly Hold[]): Promise<string[]> {
    await this.transfers.lockAllForHolds(tx, holds);
    const ids: string[] = [];
    for (const hold of holds) ids.push(await this.hold(tx, viewer, hold));
    return ids;
  }

  /** Ends a hold of `enterpriseId` that nothing was delivered on; NOT_FOUND where it has none of that id. */
  async release(
    tx: Tx,
    viewer: Viewer,
    { transferId, enterpriseId, reason }: { transferId: string; enterpriseId: string; reason: string | null },
  ): Promise<void> {
    const locked = await this.transfers.lock(tx, transferId);
    refuse(locked.transfer.receiverId === enterpriseId ? undefined : notFound('input.transferId'));
    await this.end(tx, viewer, locked, 'receiver', reason);
  }

  /** Ends a hold, all locked by the caller: the goods are free again, or out of the books where the lot has ended. */
  async end(
    tx: Tx,
    viewer: Viewer,
    { transfer, lot, kind }: LockedTransfer,
    by: ReleasedBy,
    reason: string | null,
  ): Promise<void> {
    refuse(refuseStep(transfer, 'released'));
    const reserved = balanceOf(await this.ledger.ofTransfer(tx, transfer.id), 'reserved');
    await tx.update(MaterialTransfer, transfer.id, {
      ...{ state: 'released', releasedBy: by, releaseReason: reason, endedAt: this.clock.now() },
    });
    await this.ledger.post(tx, viewer, {
      ...{ reason: 'release', kindId: kind.id, lotId: lot.id, transferId: transfer.id },
      moves: [{ from: 'reserved', to: freeAccountOf(lot), quantity: reserved }],
    });
    await this.outbox.record(tx, transferReleased({ ...eventOf(transfer), by }));
  }
}
