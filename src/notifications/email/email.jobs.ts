import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { type DeliveryJob, sendEmail } from '../deliveries/channels.js';
import { Deliveries, type DueMessage } from '../deliveries/delivery.service.js';
import { digestSubject, digestText } from '../digests/digest.rules.js';
import { notificationSubject, notificationText } from '../inbox/notification.messages.js';
import { Mailer } from './mailer.service.js';

@Injectable()
export class EmailJobs {
  private readonly root: string;

  constructor(
    config: Config,
    private readonly deliveries: Deliveries,
    private readonly mailer: Mailer,
  ) {
    this.root = config.settings.PUBLIC_URL.replace(/\/$/, '');
  }

  @OnJob(sendEmail)
  async send(job: DeliveryJob): Promise<void> {
    await this.deliveries.deliver('email', job, async (message) => {
      const { id, addressee } = message;
      await this.mailer.send({ id, to: addressee.email ?? '', ...this.wordsOf(message) });
      return undefined;
    });
  }

  private wordsOf({ items, isDigest, addressee: { language } }: DueMessage): { subject: string; text: string } {
    const [first] = items;
    if (isDigest || !first)
      return { subject: digestSubject(items.length, language), text: digestText(items, language, this.root) };
    const text = notificationText(first.kind, first.params, language);
    return { subject: notificationSubject(first.kind, language), text: `${text}\n\n${this.root}${first.link}\n` };
  }
}
