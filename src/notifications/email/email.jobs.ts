import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf } from '../../platform/database/database.js';
import type { Language, MessageParams } from '../../platform/i18n/message.js';
import { redactText } from '../../platform/logging/logger.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { type NotificationKind, notificationSubject, notificationText } from '../inbox/notification.messages.js';
import { MailFault } from './mail-fault.rules.js';
import { Mailer } from './mailer.service.js';

export const sendEmail = defineJob<{ readonly deliveryId: string }>({
  name: 'notifications.send-email',
  queue: 'notifications',
  // Twice as long between each: two to four hours in all, longer than a server greylists or is restarted.
  attempts: 16,
});

interface DeliveryRow {
  readonly email: string;
  readonly language: Language;
  readonly kind: NotificationKind;
  readonly params: MessageParams;
  readonly link: string;
}

@Injectable()
export class EmailJobs {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends one mail. The row is locked while it is sent and marked in the same transaction, so two jobs for it cannot both
   * send; a crash between sending and commit repeats the mail under the same Message-ID.
   */
  @OnJob(sendEmail)
  async send({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    try {
      await this.db.transaction(async (tx) => {
        const [delivery] = await rowsOf<DeliveryRow>(
          tx,
          `SELECT a.email, a.language, n.kind, n.params, n.link FROM notification_delivery d
           JOIN notification n ON n.id = d.notification_id JOIN account a ON a.id = n.account_id
           WHERE d.id = $1 AND d.state = 'pending' AND a.email IS NOT NULL FOR UPDATE OF d`,
          [deliveryId],
        );
        if (!delivery) return;
        const { email, language, kind, params, link } = delivery;
        const text = notificationText(kind, params, language);
        await this.mailer.send({
          id: deliveryId,
          to: email,
          subject: notificationSubject(kind, language),
          text: `${text}\n\n${this.config.settings.PUBLIC_URL.replace(/\/$/, '')}${link}\n`,
        });
        await tx.query(
          `UPDATE notification_delivery SET state = 'sent', sent_at = now(), attempts = attempts + 1 WHERE id = $1`,
          [deliveryId],
        );
      });
    } catch (error) {
      if (await this.noteFailure(deliveryId, error)) throw error;
    }
  }

  /** Keeps what went wrong; answers whether it is worth trying again. */
  private async noteFailure(deliveryId: string, error: unknown): Promise<boolean> {
    const isPermanent = error instanceof MailFault && error.isPermanent;
    await this.db.rows(
      `UPDATE notification_delivery SET attempts = attempts + 1, last_error = $2,
              state = CASE WHEN $3 OR attempts + 1 >= $4 THEN 'failed' ELSE 'pending' END
       WHERE id = $1 AND state = 'pending'`,
      [
        deliveryId,
        redactText(error instanceof Error ? error.message : String(error)).slice(0, 500),
        isPermanent,
        sendEmail.attempts,
      ],
    );
    return !isPermanent;
  }
}
