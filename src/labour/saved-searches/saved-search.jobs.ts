import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { needChanged, needPublished } from '../labour.events.js';
import { SavedSearchAlerts } from './saved-search-alert.service.js';

export const tellSavedSearches = defineJob<object>({
  name: 'labour.tell-saved-searches',
  queue: 'labour',
  everyMs: 60_000,
});

type NeedOf = DomainEvent<{ readonly needId: string }>;

/** A need is found once per search and told once, so every step finds nothing left to do when it runs again. */
@Injectable()
export class SavedSearchJobs {
  constructor(private readonly alerts: SavedSearchAlerts) {}

  @OnEvent(needPublished, 'labour.saved-searches.need-published')
  async onNeedPublished({ payload }: NeedOf, tx: Tx): Promise<void> {
    await this.alerts.find(tx, payload.needId);
  }

  @OnEvent(needChanged, 'labour.saved-searches.need-changed')
  async onNeedChanged({ payload }: NeedOf, tx: Tx): Promise<void> {
    await this.alerts.find(tx, payload.needId);
  }

  @OnJob(tellSavedSearches)
  async tellDue(): Promise<void> {
    while ((await this.alerts.tellDue()) > 0);
  }
}
