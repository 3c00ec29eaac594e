import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { inBaseUnits, refuseNoQuantity, refuseQuantity } from '../catalogue/unit.rules.js';
import { acceptanceMoves, deliveryMoves } from '../ledger/stock.rules.js';
import { balanceOf, StockLedger } from '../ledger/stock.service.js';
import type { MaterialLot } from '../lots/material-lot.entity.js';
import { amountFen, type Price, refuseHugeAmount } from '../lots/price.rules.js';
import {
  transferAccepted,
  transferDelivered,
  transferDisputed,
  transferQuantityOffered,
  transferReturned,
} from '../materials.events.js';
import { MaterialTransfer } from './material-transfer.entity.js';
import type {
  AcceptMaterialInput,
  DeliverMaterialInput,
  DisputeMaterialInput,
  ResolveMaterialDisputeInput,
} from './material-transfer.input.js';
import {
  refuseAcceptance,
  refuseDelivery,
  refuseOtherSide,
  refuseResolution,
  refuseSlip,
  refuseStep,
  refuseUnexplained,
  type Side,
} from './material-transfer.rules.js';
import { eventOf, freeAccountOf, type LockedTransfer, MaterialTransfers } from './material-transfer.service.js';

/** Use cases of handing over: deliver, accept, dispute, resolve. */
@Injectable()
export class MaterialDeliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly ledger: StockLedger,
    private readonly transfers: MaterialTransfers,
  ) {}

  /** The owner states what was handed over. */
  async deliver(viewer: EnterpriseViewer, input: DeliverMaterialInput): Promise<MaterialTransfer> {
    return this.step(viewer, input.transferId, 'deliver', async (tx, locked) => {
      const { transfer, lot, kind, side } = locked;
      refuse(refuseOtherSide(side, 'owner') ?? refuseDelivery(transfer, this.clock.now()));
      refuse(refuseNoQuantity(kind, input.quantity, 'input.quantity'));
      const figure = inBaseUnits(kind, input.quantity);
      const weighing = { figure, percent: lot.tolerancePercent, baseUnit: kind.baseUnit };
      refuse(refuseSlip(transfer.quantity, figure, kind.baseUnit) ?? refuseHugeInvoice(lot, figure));
      refuse(refuseUnexplained(transfer.quantity, input.reason, weighing));
      const reserved = balanceOf(await this.ledger.ofTransfer(tx, transfer.id), 'reserved');
      await tx.update(MaterialTransfer, transfer.id, {
        ...{ state: 'delivered', deliveredQuantity: plain(figure), deliveredAt: this.clock.now() },
        ...{ deliveryNote: input.deliveryNote, deviationReason: input.reason ?? null },
      });
      await this.ledger.post(tx, viewer, {
        ...{ reason: 'deliver', kindId: kind.id, lotId: lot.id, transferId: transfer.id },
        moves: deliveryMoves(reserved, figure, await this.ledger.onHand(tx, lot.id), freeAccountOf(lot)),
      });
      await this.outbox.record(tx, transferDelivered(eventOf(transfer)));
    });
  }

  /** The receiver accepts what they weighed themselves; after a dispute, what the owner offers. */
  async accept(viewer: EnterpriseViewer, input: AcceptMaterialInput): Promise<MaterialTransfer> {
    return this.step(viewer, input.transferId, 'accept', async (tx, locked) => {
      const { transfer, lot, kind, side } = locked;
      refuse(refuseOtherSide(side, 'receiver') ?? refuseQuantity(kind, input.quantity, 'input.quantity'));
      const figure = inBaseUnits(kind, input.quantity);
      const weighing = { figure, percent: lot.tolerancePercent, baseUnit: kind.baseUnit };
      refuse(refuseAcceptance(transfer, weighing));
      await this.agree(tx, viewer, locked, figure);
    });
  }

  /** The receiver says that another quantity came, or in another condition. */
  async dispute(viewer: EnterpriseViewer, input: DisputeMaterialInput): Promise<MaterialTransfer> {
    return this.step(viewer, input.transferId, 'dispute', async (tx, { transfer, lot, kind, side }) => {
      refuse(refuseOtherSide(side, 'receiver') ?? refuseStep(transfer, 'disputed'));
      refuse(refuseQuantity(kind, input.quantity, 'input.quantity'));
      const figure = inBaseUnits(kind, input.quantity);
      refuse(refuseSlip(transfer.deliveredQuantity ?? '0', figure, kind.baseUnit) ?? refuseHugeInvoice(lot, figure));
      await tx.update(MaterialTransfer, transfer.id, {
        ...{ state: 'disputed', claimedQuantity: plain(figure), disputeReason: input.reason },
        ...{ offeredQuantity: null, offerNote: null },
      });
      await this.outbox.record(tx, transferDisputed(eventOf(transfer)));
    });
  }

  /** The owner agrees to the receiver's figure, which ends the dispute, or offers another one. */
  async resolve(viewer: EnterpriseViewer, input: ResolveMaterialDisputeInput): Promise<MaterialTransfer> {
    return this.step(viewer, input.transferId, 'resolve', async (tx, locked) => {
      const { transfer, lot, kind, side } = locked;
      refuse(refuseOtherSide(side, 'owner') ?? refuseResolution(transfer));
      refuse(refuseQuantity(kind, input.quantity, 'input.quantity'));
      const figure = inBaseUnits(kind, input.quantity);
      refuse(refuseSlip(transfer.deliveredQuantity ?? '0', figure, kind.baseUnit) ?? refuseHugeInvoice(lot, figure));
      if (figure.eq(transfer.claimedQuantity ?? '0')) return this.agree(tx, viewer, locked, figure);
      await tx.update(MaterialTransfer, transfer.id, { offeredQuantity: plain(figure), offerNote: input.note });
      await this.outbox.record(tx, transferQuantityOffered(eventOf(transfer)));
    });
  }

  /** Both agree on a figure: the goods are the receiver's, at a price or until a day. */
  private async agree(
    tx: Tx,
    viewer: EnterpriseViewer,
    locked: LockedTransfer & { readonly side: Side },
    figure: Exact,
  ): Promise<void> {
    const { transfer, lot, kind, request, side } = locked;
    const price = priceOf(lot);
    const delivered = balanceOf(await this.ledger.ofTransfer(tx, transfer.id), 'delivered');
    // Of a loan of nothing there is nothing to bring back.
    const isOver = !price && figure.isZero();
    await tx.update(MaterialTransfer, transfer.id, {
      ...{ state: isOver ? 'returned' : 'accepted', acceptedQuantity: plain(figure), acceptedAt: this.clock.now() },
      invoiceFen: price ? amountFen(figure, price) : null,
      dueOn: price ? null : addDays(this.clock.today(), lot.loanDays ?? 0),
      endedAt: isOver ? this.clock.now() : null,
    });
    await this.ledger.post(tx, viewer, {
      ...{ reason: 'accept', kindId: kind.id, lotId: lot.id, transferId: transfer.id },
      moves: acceptanceMoves(delivered, figure, price ? 'received' : 'on_loan'),
    });
    await this.outbox.record(tx, transferAccepted({ ...eventOf(transfer), by: side }));
    if (isOver) await this.outbox.record(tx, transferReturned(eventOf(transfer)));
    await this.transfers.closeIfMet(tx, viewer, request);
  }

  private async step(
    viewer: EnterpriseViewer,
    transferId: string,
    action: string,
    work: (tx: Tx, locked: Awaited<ReturnType<MaterialTransfers['lockAs']>>) => Promise<void>,
  ): Promise<MaterialTransfer> {
    await this.db.transaction(async (tx) => {
      await work(tx, await this.transfers.lockAs(tx, viewer, transferId));
      await this.audit.record(tx, viewer, {
        action: `material-transfer.${action}`,
        subjectType: 'material-transfer',
        subjectId: transferId,
      });
    });
    return this.transfers.require(viewer, transferId);
  }
}

function priceOf({ priceFen, priceFactor }: MaterialLot): Price | undefined {
  return priceFen === null || priceFactor === null ? undefined : { fen: priceFen, factor: priceFactor };
}

function refuseHugeInvoice(lot: MaterialLot, figure: Exact) {
  const price = priceOf(lot);
  return price && refuseHugeAmount(figure, price, 'input.quantity');
}
