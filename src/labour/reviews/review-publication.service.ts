import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { workerChanged, Workers } from '../../directory/index.js';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import { system } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse, refuseTransition } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Review } from './review.entity.js';
import { reviewPublished } from './review.events.js';
import { isAnswered, ratingOf } from './review.rules.js';
import { publicStates, type ReviewState, reviewTransitions } from './review.states.js';

/** Unsealing reviews, and what a worker's published reviews make of their rating. */
@Injectable()
export class ReviewPublication {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly workers: Workers,
  ) {}

  /** Publishes what has waited long enough; safe to repeat. Returns how many. */
  async publishDue(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await tx
        .createQueryBuilder(Review, 'review')
        .where(`review.state = 'sealed' AND review.publishAt <= :now`, { now: this.clock.now() })
        .orderBy('review.workerId')
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(200)
        .getMany();
      const entries: AuditEntry[] = [];
      for (const review of due) entries.push(await this.publish(tx, review));
      for (const entry of entries) await this.audit.record(tx, system, entry);
      return due.length;
    });
  }

  /**
   * Publishes the reviews of a placement that wait for nobody any more, in the caller's transaction, who holds the lock of
   * the placement and writes the entries that it answers last.
   */
  async publishAnswered(tx: Tx, placementId: string): Promise<AuditEntry[]> {
    const reviews = await tx.find(Review, { where: { placementId }, lock: { mode: 'pessimistic_write' } });
    const present = new Set(reviews.map(({ kind }) => kind));
    const entries: AuditEntry[] = [];
    for (const review of reviews) {
      if (review.state === 'sealed' && isAnswered(review.kind, present)) entries.push(await this.publish(tx, review));
    }
    return entries;
  }

  /** Moves a review, and with it the rating of the worker whom it is about. The caller writes the entry last. */
  async move(tx: Tx, review: Review, state: ReviewState, change: Partial<Review>): Promise<AuditEntry> {
    refuse(refuseTransition(reviewTransitions, review.state, state));
    await tx.update(Review, review.id, { ...change, state });
    Object.assign(review, change, { state });
    if (review.kind === 'host_of_worker') await this.rate(tx, review.workerId);
    return { action: `review.${state}`, subjectType: 'review', subjectId: review.id };
  }

  private async publish(tx: Tx, review: Review): Promise<AuditEntry> {
    const entry = await this.move(tx, review, 'published', { publishedAt: this.clock.now() });
    const { id: reviewId, placementId, kind, workerId, hostId, lenderId } = review;
    await this.outbox.record(tx, reviewPublished({ reviewId, placementId, kind, workerId, hostId, lenderId }));
    return entry;
  }

  private async rate(tx: Tx, workerId: string): Promise<void> {
    // Two reviews of one worker at once would each count without the other.
    await this.workers.lock(tx, workerId);
    const counted = await tx.findBy(Review, { workerId, kind: 'host_of_worker', state: In([...publicStates]) });
    const hasChanged = await this.workers.setRating(tx, workerId, ratingOf(counted));
    if (hasChanged) await this.outbox.record(tx, workerChanged({ workerId }));
  }
}
