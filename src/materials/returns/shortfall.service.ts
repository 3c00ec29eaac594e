import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { Database, rowsOf } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { returnDueSoon, returnOverdue, shortfallProposed } from '../materials.events.js';
import { MaterialTransfer } from '../transfers/material-transfer.entity.js';
import { eventOf } from '../transfers/material-transfer.service.js';
import { LoanBook } from './loan-book.service.js';
import type { SettleShortfallInput } from './material-return.input.js';
import { dueSoonDays, isAgreed, overdueEveryDays, refuseNoLoan, refuseShortfall } from './material-return.rules.js';

type DueLoan = Pick<MaterialTransfer, 'id' | 'lotId' | 'requestId' | 'ownerId' | 'receiverId'> & {
  readonly dueOn: string;
};

/** What happens to a loan around its due date: reminders, and a price for what will not come back. */
@Injectable()
export class Shortfalls {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly book: LoanBook,
  ) {}

  /** One of the two names the price of all that is still due; when the other names the same, it is settled. */
  async settle(viewer: EnterpriseViewer, { transferId, fen }: SettleShortfallInput): Promise<MaterialTransfer> {
    await this.db.transaction(async (tx) => {
      const locked = await this.book.transfers.lockAs(tx, viewer, transferId);
      refuse(refuseNoLoan(locked.transfer));
      const { onLoan: quantity, returning } = await this.book.due(tx, transferId);
      refuse(refuseShortfall(quantity, returning));
      const terms = { by: viewer.enterpriseId, quantity, fen };
      const isSettled = isAgreed(locked.transfer, terms);
      await tx.update(MaterialTransfer, transferId, {
        ...{ shortfallBy: terms.by, shortfallQuantity: plain(quantity), shortfallFen: fen },
        shortfallSettledAt: isSettled ? this.clock.now() : null,
      });
      if (isSettled)
        await this.book.post(tx, viewer, locked, 'settle_shortfall', [{ from: 'on_loan', to: 'shortfall', quantity }]);
      else await this.outbox.record(tx, shortfallProposed({ ...eventOf(locked.transfer), proposedBy: terms.by }));
      await this.audit.record(tx, viewer, {
        action: isSettled ? 'material-transfer.settle-shortfall' : 'material-transfer.propose-shortfall',
        subjectType: 'material-transfer',
        subjectId: transferId,
        details: { fen },
      });
    });
    return this.book.transfers.require(viewer, transferId);
  }

  /** Tells of loans that are due soon, once each; safe to repeat. Returns how many. */
  async tellDueSoon(): Promise<number> {
    const today = this.clock.today();
    return this.tell(
      `UPDATE material_transfer SET told_due_soon_at = $1
       WHERE id IN (SELECT id FROM material_transfer WHERE state = 'accepted' AND due_on BETWEEN $2 AND $3
                      AND told_due_soon_at IS NULL
                    ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [this.clock.now(), today, addDays(today, dueSoonDays)],
      returnDueSoon,
    );
  }

  /** Tells of loans that are overdue, and again while they stay so; safe to repeat. Returns how many. */
  async tellOverdue(): Promise<number> {
    const now = this.clock.now();
    return this.tell(
      `UPDATE material_transfer SET told_overdue_at = $1
       WHERE id IN (SELECT id FROM material_transfer WHERE state = 'accepted' AND due_on < $2
                      AND (told_overdue_at IS NULL OR told_overdue_at <= $3)
                    ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [now, this.clock.today(), new Date(now.getTime() - overdueEveryDays * DAY_MS)],
      returnOverdue,
    );
  }

  private async tell(sql: string, parameters: unknown[], event: typeof returnDueSoon): Promise<number> {
    return this.db.transaction(async (tx) => {
      const loans = await rowsOf<DueLoan>(
        tx,
        `${sql} RETURNING id, lot_id AS "lotId", request_id AS "requestId", owner_id AS "ownerId", receiver_id AS "receiverId", due_on::text AS "dueOn"`,
        parameters,
      );
      await this.outbox.recordAll(
        tx,
        loans.map((loan) => event({ ...eventOf(loan), dueOn: loan.dueOn })),
      );
      return loans.length;
    });
  }
}
