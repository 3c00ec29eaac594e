import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { quietHoursOf } from '../preferences/preference.rules.js';
import { quietDelayMs, sinceMidnightMs } from '../preferences/quiet-hours.rules.js';
import { type Channel, type DeliveryJob, jobOf } from './channels.js';
import { DeliveryFault, readableFault } from './delivery-fault.rules.js';
import {
  type Addressee,
  endDelivery,
  insertDeliveries,
  type Item,
  itemsOf,
  lockPending,
  noteFailure,
  recipientsOf,
} from './delivery.loader.js';
import { type Offered, plansOf, reasonAgainst } from './delivery.rules.js';

/** What is to be sent now, and to whom. */
export interface DueMessage {
  /** Stays the same however often it is sent, so that whoever takes it knows a repeat. */
  readonly id: string;
  readonly addressee: Addressee;
  readonly items: readonly Item[];
  readonly isDigest: boolean;
}

/** Sends a message. Answers why it is not sent, where it cannot ever be; throws what went wrong. */
export type Send = (message: DueMessage, tx: Tx) => Promise<string | undefined>;

/** The way of notifications out of the app: whether, when and how often. How is each channel’s own. */
@Injectable()
export class Deliveries {
  private readonly offered: Offered;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    config: Config,
  ) {
    const { SMTP_URL, SMS_PROVIDER, PUSH_PUBLIC_KEY, MESSAGES_PER_DAY } = config.settings;
    this.offered = {
      ...{ email: SMTP_URL !== '', sms: SMS_PROVIDER !== 'off', push: PUSH_PUBLIC_KEY !== '' },
      ...{ smsTemplates: config.smsTemplates, perDay: MESSAGES_PER_DAY },
    };
  }

  /** Plans how new notifications of a kind go out, in the transaction that made them. */
  async request(
    tx: Tx,
    kind: NotificationKind,
    made: readonly { readonly id: string; readonly accountId: string }[],
  ): Promise<void> {
    if (made.length === 0) return;
    const now = this.clock.now();
    const midnight = this.clock.in(-sinceMidnightMs(now));
    const accountIds = made.map(({ accountId }) => accountId);
    const recipients = await recipientsOf(tx, accountIds, midnight);
    const deliveries = made.flatMap(({ id: notificationId, accountId }) => {
      const recipient = recipients.get(accountId);
      const plans = recipient ? plansOf(kind, recipient, this.offered) : [];
      return plans.map((plan) => ({ ...plan, id: newId(), notificationId, accountId }));
    });
    await insertDeliveries(tx, deliveries, now);
    for (const { id, channel, accountId, state } of deliveries) {
      const quiet = quietHoursOf(recipients.get(accountId)?.preferences ?? { quietFrom: null, quietUntil: null });
      if (state === 'pending') await this.requestJob(tx, channel, id, quietDelayMs(now, quiet));
    }
  }

  /** Asks for the job that sends a pending delivery. */
  async requestJob(tx: Tx, channel: Channel, deliveryId: string, delayMs = 0): Promise<void> {
    await this.outbox.requestJob(tx, jobOf[channel], { deliveryId }, delayMs);
  }

  /**
   * Sends one delivery. The row is locked while it is sent and marked in the same transaction, so two jobs for it cannot
   * both send; a crash between sending and commit repeats the message under the same id. Throws what is worth another try.
   */
  async deliver(channel: Channel, { deliveryId }: DeliveryJob, send: Send): Promise<void> {
    try {
      await this.db.transaction((tx) => this.step(tx, channel, deliveryId, send));
    } catch (error) {
      const isPermanent = error instanceof DeliveryFault && error.isPermanent;
      const { attempts } = jobOf[channel];
      const failure = { fault: readableFault(error), isPermanent, attempts };
      if (await noteFailure(this.db.reader, deliveryId, failure)) throw error;
    }
  }

  private async step(tx: Tx, channel: Channel, id: string, send: Send): Promise<void> {
    const addressee = await lockPending(tx, id, channel);
    if (!addressee) return;
    const now = this.clock.now();
    // A retry, or what was chosen since, may have brought it into the quiet hours.
    const delayMs = quietDelayMs(now, quietHoursOf(addressee.preferences));
    if (delayMs > 0) return this.requestJob(tx, channel, id, delayMs);
    const reason = reasonAgainst(channel, addressee) ?? (await send({ id, addressee, ...(await itemsOf(tx, id)) }, tx));
    await endDelivery(tx, id, reason === undefined ? { sentAt: now } : { reason });
  }
}
