import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { system } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookSender } from './webhook-sender.service.js';
import { type DeliveryAttempt, deliverWebhook } from './webhook.events.js';
import { deleteDeliveriesBefore, type DueDelivery, dueDelivery } from './webhook.loader.js';
import { maxAttempts, type Outcome, pauseAfter, retryDelayMs, type Verdict, verdictOf } from './webhook.rules.js';

const keptMs = 30 * DAY_MS;
export const purgeWebhooks = defineJob<object>({
  ...{ name: 'webhooks.purge', queue: 'webhooks', everyMs: 3_600_000 },
});

@Injectable()
export class WebhookJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cipher: PersonalDataCipher,
    private readonly sender: WebhookSender,
    private readonly outbox: Outbox,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
  ) {}

  /**
   * One attempt. No row is locked while the receiver is waited for; a job that runs twice, or again after a crash, may send
   * a message twice under the same webhook-id, and counts it once.
   */
  @OnJob(deliverWebhook)
  async deliver({ deliveryId, attempt }: DeliveryAttempt): Promise<void> {
    const due = await dueDelivery(this.db.reader, deliveryId, attempt);
    if (!due) return;
    if (due.pause !== null && !due.isTest) return this.hold(deliveryId, attempt);
    const { eventId, url, body } = due;
    const outcome = await this.sender.send({ id: eventId, url, body, secrets: this.secretsOf(due) });
    await this.db.transaction((tx) => this.conclude(tx, due.endpointId, { deliveryId, attempt }, outcome));
  }

  /** Messages older than thirty days are deleted, and secrets that sign no more; twice deletes nothing more. */
  @OnJob(purgeWebhooks)
  async purge(): Promise<void> {
    const ended = { formerSecretUntil: LessThanOrEqual(this.clock.now()) };
    const change = { formerSecret: null, formerSecretUntil: null };
    await this.db.transaction((tx) => tx.update(WebhookEndpoint, ended, change));
    const before = this.clock.in(-keptMs);
    while ((await this.db.transaction((tx) => deleteDeliveriesBefore(tx, before))) > 0);
  }

  private secretsOf({ secret, formerSecret, formerSecretUntil }: DueDelivery): string[] {
    const isFormerValid = formerSecretUntil !== null && formerSecretUntil > this.clock.now();
    const valid = [secret, ...(formerSecret !== null && isFormerValid ? [formerSecret] : [])];
    return valid.map((bytes) => this.cipher.decrypt(bytes));
  }

  private async hold(deliveryId: string, attempt: number): Promise<void> {
    await this.db.transaction((tx) =>
      tx.update(WebhookDelivery, { id: deliveryId, state: 'pending', attempts: attempt - 1 }, { state: 'held' }),
    );
  }

  /** Keeps how an attempt ended. The endpoint first, as everybody locks it first; it may be deleted by now. */
  private async conclude(tx: Tx, endpointId: string, { deliveryId, attempt }: DeliveryAttempt, outcome: Outcome) {
    const lock = { mode: 'pessimistic_write' } as const;
    const endpoint = await tx.findOne(WebhookEndpoint, { where: { id: endpointId }, lock });
    const waiting = { id: deliveryId, state: 'pending', attempts: attempt - 1 } as const;
    const delivery = endpoint && (await tx.findOne(WebhookDelivery, { where: waiting, lock }));
    if (!endpoint || !delivery) return;
    const verdict = verdictOf(outcome, attempt, delivery.allowedAttempts);
    await tx.update(WebhookDelivery, deliveryId, {
      ...{ state: verdict.state, attempts: attempt, triedAt: this.clock.now() },
      ...{ status: outcome.status, durationMs: outcome.durationMs, lastError: outcome.error },
    });
    if (verdict.state === 'pending') await this.retry(tx, delivery, attempt);
    await this.noteOn(tx, endpoint, delivery, verdict);
  }

  private async retry(tx: Tx, { id, allowedAttempts }: WebhookDelivery, attempt: number): Promise<void> {
    const tries = attempt - Math.max(0, allowedAttempts - maxAttempts);
    const delayMs = retryDelayMs(tries, Math.random());
    await this.outbox.requestJob(tx, deliverWebhook, { deliveryId: id, attempt: attempt + 1 }, delayMs);
  }

  /** Counts failures in a row, tests apart, and pauses an endpoint that has had too many or is gone. Also tells the screen. */
  private async noteOn(tx: Tx, endpoint: WebhookEndpoint, { id, topic }: WebhookDelivery, verdict: Verdict) {
    const counts = topic !== null && verdict.state !== 'pending';
    const counted = verdict.state === 'failed' ? endpoint.failedInRow + 1 : 0;
    const failedInRow = counts ? counted : endpoint.failedInRow;
    const pause = endpoint.pause === null ? pauseAfter(verdict, failedInRow) : null;
    await tx.update(WebhookEndpoint, endpoint.id, {
      ...{ failedInRow, ...(pause && { pause, pausedAt: this.clock.now() }) },
    });
    if (!pause) return;
    const kind = pause === 'gone' ? 'webhookGone' : 'webhookPaused';
    const to = { ownersOf: endpoint.enterpriseId };
    // No event stands behind it, so it cannot become a webhook itself; the delivery's id makes it once.
    await this.notifications.tell(tx, id, [{ kind, to, link: '/webhooks', params: {} }]);
    await this.audit.record(tx, system, {
      ...{ action: 'webhook.pause', subjectType: 'webhook-endpoint', subjectId: endpoint.id, details: { pause } },
    });
  }
}
