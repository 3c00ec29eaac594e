import { Injectable } from '@nestjs/common';
import {
  consentExpired,
  consentGranted,
  consentRefused,
  consentRequested,
  consentWithdrawn,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofConsent } from './market.loader.js';

type ConsentOf = DomainEvent<{ readonly consentId: string }>;

const workerLink = '/my';
const lenderLink = '/lender';

/** The worker is asked, the lender hears the answer, and both hear when time is over. */
@Injectable()
export class ConsentNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(consentRequested, 'notifications.consent-requested')
  async requested({ id, payload }: ConsentOf, tx: Tx): Promise<void> {
    const { workerId, params } = await ofConsent(tx, payload.consentId);
    await this.notifications.tell(tx, id, [{ kind: 'consentRequested', to: { workerId }, link: workerLink, params }]);
  }

  @OnEvent(consentGranted, 'notifications.consent-granted')
  async granted(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentGranted');
  }

  @OnEvent(consentRefused, 'notifications.consent-refused')
  async refused(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentRefused');
  }

  @OnEvent(consentWithdrawn, 'notifications.consent-withdrawn')
  async withdrawn(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentWithdrawn');
  }

  @OnEvent(consentExpired, 'notifications.consent-expired')
  async expired({ id, payload }: ConsentOf, tx: Tx): Promise<void> {
    const { workerId, lenderId, params } = await ofConsent(tx, payload.consentId);
    await this.notifications.tell(tx, id, [
      { kind: 'consentExpired', to: { workerId }, link: workerLink, params },
      { kind: 'consentExpiredOfEmployee', to: { enterpriseId: lenderId }, link: lenderLink, params },
    ]);
  }

  private async tellLender(tx: Tx, { id, payload }: ConsentOf, kind: NotificationKind): Promise<void> {
    const { lenderId, params } = await ofConsent(tx, payload.consentId);
    await this.notifications.tell(tx, id, [{ kind, to: { enterpriseId: lenderId }, link: lenderLink, params }]);
  }
}
