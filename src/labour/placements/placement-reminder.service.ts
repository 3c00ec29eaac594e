import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { addDays } from '../days.js';
import { type PlacementParties, termsUnconfirmed } from '../life.events.js';
import { remindOnce } from '../reminders/reminder.loader.js';

const dueSql = `SELECT p.id::text AS subject, p.id AS "placementId", p.worker_id AS "workerId", p.host_id AS "hostId",
    p.lender_id AS "lenderId"
  FROM placement p WHERE p.kind = 'loan' AND p.state = 'planned' AND p.terms_confirmed_at IS NULL
    AND p.starts_on BETWEEN $4 AND $5`;

/** Reminds a worker of what must be done before a loan can begin (R7). */
@Injectable()
export class PlacementReminders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Tells of loans that begin tomorrow and whose terms are not confirmed, once each. Returns how many. */
  async remindOfTerms(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const today = this.clock.today();
      const days = [today, addDays(today, 1)];
      const due = await remindOnce<PlacementParties>(tx, 'placement_terms', this.clock.now(), dueSql, days);
      const events = due.map(({ placementId, workerId, hostId, lenderId }) =>
        termsUnconfirmed({ placementId, workerId, hostId, lenderId }),
      );
      await this.outbox.recordAll(tx, events);
      return due.length;
    });
  }
}
