import { Injectable } from '@nestjs/common';
import { Workers } from '../../directory/index.js';
import { Clock, type LocalDate } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { availabilityChanged } from '../availability/availability.events.js';
import { consentExpired } from '../consents/consent.events.js';
import { offerLapsed } from '../labour.events.js';
import { type EarlyEnd, PlacementLives } from '../placements/placement-life.service.js';
import { endConsents, endContracts, lapseLoanOffers, openLoans, withdrawSupply } from './employment-end.loader.js';

interface ContractEnd {
  readonly on: LocalDate;
  /** As the employer or the bureau states it. */
  readonly reason: string;
  /** Why the loans stop. */
  readonly why: EarlyEnd['reason'];
}

/** Lets workers go from an employer: what it lent, offered or asked of them ends, in the transaction of the caller. */
@Injectable()
export class EmploymentReleases {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly workers: Workers,
    private readonly lives: PlacementLives,
  ) {}

  /** Returns how many loans stopped. The worker leaves first, so that an ended loan has no lender to return to. */
  async release(tx: Tx, enterpriseId: string, workerIds: readonly string[], end: ContractEnd): Promise<number> {
    const now = this.clock.now();
    await this.workers.leaveEmployer(tx, workerIds, enterpriseId);
    await endContracts(tx, enterpriseId, workerIds, end);
    const loans = await openLoans(tx, enterpriseId, workerIds);
    for (const id of loans)
      await this.lives.endEarly(tx, await this.lives.lockById(tx, id), { on: end.on, reason: end.why });
    const offers = await lapseLoanOffers(tx, enterpriseId, workerIds, now);
    const consents = await endConsents(tx, enterpriseId, workerIds, now);
    const withdrawn = await withdrawSupply(tx, enterpriseId, workerIds, now);
    await this.outbox.recordAll(tx, [
      ...offers.map((offer) => offerLapsed({ ...offer, state: 'expired' })),
      ...consents.map(({ id: consentId, workerId }) => consentExpired({ consentId, workerId })),
      ...withdrawn.map((of) => availabilityChanged(of)),
    ]);
    return loans.length;
  }
}
