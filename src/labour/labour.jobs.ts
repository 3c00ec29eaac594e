import { Injectable } from '@nestjs/common';
import { defineJob } from '../platform/queue/job.js';
import { OnJob } from '../platform/queue/handlers.js';
import { Needs } from './needs/need.service.js';
import { OfferAnswers } from './offers/offer-answer.service.js';
import { PlacementReminders } from './placements/placement-reminder.service.js';
import { Placements } from './placements/placement.service.js';

const everyMs = 60_000;
export const expireOffers = defineJob<object>({ name: 'labour.expire-offers', queue: 'labour', everyMs });
export const expireNeeds = defineJob<object>({ name: 'labour.expire-needs', queue: 'labour', everyMs });
export const completePlacements = defineJob<object>({ name: 'labour.complete-placements', queue: 'labour', everyMs });
export const remindOfTerms = defineJob<object>({ name: 'labour.remind-of-terms', queue: 'labour', everyMs });

/** What time alone changes. Each step moves only what is due and not yet moved, so running twice is harmless. */
@Injectable()
export class LabourJobs {
  constructor(
    private readonly offers: OfferAnswers,
    private readonly needs: Needs,
    private readonly placements: Placements,
    private readonly reminders: PlacementReminders,
  ) {}

  @OnJob(expireOffers)
  async expireOffers(): Promise<void> {
    await untilNone(() => this.offers.expirePast());
  }

  @OnJob(expireNeeds)
  async expireNeeds(): Promise<void> {
    await untilNone(() => this.needs.expirePast());
  }

  @OnJob(completePlacements)
  async completePlacements(): Promise<void> {
    await untilNone(() => this.placements.completePast());
  }

  @OnJob(remindOfTerms)
  async remindOfTerms(): Promise<void> {
    await untilNone(() => this.reminders.remindOfTerms());
  }
}

/** Repeats a batch until it finds nothing more to do. */
async function untilNone(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) > 0);
}
