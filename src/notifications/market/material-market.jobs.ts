import { Injectable } from '@nestjs/common';
import {
  lotWithdrawn,
  materialProposalsAdded,
  materialRequestClosed,
  poolArrived,
  poolCommitted,
  poolDissolved,
} from '../../materials/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofLot, ofMaterialRequest, ofPool, otherMembersOf } from './material.loader.js';

type LotOf = DomainEvent<{ readonly lotId: string; readonly enterpriseId: string; readonly state: string }>;
type RequestOf = DomainEvent<{ readonly requestId: string; readonly enterpriseId: string; readonly state: string }>;
type ProposalsOf = DomainEvent<{ readonly requestId: string; readonly enterpriseId: string; readonly added: number }>;
type PoolOf = DomainEvent<{ readonly poolId: string; readonly organiserId: string }>;
type CommittedOf = DomainEvent<PoolOf['payload'] & { readonly by: 'organiser' | 'time' }>;

/** What is on offer, what is found, and what is bought together. */
@Injectable()
export class MaterialMarketNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(materialProposalsAdded, 'notifications.material-proposals-added')
  async proposalsAdded({ id, payload }: ProposalsOf, tx: Tx): Promise<void> {
    const { requestId, enterpriseId, added } = payload;
    const params = { ...(await ofMaterialRequest(tx, requestId)), added };
    const told = { to: { enterpriseId }, link: '/materials/requests' };
    await this.notifications.tell(tx, id, toEach([told], 'materialProposalsAdded', params));
  }

  /** Whoever closed or cancelled a request, or accepted the last that it lacked, knows. */
  @OnEvent(materialRequestClosed, 'notifications.material-request-closed')
  async requestClosed({ id, payload }: RequestOf, tx: Tx): Promise<void> {
    const { requestId, enterpriseId, state } = payload;
    if (state !== 'expired') return;
    const told = { to: { enterpriseId }, link: '/materials/requests' };
    const params = await ofMaterialRequest(tx, requestId);
    await this.notifications.tell(tx, id, toEach([told], 'materialRequestExpired', params));
  }

  @OnEvent(lotWithdrawn, 'notifications.material-lot-withdrawn')
  async lotWithdrawn({ id, payload }: LotOf, tx: Tx): Promise<void> {
    const { lotId, enterpriseId, state } = payload;
    if (state !== 'expired') return;
    const told = { to: { enterpriseId }, link: '/materials/lots' };
    await this.notifications.tell(tx, id, toEach([told], 'materialLotExpired', await ofLot(tx, lotId)));
  }

  /** An organiser who bought before the last day knows. */
  @OnEvent(poolCommitted, 'notifications.pool-committed')
  async committed(event: CommittedOf, tx: Tx): Promise<void> {
    const { by, organiserId } = event.payload;
    await this.tellMembers(tx, event, 'poolCommitted', by === 'time' ? [organiserId] : []);
  }

  @OnEvent(poolDissolved, 'notifications.pool-dissolved')
  async dissolved(event: PoolOf, tx: Tx): Promise<void> {
    await this.tellMembers(tx, event, 'poolDissolved', [event.payload.organiserId]);
  }

  @OnEvent(poolArrived, 'notifications.pool-arrived')
  async arrived(event: PoolOf, tx: Tx): Promise<void> {
    await this.tellMembers(tx, event, 'poolArrived', []);
  }

  private async tellMembers(
    tx: Tx,
    { id, payload: { poolId } }: PoolOf,
    kind: NotificationKind,
    organisers: readonly string[],
  ): Promise<void> {
    const enterpriseIds = [...organisers, ...(await otherMembersOf(tx, poolId))];
    const told = { to: { enterpriseIds }, link: '/materials/pools' };
    await this.notifications.tell(tx, id, toEach([told], kind, await ofPool(tx, poolId)));
  }
}
