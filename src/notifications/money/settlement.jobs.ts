import { Injectable } from '@nestjs/common';
import {
  settlementConfirmed,
  settlementDisputed,
  settlementDueSoon,
  settlementIssued,
  settlementLate,
  settlementPaid,
  settlementUnissued,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Reader, type Tiding, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofSettlement, unpaidWorkersOf, workersOf } from './money.loader.js';

interface Ids {
  readonly settlementId: string;
  readonly hostId: string;
  readonly lenderId: string;
  readonly regionId: string;
}
type SettlementOf = DomainEvent<Ids>;
type DisputeOf = DomainEvent<Ids & { readonly by: 'host' | 'lender' }>;
type LateOf = DomainEvent<
  Ids & { readonly kind: 'host_payment' | 'worker_payment' | 'insurance_proof'; readonly dueOn: string }
>;

const payLink = '/my/pay';

/** Settlements: the two enterprises hear of each other's steps, every worker of their own line. */
@Injectable()
export class SettlementNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(settlementIssued, 'notifications.settlement-issued')
  async issued({ id, payload }: SettlementOf, tx: Tx): Promise<void> {
    const params = await ofSettlement(tx, payload.settlementId);
    const workers = { to: { workerIds: await workersOf(tx, payload.settlementId) }, link: payLink };
    await this.notifications.tell(tx, id, [
      ...toEach([hostOf(payload)], 'settlementIssued', params),
      ...toEach([workers], 'payLineIssued', params),
    ]);
  }

  @OnEvent(settlementConfirmed, 'notifications.settlement-confirmed')
  async confirmed(event: SettlementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'settlementConfirmed', [lenderOf(event.payload)]);
  }

  @OnEvent(settlementDisputed, 'notifications.settlement-disputed')
  async disputed(event: DisputeOf, tx: Tx): Promise<void> {
    const { payload } = event;
    await this.tell(tx, event, 'settlementDisputed', [payload.by === 'host' ? lenderOf(payload) : hostOf(payload)]);
  }

  /** A worker whose pay did not come reads here that it is said to have. */
  @OnEvent(settlementPaid, 'notifications.settlement-paid')
  async paid({ id, payload }: SettlementOf, tx: Tx): Promise<void> {
    const params = await ofSettlement(tx, payload.settlementId);
    const workers = { to: { workerIds: await workersOf(tx, payload.settlementId) }, link: payLink };
    await this.notifications.tell(tx, id, [
      ...toEach([hostOf(payload), lenderOf(payload)], 'settlementPaid', params),
      ...toEach([workers], 'payProven', params),
    ]);
  }

  @OnEvent(settlementLate, 'notifications.settlement-late')
  async late({ id, payload }: LateOf, tx: Tx): Promise<void> {
    const params = { ...(await ofSettlement(tx, payload.settlementId)), dueOn: payload.dueOn };
    const bureau = { to: { bureauOf: payload.regionId }, link: '/bureau/late-payments' };
    await this.notifications.tell(tx, id, [
      ...(await this.lateFor(tx, payload, params)),
      ...toEach([bureau], 'lateInRegion', params),
    ]);
  }

  @OnEvent(settlementDueSoon, 'notifications.settlement-due-soon')
  async dueSoon(event: SettlementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'settlementDueSoon', [hostOf(event.payload)]);
  }

  @OnEvent(settlementUnissued, 'notifications.settlement-unissued')
  async unissued(event: SettlementOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'settlementUnissued', [lenderOf(event.payload)]);
  }

  /** Who of the deal hears of what is late: whoever owes it, and whoever waits for it. */
  private async lateFor(tx: Tx, payload: LateOf['payload'], params: MessageParams): Promise<Tiding[]> {
    switch (payload.kind) {
      case 'host_payment':
        return toEach([hostOf(payload), lenderOf(payload)], 'hostPaymentLate', params);
      case 'worker_payment': {
        const unpaid = { to: { workerIds: await unpaidWorkersOf(tx, payload.settlementId) }, link: payLink };
        return [...toEach([lenderOf(payload)], 'workerPaymentLate', params), ...toEach([unpaid], 'payLate', params)];
      }
      case 'insurance_proof':
        return toEach([lenderOf(payload)], 'insuranceProofLate', params);
    }
  }

  private async tell(
    tx: Tx,
    { id, payload }: SettlementOf,
    kind: NotificationKind,
    readers: readonly Reader[],
  ): Promise<void> {
    await this.notifications.tell(tx, id, toEach(readers, kind, await ofSettlement(tx, payload.settlementId)));
  }
}

const hostOf = ({ settlementId, hostId: enterpriseId }: Ids): Reader => ({
  to: { enterpriseId },
  link: `/settlements/${settlementId}`,
});
const lenderOf = ({ settlementId, lenderId: enterpriseId }: Ids): Reader => ({
  to: { enterpriseId },
  link: `/settlements/${settlementId}`,
});
