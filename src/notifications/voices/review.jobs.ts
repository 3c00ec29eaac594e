import { Injectable } from '@nestjs/common';
import { reviewAppealDecided, reviewAppealed, reviewPublished } from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { ofPlacement } from '../inbox/fact.loader.js';
import { type Deal, readersOf, type Side, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { regionOfEnterprise } from './voice.loader.js';

type Kind = 'host_of_worker' | 'worker_of_host' | 'lender_of_host';
type ReviewOf = DomainEvent<Deal & { readonly placementId: string; readonly kind: Kind }>;
type DecidedOf = DomainEvent<
  Deal & { readonly placementId: string; readonly kind: Kind; readonly state: 'upheld' | 'removed' }
>;

const sidesOf: Readonly<Record<Kind, { readonly author: Side; readonly subject: Side }>> = {
  host_of_worker: { author: 'host', subject: 'worker' },
  worker_of_host: { author: 'worker', subject: 'host' },
  lender_of_host: { author: 'lender', subject: 'host' },
};

/** Whom a review is about hears of it; of a decision also who wrote it. */
@Injectable()
export class ReviewNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(reviewPublished, 'notifications.review-published')
  async published({ id, payload }: ReviewOf, tx: Tx): Promise<void> {
    const readers = readersOf(payload, [sidesOf[payload.kind].subject]);
    const params = await ofPlacement(tx, payload.placementId);
    await this.notifications.tell(tx, id, toEach(readers, 'reviewPublished', params));
  }

  /** The bureau of the host's region decides. */
  @OnEvent(reviewAppealed, 'notifications.review-appealed')
  async appealed({ id, payload }: ReviewOf, tx: Tx): Promise<void> {
    const { regionId } = await regionOfEnterprise(tx, payload.hostId);
    const bureau = { to: { bureauOf: regionId }, link: '/bureau/desk?tab=reviews' };
    const params = await ofPlacement(tx, payload.placementId);
    await this.notifications.tell(tx, id, toEach([bureau], 'reviewAppealed', params));
  }

  @OnEvent(reviewAppealDecided, 'notifications.review-appeal-decided')
  async decided({ id, payload }: DecidedOf, tx: Tx): Promise<void> {
    const { author, subject } = sidesOf[payload.kind];
    const kind = payload.state === 'upheld' ? 'reviewUpheld' : 'reviewRemoved';
    const params = await ofPlacement(tx, payload.placementId);
    await this.notifications.tell(tx, id, toEach(readersOf(payload, [subject, author]), kind, params));
  }
}
