import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Notification } from '../inbox/notification.entity.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { NotificationDelivery } from './delivery.entity.js';
import { isOnItsWay } from './delivery.rules.js';
import { Deliveries } from './delivery.service.js';
import { deliveryTransitions } from './delivery.states.js';

/** A delivery and what it tells. */
export type TellingDelivery = NotificationDelivery & { readonly kind: NotificationKind };

/** What could not be sent, as operators look after it. */
@Injectable()
export class DeliveryDesk {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly deliveries: Deliveries,
  ) {}

  /** Deliveries that failed for good, newest first. */
  async failed(page: PageArgs): Promise<Page<TellingDelivery>> {
    const query = this.db.reader
      .createQueryBuilder(NotificationDelivery, 'delivery')
      .where(`delivery.state = 'failed'`);
    const { rows, ...place } = await pageOf(query, page);
    return { ...place, rows: await withKinds(this.db.reader, rows) };
  }

  /** Has a failed delivery tried again, with all its attempts and under the same id. One on its way stays as it is. */
  async resend(viewer: OperatorViewer, id: string): Promise<TellingDelivery> {
    return this.db.transaction(async (tx) => {
      const delivery = orRefuse(
        await tx.findOne(NotificationDelivery, { where: { id }, lock: { mode: 'pessimistic_write' } }),
        notFound('input.deliveryId'),
      );
      const [telling] = await withKinds(tx, [delivery]);
      const found = orRefuse(telling, notFound('input.deliveryId'));
      if (isOnItsWay(found.state)) return found;
      refuse(refuseTransition(deliveryTransitions, found.state, 'pending'));
      const change = { state: 'pending', attempts: 0 } as const;
      await tx.update(NotificationDelivery, id, change);
      await this.deliveries.requestJob(tx, found.channel, id);
      await this.audit.record(tx, viewer, {
        action: 'notification.resend',
        subjectType: 'notification_delivery',
        subjectId: id,
        details: { channel: found.channel, kind: found.kind },
      });
      return { ...found, ...change };
    });
  }
}

async function withKinds(tx: EntityManager, rows: readonly NotificationDelivery[]): Promise<TellingDelivery[]> {
  const told = await tx.find(Notification, {
    where: { id: In(rows.map(({ notificationId }) => notificationId)) },
    select: { id: true, kind: true },
  });
  const kinds = new Map(told.map(({ id, kind }) => [id, kind]));
  return rows.flatMap((row) => {
    const kind = kinds.get(row.notificationId);
    return kind === undefined ? [] : [{ ...row, kind }];
  });
}
