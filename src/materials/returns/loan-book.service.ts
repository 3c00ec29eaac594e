import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import type { Exact } from '../../platform/decimal/decimal.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type Move, type PostingReason, takeBackMoves } from '../ledger/stock.rules.js';
import { balanceOf, StockLedger } from '../ledger/stock.service.js';
import { transferReturned } from '../materials.events.js';
import { MaterialTransfer } from '../transfers/material-transfer.entity.js';
import { eventOf, type LockedTransfer, MaterialTransfers } from '../transfers/material-transfer.service.js';

/** What is still due of a loan, and that it ends when nothing is. */
@Injectable()
export class LoanBook {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly ledger: StockLedger,
    readonly transfers: MaterialTransfers,
  ) {}

  /** What is due and not on its way back, and what is. */
  async due(tx: Tx, transferId: string): Promise<{ readonly onLoan: Exact; readonly returning: Exact }> {
    const balances = await this.ledger.ofTransfer(tx, transferId);
    return { onLoan: balanceOf(balances, 'on_loan'), returning: balanceOf(balances, 'returning') };
  }

  /** Posts moves of a loan; when nothing is due after them, the loan has ended. */
  async post(tx: Tx, viewer: Viewer, locked: LockedTransfer, reason: PostingReason, moves: Move[]): Promise<void> {
    const { transfer, lot, kind } = locked;
    await this.ledger.post(tx, viewer, { reason, kindId: kind.id, lotId: lot.id, transferId: transfer.id, moves });
    const { onLoan, returning } = await this.due(tx, transfer.id);
    if (!onLoan.isZero() || !returning.isZero()) return;
    await tx.update(MaterialTransfer, transfer.id, { state: 'returned', endedAt: this.clock.now() });
    await this.outbox.record(tx, transferReturned(eventOf(transfer)));
  }

  async takeBack(tx: Tx, viewer: Viewer, locked: LockedTransfer, stated: Exact, accepted: Exact): Promise<void> {
    await this.post(tx, viewer, locked, 'take_back', takeBackMoves(stated, accepted));
  }
}
