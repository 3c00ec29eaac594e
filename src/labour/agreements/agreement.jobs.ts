import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { AgreementReminders } from './agreement-reminder.service.js';
import { Negotiations } from './negotiation.service.js';
import { Signings } from './signing.service.js';

const everyMs = 60_000;
export const expireNegotiations = defineJob<object>({ name: 'labour.expire-negotiations', queue: 'labour', everyMs });
export const moveAgreements = defineJob<object>({ name: 'labour.move-agreements', queue: 'labour', everyMs });
export const remindToSign = defineJob<object>({ name: 'labour.remind-to-sign', queue: 'labour', everyMs });

/** What time alone changes. Each step moves only what is due and not yet moved, so running twice is harmless. */
@Injectable()
export class AgreementJobs {
  constructor(
    private readonly negotiations: Negotiations,
    private readonly signings: Signings,
    private readonly reminders: AgreementReminders,
  ) {}

  @OnJob(expireNegotiations)
  async expire(): Promise<void> {
    while ((await this.negotiations.expirePast()) > 0);
  }

  @OnJob(moveAgreements)
  async move(): Promise<void> {
    while ((await this.signings.moveWithTime()) > 0);
  }

  @OnJob(remindToSign)
  async remind(): Promise<void> {
    while ((await this.reminders.remindToSign()) > 0);
  }
}
