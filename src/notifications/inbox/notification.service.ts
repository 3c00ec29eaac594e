import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { sendEmail } from '../email/email.jobs.js';
import { addresseesOf } from './audience.loader.js';
import { Notification } from './notification.entity.js';
import type { NotificationKind } from './notification.messages.js';
import type { Tiding } from './notification.rules.js';

// So frequent that mail would be noise; the app shows them.
const inAppOnly: ReadonlySet<NotificationKind> = new Set([
  ...(['proposalsAdded', 'attendanceToConfirm'] as const),
  ...(['savedSearchMatched', 'savedSearchMatchedMany'] as const),
]);

/** The inbox of every account, and the start of every delivery. */
@Injectable()
export class Notifications {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Tells `tidings` of one event in the caller's transaction: once per event, account and kind, whatever is repeated. */
  async tell(tx: Tx, eventId: string, tidings: readonly Tiding[]): Promise<void> {
    for (const { kind, to, params, link } of tidings) {
      const addressees = await addresseesOf(tx, to);
      const made = await rowsOf<{ id: string; account_id: string }>(
        tx,
        `INSERT INTO notification (id, event_id, account_id, kind, params, link)
         SELECT told.id, $3, told.account_id, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS told (id, account_id)
         ON CONFLICT ON CONSTRAINT notification_once DO NOTHING RETURNING id, account_id`,
        [addressees.map(() => newId()), addressees.map(({ id }) => id), eventId, kind, JSON.stringify(params), link],
      );
      if (!this.config.settings.SMTP_URL || inAppOnly.has(kind)) continue;
      const withEmail = new Set(addressees.flatMap(({ id, email }) => (email === null ? [] : [id])));
      for (const row of made) if (withEmail.has(row.account_id)) await this.requestEmail(tx, row.id);
    }
  }

  async mine(viewer: Viewer, unreadOnly: boolean, page: PageArgs): Promise<Page<Notification>> {
    const query = this.db.reader
      .createQueryBuilder(Notification, 'notification')
      .where('notification.accountId = :id', { id: accountOf(viewer) });
    return pageOf(unreadOnly ? query.andWhere('notification.readAt IS NULL') : query, page);
  }

  async countUnread(viewer: Viewer): Promise<number> {
    return this.db.reader.countBy(Notification, { accountId: accountOf(viewer), readAt: IsNull() });
  }

  /** Marks the viewer's own as read; ids of others change nothing. Returns how many are unread still. */
  async markRead(viewer: Viewer, ids: readonly string[]): Promise<number> {
    await this.db.transaction((tx) =>
      tx.update(
        Notification,
        { id: In([...ids]), accountId: accountOf(viewer), readAt: IsNull() },
        { readAt: this.clock.now() },
      ),
    );
    return this.countUnread(viewer);
  }

  private async requestEmail(tx: Tx, notificationId: string): Promise<void> {
    const deliveryId = newId();
    await tx.query(`INSERT INTO notification_delivery (id, notification_id, channel) VALUES ($1, $2, 'email')`, [
      deliveryId,
      notificationId,
    ]);
    await this.outbox.requestJob(tx, sendEmail, { deliveryId });
  }
}

function accountOf(viewer: Viewer): string {
  return 'accountId' in viewer ? viewer.accountId : '';
}
