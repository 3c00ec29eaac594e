import { Injectable } from '@nestjs/common';
import {
  transferAccepted,
  transferDelivered,
  transferDisputed,
  transferQuantityOffered,
  transferReleased,
  transferReserved,
} from '../../materials/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofTransfer } from './material.loader.js';
import { type HandedOver, type HandOverSide, partiesOf } from './material.rules.js';

type TransferOf = DomainEvent<HandedOver>;
type ReleaseOf = DomainEvent<HandedOver & { readonly by: HandOverSide | 'expiry' }>;
type AcceptedOf = DomainEvent<HandedOver & { readonly by: HandOverSide }>;

/** Handing over of materials: what one side does is told to the other, what time does to both. */
@Injectable()
export class MaterialTransferNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(transferReserved, 'notifications.material-reserved')
  async reserved(event: TransferOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'materialReserved', ['owner']);
  }

  @OnEvent(transferReleased, 'notifications.material-released')
  async released(event: ReleaseOf, tx: Tx): Promise<void> {
    const { by } = event.payload;
    if (by === 'expiry') await this.tell(tx, event, 'materialHoldExpired', ['owner', 'receiver']);
    else if (by === 'owner') await this.tell(tx, event, 'materialDeclined', ['receiver']);
    else await this.tell(tx, event, 'materialReleased', ['owner']);
  }

  @OnEvent(transferDelivered, 'notifications.material-delivered')
  async delivered(event: TransferOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'materialDelivered', ['receiver']);
  }

  @OnEvent(transferDisputed, 'notifications.material-disputed')
  async disputed(event: TransferOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'materialDisputed', ['owner']);
  }

  @OnEvent(transferQuantityOffered, 'notifications.material-quantity-offered')
  async quantityOffered(event: TransferOf, tx: Tx): Promise<void> {
    await this.tell(tx, event, 'materialQuantityOffered', ['receiver']);
  }

  @OnEvent(transferAccepted, 'notifications.material-accepted')
  async accepted(event: AcceptedOf, tx: Tx): Promise<void> {
    if (event.payload.by === 'receiver') await this.tell(tx, event, 'materialAccepted', ['owner']);
    else await this.tell(tx, event, 'materialClaimAccepted', ['receiver']);
  }

  private async tell(
    tx: Tx,
    { id, payload }: TransferOf,
    kind: NotificationKind,
    sides: readonly HandOverSide[],
  ): Promise<void> {
    const params = await ofTransfer(tx, payload.transferId);
    await this.notifications.tell(tx, id, toEach(partiesOf(payload, sides), kind, params));
  }
}
