import { Injectable } from '@nestjs/common';
import { bulletinMade } from '../../bureau/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { one } from '../inbox/fact.loader.js';
import { Notifications } from '../inbox/notification.service.js';

type BulletinOf = DomainEvent<{ readonly bulletinId: string }>;

interface BulletinFacts {
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly bureauRegionId: string;
}

/** Bureaus are told that a report of theirs is made. */
@Injectable()
export class BulletinNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(bulletinMade, 'notifications.bulletin-made')
  async made({ id, payload: { bulletinId } }: BulletinOf, tx: Tx): Promise<void> {
    const { bureauRegionId, ...params } = await one<BulletinFacts>(
      tx,
      `SELECT p.title, b.first_day::text AS "from", b.last_day::text AS until, u.region_id AS "bureauRegionId"
       FROM bulletin b JOIN bulletin_plan p ON p.id = b.plan_id JOIN bureau u ON u.id = b.bureau_id WHERE b.id = $1`,
      bulletinId,
    );
    await this.notifications.tell(tx, id, [
      {
        kind: 'bulletinMade',
        to: { bureauOf: bureauRegionId },
        link: `/bureau/reports/${bulletinId}`,
        params: { ...params },
      },
    ]);
  }
}
