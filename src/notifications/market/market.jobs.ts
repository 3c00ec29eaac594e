import { Injectable } from '@nestjs/common';
import {
  applicationSubmitted,
  needEnded,
  offerAccepted,
  offerLapsed,
  offerSent,
  proposalsAdded,
  surplusClosed,
} from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { type Deal, type LapsedOffer, readersOf, toEach, toldOfLapse } from '../inbox/notification.rules.js';
import { Notifications } from '../inbox/notification.service.js';
import { endOfNeed, expiredListing, ofNeed, ofOffer, waitingApplicants } from './market.loader.js';

type OfferOf = DomainEvent<Deal & { readonly offerId: string; readonly needId: string }>;
type LapsedOfferOf = DomainEvent<Deal & LapsedOffer & { readonly offerId: string; readonly needId: string }>;
type ApplicationOf = DomainEvent<{
  readonly needId: string;
  readonly hostId: string;
  readonly employerId: string | null;
}>;

const linksOf = (needId: string) => ({
  worker: '/my',
  host: `/host/needs/${needId}`,
  lender: '/lender/confirmations',
});

/** Needs, candidates and offers: each handler runs in one transaction with its mark, so an event told twice is told once. */
@Injectable()
export class MarketNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(offerSent, 'notifications.offer-sent')
  async offerSent({ id, payload }: OfferOf, tx: Tx): Promise<void> {
    const params = await ofOffer(tx, payload.offerId);
    const links = linksOf(payload.needId);
    await this.notifications.tell(tx, id, [
      ...toEach(readersOf(payload, ['worker'], links), 'offerSent', params),
      ...toEach(readersOf(payload, ['lender'], links), 'offerToEmployee', params),
    ]);
  }

  @OnEvent(offerAccepted, 'notifications.offer-accepted')
  async offerAccepted({ id, payload }: OfferOf, tx: Tx): Promise<void> {
    const params = await ofOffer(tx, payload.offerId);
    const links = linksOf(payload.needId);
    await this.notifications.tell(tx, id, [
      ...toEach(readersOf(payload, ['host'], links), 'offerAccepted', params),
      ...toEach(readersOf(payload, ['lender'], links), 'offerAcceptedByEmployee', params),
    ]);
  }

  @OnEvent(offerLapsed, 'notifications.offer-lapsed')
  async offerLapsed({ id, payload }: LapsedOfferOf, tx: Tx): Promise<void> {
    const readers = readersOf(payload, toldOfLapse(payload), linksOf(payload.needId));
    await this.notifications.tell(tx, id, toEach(readers, 'offerLapsed', await ofOffer(tx, payload.offerId)));
  }

  @OnEvent(applicationSubmitted, 'notifications.application-submitted')
  async applicationSubmitted({ id, payload }: ApplicationOf, tx: Tx): Promise<void> {
    const { needId, hostId, employerId } = payload;
    const params = await ofNeed(tx, needId);
    await this.notifications.tell(tx, id, [
      employerId === null
        ? { kind: 'applicationSubmitted', to: { enterpriseId: hostId }, link: `/host/needs/${needId}`, params }
        : { kind: 'employeeInterested', to: { enterpriseId: employerId }, link: '/lender', params },
    ]);
  }

  @OnEvent(proposalsAdded, 'notifications.proposals-added')
  async proposalsAdded(
    { id, payload }: DomainEvent<{ needId: string; hostId: string; added: number }>,
    tx: Tx,
  ): Promise<void> {
    const { needId, hostId, added } = payload;
    const params = { ...(await ofNeed(tx, needId)), added };
    const host = { to: { enterpriseId: hostId }, link: `/host/needs/${needId}` };
    await this.notifications.tell(tx, id, [{ ...host, kind: 'proposalsAdded', params }]);
  }

  /** The host knows when it closed a need itself; whoever applied does not. */
  @OnEvent(needEnded, 'notifications.need-ended')
  async needEnded({ id, payload }: DomainEvent<{ needId: string; hostId: string }>, tx: Tx): Promise<void> {
    const { needId, hostId } = payload;
    const [params, { state, note }] = [await ofNeed(tx, needId), await endOfNeed(tx, needId)];
    const host = { to: { enterpriseId: hostId }, link: `/host/needs/${needId}` };
    const applicants = { to: { workerIds: await waitingApplicants(tx, needId) }, link: '/work' };
    await this.notifications.tell(tx, id, [
      ...(state === 'expired' ? toEach([host], 'needExpired', params) : []),
      ...(note === null ? [] : toEach([host], 'needRemoved', { ...params, note })),
      ...toEach([applicants], 'needGone', params),
    ]);
  }

  @OnEvent(surplusClosed, 'notifications.surplus-closed')
  async surplusClosed({ id, payload }: DomainEvent<{ listingId: string | null }>, tx: Tx): Promise<void> {
    const { listingId } = payload;
    const expired = listingId === null ? undefined : await expiredListing(tx, listingId);
    if (!expired) return;
    const { lenderId, ...params } = expired;
    const lender = { to: { enterpriseId: lenderId }, link: `/lender/listings/${listingId}` };
    await this.notifications.tell(tx, id, [{ ...lender, kind: 'surplusExpired', params }]);
  }
}
