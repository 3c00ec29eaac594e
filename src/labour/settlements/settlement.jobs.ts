import { Injectable } from '@nestjs/common';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { SettlementClosing } from './settlement-closing.service.js';
import { SettlementPreparation } from './settlement-preparation.service.js';
import { SettlementReminders } from './settlement-reminder.service.js';

const everyMs = 3_600_000;
export const draftSettlements = defineJob<object>({ name: 'labour.draft-settlements', queue: 'labour', everyMs });
export const tellLateSettlements = defineJob<object>({
  name: 'labour.tell-late-settlements',
  queue: 'labour',
  everyMs,
});
export const remindOfSettlements = defineJob<object>({
  name: 'labour.remind-of-settlements',
  queue: 'labour',
  everyMs,
});

/** What the end of a period and a due day bring. Each step finds nothing left to do when it runs again. */
@Injectable()
export class SettlementJobs {
  constructor(
    private readonly preparation: SettlementPreparation,
    private readonly closing: SettlementClosing,
    private readonly reminders: SettlementReminders,
  ) {}

  @OnJob(draftSettlements)
  async draft(): Promise<void> {
    await this.preparation.draftPast();
  }

  @OnJob(tellLateSettlements)
  async tellLate(): Promise<void> {
    while ((await this.closing.tellLate()) > 0);
  }

  @OnJob(remindOfSettlements)
  async remind(): Promise<void> {
    while ((await this.reminders.remindToPay()) > 0);
    while ((await this.reminders.remindToIssue()) > 0);
  }
}
