import { Injectable } from '@nestjs/common';
import {
  extensionAgreed,
  extensionEnded,
  extensionProposed,
  returnEffective,
  returnEnded,
  returnObjected,
  returnRequested,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { type Deal, readersOf, type Side, sidesBut, toEach } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofExtension, ofReturn } from './life.loader.js';

type ReturnOf = DomainEvent<Deal & { readonly returnId: string; readonly requestedBy: Side }>;
type ObjectedOf = DomainEvent<Deal & { readonly returnId: string; readonly regionId: string }>;
type EndedReturnOf = DomainEvent<Deal & { readonly returnId: string; readonly by: Side | null }>;
type ExtensionOf = DomainEvent<Deal & { readonly extensionId: string }>;
type EndedExtensionOf = DomainEvent<Deal & { readonly extensionId: string; readonly by: Side | null }>;

/** Earlier and later ends of placements: whoever is asked hears of it, and all of what came of it. */
@Injectable()
export class ChangeNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  /** One that took effect at once is told as that; one after notice asks nobody. */
  @OnEvent(returnRequested, 'notifications.return-requested')
  async returnRequested({ id, payload }: ReturnOf, tx: Tx): Promise<void> {
    const { state, ...params } = await ofReturn(tx, payload.returnId);
    if (state === 'effective') return;
    const kind = state === 'due' ? 'returnNoticed' : 'returnRequested';
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sidesBut(payload.requestedBy)), kind, params));
  }

  @OnEvent(returnEffective, 'notifications.return-effective')
  async returnEffective(event: ReturnOf, tx: Tx): Promise<void> {
    await this.tellReturn(tx, event, 'returnEffective', sidesBut(null));
  }

  @OnEvent(returnEnded, 'notifications.return-ended')
  async returnEnded(event: EndedReturnOf, tx: Tx): Promise<void> {
    await this.tellReturn(tx, event, 'returnEnded', sidesBut(event.payload.by));
  }

  @OnEvent(returnObjected, 'notifications.return-objected')
  async returnObjected({ id, payload }: ObjectedOf, tx: Tx): Promise<void> {
    const params = await ofReturn(tx, payload.returnId);
    const bureau = { to: { bureauOf: payload.regionId }, link: '/bureau/desk?tab=returns' };
    const readers = [bureau, ...readersOf(payload, sidesBut('worker'))];
    await this.notifications.tell(tx, id, toEach(readers, 'returnObjected', params));
  }

  @OnEvent(extensionProposed, 'notifications.extension-proposed')
  async extensionProposed(event: ExtensionOf, tx: Tx): Promise<void> {
    const { by } = await ofExtension(tx, event.payload.extensionId);
    await this.tellExtension(tx, event, 'extensionProposed', sidesBut(by));
  }

  @OnEvent(extensionAgreed, 'notifications.extension-agreed')
  async extensionAgreed(event: ExtensionOf, tx: Tx): Promise<void> {
    await this.tellExtension(tx, event, 'extensionAgreed', sidesBut(null));
  }

  @OnEvent(extensionEnded, 'notifications.extension-ended')
  async extensionEnded(event: EndedExtensionOf, tx: Tx): Promise<void> {
    await this.tellExtension(tx, event, 'extensionEnded', sidesBut(event.payload.by));
  }

  private async tellReturn(
    tx: Tx,
    { id, payload }: DomainEvent<Deal & { readonly returnId: string }>,
    kind: NotificationKind,
    sides: readonly Side[],
  ): Promise<void> {
    const params = await ofReturn(tx, payload.returnId);
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sides), kind, params));
  }

  private async tellExtension(
    tx: Tx,
    { id, payload }: ExtensionOf,
    kind: NotificationKind,
    sides: readonly Side[],
  ): Promise<void> {
    const params = await ofExtension(tx, payload.extensionId);
    await this.notifications.tell(tx, id, toEach(readersOf(payload, sides), kind, params));
  }
}
