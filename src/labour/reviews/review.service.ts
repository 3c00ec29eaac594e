import { Injectable } from '@nestjs/common';
import { Enterprises } from '../../directory/index.js';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Placement } from '../placements/placement.entity.js';
import { authorOf } from './review-action.rules.js';
import { ReviewPublication } from './review-publication.service.js';
import { Review } from './review.entity.js';
import { reviewAppealDecided, reviewAppealed } from './review.events.js';
import type {
  AppealReviewInput,
  DecideReviewAppealInput,
  ReplyToReviewInput,
  ReviewListArgs,
  WriteReviewInput,
} from './review.input.js';
import { type HostScores, scoresOfHosts } from './review.loader.js';
import { type ReviewReader, reviewsFor } from './review.policy.js';
import {
  isSubject,
  kindOf,
  refuseReply,
  refuseReviewTime,
  refuseScores,
  scoresAsked,
  sealedDays,
} from './review.rules.js';

type PartyViewer = WorkerViewer | EnterpriseViewer;

/** Reviews: written, read, answered, appealed. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly enterprises: Enterprises,
    private readonly publication: ReviewPublication,
  ) {}

  /** A party reviews a placement that has ended, once; the same key again answers the same review. */
  async write(viewer: PartyViewer, input: WriteReviewInput): Promise<Review> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'writeReview', input, async () => {
        // Reviews of one placement wait for each other, so that the second sees the first.
        const placement = await tx.findOne(Placement, {
          where: { id: input.placementId },
          lock: { mode: 'pessimistic_write' },
        });
        const author = authorOf(viewer);
        const kind = placement && author && kindOf(placement, author);
        const { workerId, hostId, lenderId, ...ended } = orRefuse(placement, notFound('input.placementId'));
        const side = orRefuse(kind, notFound('input.placementId'));
        const now = this.clock.now();
        refuse(refuseReviewTime(ended, now));
        refuseAll(refuseScores(side, input));
        const scores = Object.fromEntries(scoresAsked[side].map((name) => [name, input[name]]));
        const review = {
          ...{
            id: newId(),
            placementId: ended.id,
            kind: side,
            workerId,
            hostId,
            lenderId,
            ...scores,
            text: input.text,
          },
          ...{ state: 'sealed' as const, createdAt: now, publishAt: this.clock.in(sealedDays * DAY_MS) },
        };
        await tx.insert(Review, { ...review, reply: '', appeal: '', decisionNote: '' });
        const entries = await this.publication.publishAnswered(tx, ended.id);
        await this.audit.record(tx, viewer, {
          ...{ action: 'review.write', subjectType: 'review', subjectId: review.id },
          details: { placementId: ended.id, kind: side },
        });
        for (const entry of entries) await this.audit.record(tx, viewer, entry);
        return review.id;
      }),
    );
    return this.db.reader.findOneByOrFail(Review, { id });
  }

  /** Whom a published review is about replies to it, once. */
  async reply(viewer: PartyViewer, { reviewId, text }: ReplyToReviewInput): Promise<Review> {
    return this.db.transaction(async (tx) => {
      const review = await this.lockAbout(tx, viewer, reviewId);
      refuse(refuseReply(review));
      const change = { reply: text, repliedAt: this.clock.now() };
      await tx.update(Review, reviewId, change);
      await this.audit.record(tx, viewer, { action: 'review.reply', subjectType: 'review', subjectId: reviewId });
      return Object.assign(review, change);
    });
  }

  /** Whom a published review is about asks the bureau to remove it; it is hidden meanwhile. */
  async appeal(viewer: PartyViewer, { reviewId, reason }: AppealReviewInput): Promise<Review> {
    return this.db.transaction(async (tx) => {
      const review = await this.lockAbout(tx, viewer, reviewId);
      const appealed = { appeal: reason, appealedAt: this.clock.now() };
      const entry = await this.publication.move(tx, review, 'appealed', appealed);
      await this.outbox.record(tx, reviewAppealed(eventOf(review)));
      return this.recorded(tx, viewer, review, entry);
    });
  }

  /** The bureau of the host's region decides; NOT_FOUND for others. */
  async decideAppeal(viewer: BureauViewer, { reviewId, decision, note }: DecideReviewAppealInput): Promise<Review> {
    return this.db.transaction(async (tx) => {
      const review = await this.lock(tx, viewer, reviewId);
      const decided = { decisionNote: note, decidedAt: this.clock.now() };
      const entry = await this.publication.move(tx, review, decision, decided);
      await this.outbox.record(tx, reviewAppealDecided({ ...eventOf(review), state: decision }));
      return this.recorded(tx, viewer, review, entry);
    });
  }

  /** Reviews that the viewer may read, newest first. */
  async list(viewer: ReviewReader, args: ReviewListArgs): Promise<Page<Review>> {
    const query = reviewsFor(this.db.reader.createQueryBuilder(Review, 'review').where('TRUE'), viewer);
    if (args.placementId) query.andWhere('review.placementId = :placementId', args);
    if (args.appealed) query.andWhere(`review.state = 'appealed'`);
    return pageOf(query, args);
  }

  /** How a host that the viewer may look up is scored; NOT_FOUND otherwise. */
  async hostScores(viewer: Viewer, enterpriseId: string): Promise<HostScores> {
    await this.enterprises.visible(viewer, enterpriseId, 'enterpriseId');
    return (await this.scoresOf([enterpriseId])).get(enterpriseId) ?? noScores;
  }

  /** By host whose work anyone may see. */
  readonly scoresOf: BatchLoad<HostScores> = async (hostIds) => {
    const found = await scoresOfHosts(this.db.reader, hostIds);
    return new Map(hostIds.map((id) => [id, found.get(id) ?? noScores]));
  };

  private async lock(tx: Tx, viewer: ReviewReader, id: string): Promise<Review> {
    const query = tx.createQueryBuilder(Review, 'review').where('review.id = :id', { id });
    return orRefuse(await reviewsFor(query, viewer).setLock('pessimistic_write').getOne(), notFound('input.reviewId'));
  }

  /** What is not about the viewer, or still sealed, does not exist. */
  private async lockAbout(tx: Tx, viewer: PartyViewer, id: string): Promise<Review> {
    const review = await this.lock(tx, viewer, id);
    const author = authorOf(viewer);
    return orRefuse(author && isSubject(review, author) ? review : undefined, notFound('input.reviewId'));
  }

  private async recorded(tx: Tx, viewer: Viewer, review: Review, entry: AuditEntry): Promise<Review> {
    await this.audit.record(tx, viewer, entry);
    return review;
  }
}

const noScores: HostScores = { paidOnTime: [], termsKept: [], again: [] };

function eventOf({ id: reviewId, placementId, kind, workerId, hostId, lenderId }: Review) {
  return { reviewId, placementId, kind, workerId, hostId, lenderId };
}
