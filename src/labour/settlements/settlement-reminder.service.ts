import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { addDays } from '../days.js';
import { remindOnce } from '../reminders/reminder.loader.js';
import { settlementDueSoon, type SettlementEvent, settlementUnissued } from './settlement.events.js';

const columns = `s.id::text AS subject, s.id AS "settlementId", s.agreement_id AS "agreementId", s.host_id AS "hostId",
  s.lender_id AS "lenderId", s.region_id AS "regionId", s.host_pays_by::text AS "dueOn"`;
const dueSoonSql = `SELECT ${columns} FROM settlement s
  WHERE s.state IN ('issued', 'confirmed') AND s.host_paid_fen < s.total_fen AND s.host_pays_by BETWEEN $4 AND $5`;
const unissuedSql = `SELECT ${columns} FROM settlement s WHERE s.state = 'draft' AND s.total_fen > 0 AND s.period_ends_on <= $4`;

interface Due extends SettlementEvent {
  readonly dueOn: string;
}

/** Reminds each side of its step before it is late. */
@Injectable()
export class SettlementReminders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Tells of what the host is to pay within two days, once each. Returns how many. */
  async remindToPay(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const today = this.clock.today();
      const due = await this.due(tx, 'settlement_due', dueSoonSql, [today, addDays(today, 2)]);
      await this.outbox.recordAll(
        tx,
        due.map(({ dueOn, ...of }) => settlementDueSoon({ ...idsOf(of), dueOn })),
      );
      return due.length;
    });
  }

  /** Tells of drafts whose period ended three days ago, once each. Returns how many. */
  async remindToIssue(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await this.due(tx, 'settlement_draft', unissuedSql, [addDays(this.clock.today(), -3)]);
      await this.outbox.recordAll(
        tx,
        due.map((of) => settlementUnissued(idsOf(of))),
      );
      return due.length;
    });
  }

  private due(
    tx: Tx,
    kind: 'settlement_due' | 'settlement_draft',
    sql: string,
    days: readonly string[],
  ): Promise<Due[]> {
    return remindOnce<Due>(tx, kind, this.clock.now(), sql, days);
  }
}

function idsOf({ settlementId, agreementId, hostId, lenderId, regionId }: SettlementEvent): SettlementEvent {
  return { settlementId, agreementId, hostId, lenderId, regionId };
}
