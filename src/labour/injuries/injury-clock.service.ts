import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { system } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { injuryDueSoon, injuryOverdue } from '../life.events.js';
import { Injury } from './injury.entity.js';
import { dueSoonUpTo, overdueUpTo } from './injury.rules.js';
import { eventOf } from './injury.service.js';

/** R14: reminds of injuries that nobody has filed for, once on day 20 and once on day 31. */
@Injectable()
export class InjuryClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Marks what is due soon; each injury once, so repeating is harmless. Returns how many. */
  async markDueSoon(): Promise<number> {
    return this.mark('dueSoonAt', dueSoonUpTo(this.clock.today()));
  }

  /** Marks what is overdue; each injury once, so repeating is harmless. Returns how many. */
  async markOverdue(): Promise<number> {
    return this.mark('overdueAt', overdueUpTo(this.clock.today()));
  }

  private async mark(column: 'dueSoonAt' | 'overdueAt', upTo: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await tx
        .createQueryBuilder(Injury, 'injury')
        .where(`injury.state IN ('reported', 'lender_notified') AND injury.occurredOn <= :upTo`, { upTo })
        .andWhere(`injury.${column} IS NULL`)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(100)
        .getMany();
      const event = column === 'dueSoonAt' ? injuryDueSoon : injuryOverdue;
      await this.outbox.recordAll(
        tx,
        due.map((injury) => event(eventOf(injury))),
      );
      for (const { id } of due) {
        await tx.update(Injury, id, { [column]: this.clock.now() });
        const action = column === 'dueSoonAt' ? 'injury.due-soon' : 'injury.overdue';
        await this.audit.record(tx, system, { action, subjectType: 'injury', subjectId: id });
      }
      return due.length;
    });
  }
}
