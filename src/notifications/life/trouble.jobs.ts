import { Injectable } from '@nestjs/common';
import {
  injuryDueSoon,
  injuryOverdue,
  injuryReported,
  lenderLost,
  noShowReported,
  penaltyAppealed,
  penaltyDecided,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Deal, placementLinks, readersOf, type Side, sidesBut, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { employedUntilLoss, hostsOfLoss, ofInjury, ofLoss, ofPenalty } from './life.loader.js';

type NoShowOf = DomainEvent<Deal & { readonly penaltyId: string }>;
type AppealOf = DomainEvent<{ readonly penaltyId: string; readonly regionId: string }>;
type DecisionOf = DomainEvent<{
  readonly penaltyId: string;
  readonly workerId: string | null;
  readonly enterpriseId: string | null;
  readonly state: 'upheld' | 'lifted';
}>;
type InjuryOf = DomainEvent<Deal & { readonly injuryId: string; readonly regionId: string }>;

/** No-shows, accidents and employers that are gone. */
@Injectable()
export class TroubleNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  /** The worker reads until when they may appeal; the host reported it and knows. */
  @OnEvent(noShowReported, 'notifications.no-show-reported')
  async noShow({ id, payload }: NoShowOf, tx: Tx): Promise<void> {
    const params = await ofPenalty(tx, payload.penaltyId);
    await this.notifications.tell(tx, id, [
      ...toEach(readersOf(payload, ['worker']), 'noShowReported', params),
      ...toEach(readersOf(payload, ['lender']), 'employeeNoShow', params),
    ]);
  }

  @OnEvent(penaltyAppealed, 'notifications.penalty-appealed')
  async penaltyAppealed({ id, payload }: AppealOf, tx: Tx): Promise<void> {
    const params = await ofPenalty(tx, payload.penaltyId);
    const bureau = { to: { bureauOf: payload.regionId }, link: '/bureau/desk?tab=penalties' };
    await this.notifications.tell(tx, id, toEach([bureau], 'penaltyAppealed', params));
  }

  @OnEvent(penaltyDecided, 'notifications.penalty-decided')
  async penaltyDecided({ id, payload }: DecisionOf, tx: Tx): Promise<void> {
    const { penaltyId, workerId, enterpriseId, state } = payload;
    const readers = [
      { to: { workerId }, link: placementLinks.worker },
      { to: { enterpriseId }, link: placementLinks.host },
    ];
    const kind = state === 'upheld' ? 'penaltyUpheld' : 'penaltyLifted';
    await this.notifications.tell(tx, id, toEach(readers, kind, await ofPenalty(tx, penaltyId)));
  }

  @OnEvent(injuryReported, 'notifications.injury-reported')
  async injuryReported(event: InjuryOf, tx: Tx): Promise<void> {
    const { by } = await ofInjury(tx, event.payload.injuryId);
    await this.tellInjury(tx, event, 'injuryReported', sidesBut(by));
  }

  @OnEvent(injuryDueSoon, 'notifications.injury-due-soon')
  async injuryDueSoon(event: InjuryOf, tx: Tx): Promise<void> {
    await this.tellInjury(tx, event, 'injuryDueSoon', sidesBut(null));
  }

  /** From here on the worker may file, and the bureau is to know. */
  @OnEvent(injuryOverdue, 'notifications.injury-overdue')
  async injuryOverdue(event: InjuryOf, tx: Tx): Promise<void> {
    await this.tellInjury(tx, event, 'injuryOverdue', sidesBut(null));
    const bureau = { to: { bureauOf: event.payload.regionId }, link: '/bureau/desk?tab=injuries' };
    const params = await ofInjury(tx, event.payload.injuryId);
    await this.notifications.tell(tx, event.id, toEach([bureau], 'injuryOverdueInRegion', params));
  }

  @OnEvent(lenderLost, 'notifications.lender-lost')
  async lenderLost({ id, payload }: DomainEvent<{ readonly enterpriseId: string }>, tx: Tx): Promise<void> {
    const { enterpriseId } = payload;
    const params = await ofLoss(tx, enterpriseId);
    const workerIds = await employedUntilLoss(tx, enterpriseId);
    const enterpriseIds = await hostsOfLoss(tx, enterpriseId);
    await this.notifications.tell(tx, id, [
      { kind: 'lenderLost', to: { enterpriseId }, link: '/lender', params },
      { kind: 'employerLost', to: { workerIds }, link: '/my', params },
      { kind: 'partnerLost', to: { enterpriseIds }, link: placementLinks.host, params },
    ]);
  }

  private async tellInjury(
    tx: Tx,
    { id, payload }: InjuryOf,
    kind: NotificationKind,
    sides: readonly Side[],
  ): Promise<void> {
    const params = await ofInjury(tx, payload.injuryId);
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sides), kind, params));
  }
}
