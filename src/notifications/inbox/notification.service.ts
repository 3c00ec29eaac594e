import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Deliveries } from '../deliveries/delivery.service.js';
import { WebhookDispatch } from '../webhooks/webhook-dispatch.service.js';
import { addresseesOf } from './audience.loader.js';
import { Notification } from './notification.entity.js';
import type { Tiding } from './notification.rules.js';

/** The inbox of every account, and the start of every delivery. */
@Injectable()
export class Notifications {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
    private readonly webhooks: WebhookDispatch,
  ) {}

  /** Tells `tidings` of one event in the caller's transaction: once per event, account and kind, whatever is repeated. */
  async tell(tx: Tx, eventId: string, tidings: readonly Tiding[]): Promise<void> {
    for (const { kind, to, params, link } of tidings) {
      const accountIds = await addresseesOf(tx, to);
      const made = await rowsOf<{ id: string; accountId: string }>(
        tx,
        `INSERT INTO notification (id, event_id, account_id, kind, params, link)
         SELECT told.id, $3, told.account_id, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS told (id, account_id)
         ON CONFLICT ON CONSTRAINT notification_once DO NOTHING RETURNING id, account_id AS "accountId"`,
        [accountIds.map(() => newId()), accountIds, eventId, kind, JSON.stringify(params), link],
      );
      await this.deliveries.request(tx, kind, made);
    }
    await this.webhooks.tell(tx, eventId, tidings);
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
}

function accountOf(viewer: Viewer): string {
  return 'accountId' in viewer ? viewer.accountId : '';
}
