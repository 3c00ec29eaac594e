import { Injectable } from '@nestjs/common';
import {
  agreementConcluded,
  agreementEnded,
  agreementIssued,
  agreementRejected,
  agreementSigned,
  signatureDue,
  termsProposed,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Audience, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofAgreement } from './agreement.loader.js';

type AgreementOf = DomainEvent<{
  readonly agreementId: string;
  readonly hostId: string;
  readonly lenderId: string;
  readonly by: string | null;
}>;

/** What one side does is told to the other; what both or time did, to both. */
@Injectable()
export class AgreementNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(termsProposed, 'notifications.terms-proposed')
  async proposed(event: AgreementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'termsProposed', othersOf(event));
  }

  /** Both are to sign it now. */
  @OnEvent(agreementIssued, 'notifications.agreement-issued')
  async issued(event: AgreementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'agreementIssued', bothOf(event));
  }

  /** The second signature concludes it, which is told by itself. */
  @OnEvent(agreementSigned, 'notifications.agreement-signed')
  async signed(event: AgreementOf, tx: Tx): Promise<void> {
    const { state } = await ofAgreement(tx, event.payload.agreementId);
    if (state === 'issued') await this.tell(tx, event, 'agreementSigned', othersOf(event));
  }

  @OnEvent(agreementConcluded, 'notifications.agreement-concluded')
  async concluded(event: AgreementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'agreementConcluded', bothOf(event));
  }

  @OnEvent(agreementRejected, 'notifications.agreement-rejected')
  async rejected(event: AgreementOf, tx: Tx): Promise<void> {
    const kind = event.payload.by === null ? 'negotiationLapsed' : 'agreementRejected';
    await this.tell(tx, event, kind, othersOf(event));
  }

  @OnEvent(agreementEnded, 'notifications.agreement-ended')
  async ended(event: AgreementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'agreementEnded', bothOf(event));
  }

  /** Only owners may sign. */
  @OnEvent(signatureDue, 'notifications.signature-due')
  async signatureDue(event: AgreementOf, tx: Tx): Promise<void> {
    const { hostId, lenderId } = event.payload;
    await this.tell(tx, event, 'signatureDue', [{ ownersOf: hostId }, { ownersOf: lenderId }]);
  }

  private async tell(
    tx: Tx,
    { id, payload }: AgreementOf,
    kind: NotificationKind,
    audiences: readonly Audience[],
  ): Promise<void> {
    const { params } = await ofAgreement(tx, payload.agreementId);
    const readers = audiences.map((to) => ({ to, link: `/agreements/${payload.agreementId}` }));
    await this.notifications.tell(tx, id, toEach(readers, kind, params));
  }
}

function bothOf({ payload: { hostId, lenderId } }: AgreementOf): Audience[] {
  return [{ enterpriseId: hostId }, { enterpriseId: lenderId }];
}

function othersOf({ payload: { hostId, lenderId, by } }: AgreementOf): Audience[] {
  return [hostId, lenderId].filter((id) => id !== by).map((enterpriseId) => ({ enterpriseId }));
}
