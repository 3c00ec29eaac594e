import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { type DeliveryJob, sendPush } from '../deliveries/channels.js';
import { Deliveries, type DueMessage } from '../deliveries/delivery.service.js';
import { digestSubject } from '../digests/digest.rules.js';
import { notificationSubject } from '../inbox/notification.messages.js';
import { dropDevices, type PushTarget, targetsOf } from './push-device.loader.js';
import { type PushMessage, PushProvider } from './push-provider.service.js';
import { type Outcome, PushFault, verdictOf } from './push.rules.js';

@Injectable()
export class PushJobs {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly provider: PushProvider,
  ) {}

  @OnJob(sendPush)
  async send(job: DeliveryJob): Promise<void> {
    await this.deliveries.deliver('push', job, (message, tx) => this.sendToAll(message, tx));
  }

  /** To every device; those that are gone are forgotten. */
  private async sendToAll(message: DueMessage, tx: Tx): Promise<string | undefined> {
    const targets = await targetsOf(tx, message.addressee.accountId);
    const words = wordsOf(message);
    const outcomes = await Promise.all(targets.map((target) => this.sendTo(target, words)));
    const { gone, isSent, fault } = verdictOf(outcomes);
    if (fault) throw fault;
    await dropDevices(tx, gone);
    return isSent ? undefined : 'no device takes it any more';
  }

  private async sendTo(target: PushTarget, words: PushMessage): Promise<Outcome> {
    try {
      await this.provider.send(target, words);
      return { id: target.id, fault: undefined };
    } catch (error) {
      if (error instanceof PushFault) return { id: target.id, fault: error };
      throw error;
    }
  }
}

/** What it is about and no more, for it is shown on locked screens. */
function wordsOf({ id, items, isDigest, addressee: { language } }: DueMessage): PushMessage {
  const [first] = items;
  if (isDigest || !first) return { id, title: digestSubject(items.length, language), link: '/messages' };
  return { id, title: notificationSubject(first.kind, language), link: first.link || '/messages' };
}
