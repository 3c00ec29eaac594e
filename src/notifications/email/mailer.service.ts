import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../../platform/config/config.js';
import { MailFault } from './mail-fault.rules.js';

const timeoutMs = 15_000;

export interface Mail {
  /** Stays the same when a mail is sent again, so that mail servers and readers know it is the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer }[];
}

/** E-mail through the SMTP server of the configuration; plain text, so there is nothing to inject markup into. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: Config) {
    const { SMTP_URL } = config.settings;
    this.transport = SMTP_URL
      ? createTransport({
          url: SMTP_URL,
          connectionTimeout: timeoutMs,
          greetingTimeout: timeoutMs,
          socketTimeout: timeoutMs,
        })
      : undefined;
  }

  /** Whether there is a mail server. */
  get isSet(): boolean {
    return this.transport !== undefined;
  }

  /** Throws MailFault with what the SMTP server says when it does not take the mail. */
  async send({ id, to, subject, text, attachments = [] }: Mail): Promise<void> {
    if (!this.transport) throw new Error('SMTP_URL is not set');
    const host = new URL(this.config.settings.PUBLIC_URL).hostname;
    // An object, not a header line: an address cannot bring headers of its own.
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${host}>`,
        from: this.config.settings.MAIL_FROM,
        to: { name: '', address: to },
        subject,
        text,
        attachments: [...attachments],
      });
    } catch (error) {
      throw MailFault.of(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
