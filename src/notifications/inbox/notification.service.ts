import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { sendEmail } from '../email/email.jobs.js';
import { Notification } from './notification.entity.js';
import type { NotificationKind } from './notification.messages.js';
import type { Audience } from './notification.rules.js';

export interface Tiding {
  readonly kind: NotificationKind;
  readonly to: Audience;
  readonly params: MessageParams;
}

// So frequent that mail would be noise; the app shows them.
const inAppOnly: ReadonlySet<NotificationKind> = new Set(['proposalsAdded']);

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
    for (const { kind, to, params } of tidings) {
      const column = 'workerId' in to ? 'worker_id' : 'enterprise_id';
      const accounts = await rowsOf<{ id: string; email: string | null }>(
        tx,
        `SELECT id, email FROM account WHERE ${column} = $1 AND disabled_at IS NULL`,
        ['workerId' in to ? to.workerId : to.enterpriseId],
      );
      for (const { id: accountId, email } of accounts) {
        const [made] = await rowsOf<{ id: string }>(
          tx,
          `INSERT INTO notification (id, event_id, account_id, kind, params) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT ON CONSTRAINT notification_once DO NOTHING RETURNING id`,
          [newId(), eventId, accountId, kind, JSON.stringify(params)],
        );
        if (made && email && this.config.settings.SMTP_URL && !inAppOnly.has(kind))
          await this.requestEmail(tx, made.id);
      }
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
