import { Injectable } from '@nestjs/common';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { remindOnce } from '../reminders/reminder.loader.js';
import { type AgreementEvent, signatureDue } from './agreement.events.js';

const dueSql = `SELECT a.id || '/' || a.version AS subject, a.id AS "agreementId", a.host_id AS "hostId", a.lender_id AS "lenderId"
  FROM agreement a WHERE a.state = 'issued' AND a.expires_at > $4 AND a.expires_at <= $5`;

/** Reminds both sides of what they are about to let lapse. */
@Injectable()
export class AgreementReminders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Tells of texts that wait for a signature and lapse within a day, once each. Returns how many. */
  async remindToSign(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const until = [now, this.clock.in(DAY_MS)];
      const due = await remindOnce<Omit<AgreementEvent, 'by'>>(tx, 'agreement_signature', now, dueSql, until);
      const events = due.map(({ agreementId, hostId, lenderId }) =>
        signatureDue({ agreementId, hostId, lenderId, by: null }),
      );
      await this.outbox.recordAll(tx, events);
      return due.length;
    });
  }
}
