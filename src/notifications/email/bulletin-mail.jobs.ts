import { Injectable } from '@nestjs/common';
import { bulletinMailAsked, BulletinMails, type BulletinToMail, type MailOutcome } from '../../bureau/index.js';
import type { Tx } from '../../platform/database/database.js';
import { render } from '../../platform/i18n/message.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { bulletinMailWords } from '../market/bulletin.messages.js';
import { MailFault } from './mail-fault.rules.js';
import { Mailer } from './mailer.service.js';

interface MailOf {
  readonly mailId: string;
}

// As many as an edition's mail is tried; see BulletinMails.
export const mailBulletin = defineJob<MailOf>({
  ...{ name: 'notifications.mail-bulletin', queue: 'notifications', attempts: 16 },
});

/** Editions of reports to addresses: PDF and XLSX attached. */
@Injectable()
export class BulletinMailJobs {
  constructor(
    private readonly outbox: Outbox,
    private readonly mails: BulletinMails,
    private readonly mailer: Mailer,
  ) {}

  @OnEvent(bulletinMailAsked, 'notifications.mail-bulletin')
  async asked({ payload: { mailId } }: DomainEvent<MailOf>, tx: Tx): Promise<void> {
    await this.outbox.requestJob(tx, mailBulletin, { mailId });
  }

  /** Safe twice: one that is sent waits no more. A crash between sending and commit repeats the mail under the same id. */
  @OnJob(mailBulletin)
  async send({ mailId }: MailOf): Promise<void> {
    const isWorthMore = await this.mails.deliver(mailId, (mail) => this.hand(mailId, mail));
    if (isWorthMore) throw new Error('the mail server did not take a report');
  }

  private async hand(id: string, mail: BulletinToMail): Promise<MailOutcome> {
    if (!this.mailer.isSet) return { fault: 'SMTP_URL is not set', isPermanent: true };
    const { title, language, firstDay: from, lastDay: until, version, summary, files } = mail;
    const params = { title, from, until, version, summary: summary.map((line) => `· ${line}`).join('\n') };
    try {
      await this.mailer.send({
        ...{ id, to: mail.address },
        subject: render(bulletinMailWords.subject, language, params),
        text: render(bulletinMailWords.body, language, params),
        attachments: files.map(({ format, bytes }) => ({ filename: `${until}-v${version}.${format}`, content: bytes })),
      });
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      return { fault: error.message, isPermanent: error.isPermanent };
    }
  }
}
