import { Injectable } from '@nestjs/common';
import {
  enterpriseRejected,
  enterpriseSuspended,
  enterpriseVerified,
  sanctionImported,
  sanctionLifted,
} from '../../directory/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { Notifications } from '../inbox/notification.service.js';
import { noteOfEnterprise, ofSanction } from './register.loader.js';

type EnterpriseOf = DomainEvent<{ readonly enterpriseId: string }>;
type SanctionOf = DomainEvent<{ readonly sanctionId: string; readonly enterpriseId: string }>;

/** What bureaus decide about an enterprise, told to its members. */
@Injectable()
export class RegisterNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(enterpriseVerified, 'notifications.enterprise-verified')
  async verified(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellDecision(tx, event, 'enterpriseVerified');
  }

  @OnEvent(enterpriseRejected, 'notifications.enterprise-rejected')
  async rejected(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellDecision(tx, event, 'enterpriseRejected');
  }

  @OnEvent(enterpriseSuspended, 'notifications.enterprise-suspended')
  async suspended(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellDecision(tx, event, 'enterpriseSuspended');
  }

  @OnEvent(sanctionImported, 'notifications.sanction-imported')
  async sanctioned(event: SanctionOf, tx: Tx): Promise<void> {
    await this.tellSanction(tx, event, 'sanctionImported');
  }

  @OnEvent(sanctionLifted, 'notifications.sanction-lifted')
  async lifted(event: SanctionOf, tx: Tx): Promise<void> {
    await this.tellSanction(tx, event, 'sanctionLifted');
  }

  private async tellDecision(tx: Tx, { id, payload }: EnterpriseOf, kind: NotificationKind): Promise<void> {
    const { enterpriseId } = payload;
    const params = await noteOfEnterprise(tx, enterpriseId);
    await this.notifications.tell(tx, id, [{ kind, to: { enterpriseId }, link: '/account', params }]);
  }

  private async tellSanction(tx: Tx, { id, payload }: SanctionOf, kind: NotificationKind): Promise<void> {
    const { sanctionId, enterpriseId } = payload;
    const params = await ofSanction(tx, sanctionId);
    await this.notifications.tell(tx, id, [{ kind, to: { enterpriseId }, link: '/account', params }]);
  }
}
