import type { Logger } from 'pino';
import { maskedNumber } from './sms-fault.rules.js';
import { type Sms, SmsProvider } from './sms-provider.js';

/** Writes a line in place of an SMS. */
export class LogSms extends SmsProvider {
  constructor(private readonly logger: Logger) {
    super();
  }

  send({ id, to, templateId, params }: Sms): Promise<void> {
    this.logger.info({ delivery: id, to: maskedNumber(to), templateId, blanks: Object.keys(params) }, 'SMS');
    return Promise.resolve();
  }
}
