import { Injectable } from '@nestjs/common';
import { enterpriseRejected, enterpriseSuspended, enterpriseVerified } from '../directory/index.js';
import {
  applicationSubmitted,
  consentGranted,
  consentRefused,
  consentRequested,
  consentWithdrawn,
  offerAccepted,
  offerLapsed,
  offerSent,
  placementEnded,
  placementPlanned,
  placementStarted,
  proposalsAdded,
} from '../labour/index.js';
import type { Tx } from '../platform/database/database.js';
import type { MessageParams } from '../platform/i18n/message.js';
import { OnEvent } from '../platform/queue/handlers.js';
import type { DomainEvent } from '../platform/queue/job.js';
import { NotificationFacts } from './inbox/notification-facts.service.js';
import type { NotificationKind } from './inbox/notification.messages.js';
import { type Deal, type LapsedDeal, partiesOf, toldOfLapse } from './inbox/notification.rules.js';
import { Notifications } from './inbox/notification.service.js';

type OfferOf = DomainEvent<Deal & { readonly offerId: string }>;
type LapsedOfferOf = DomainEvent<LapsedDeal & { readonly offerId: string }>;
type PlacementOf = DomainEvent<Deal & { readonly placementId: string }>;
type ConsentOf = DomainEvent<{ readonly consentId: string }>;
type EnterpriseOf = DomainEvent<{ readonly enterpriseId: string }>;

/** Who hears of what. Each handler runs in one transaction with its mark, so an event told twice is told once. */
@Injectable()
export class NotificationJobs {
  constructor(
    private readonly notifications: Notifications,
    private readonly facts: NotificationFacts,
  ) {}

  @OnEvent(offerSent, 'notifications.offer-sent')
  async offerSent({ id, payload }: OfferOf, tx: Tx): Promise<void> {
    const params = await this.facts.ofOffer(tx, payload.offerId);
    await this.notifications.tell(tx, id, [
      { kind: 'offerSent', to: payload, params },
      { kind: 'offerToEmployee', to: { enterpriseId: payload.lenderId }, params },
    ]);
  }

  @OnEvent(offerAccepted, 'notifications.offer-accepted')
  async offerAccepted({ id, payload }: OfferOf, tx: Tx): Promise<void> {
    const params = await this.facts.ofOffer(tx, payload.offerId);
    await this.notifications.tell(tx, id, [
      { kind: 'offerAccepted', to: { enterpriseId: payload.hostId }, params },
      { kind: 'offerAcceptedByEmployee', to: { enterpriseId: payload.lenderId }, params },
    ]);
  }

  @OnEvent(offerLapsed, 'notifications.offer-lapsed')
  async offerLapsed({ id, payload }: LapsedOfferOf, tx: Tx): Promise<void> {
    const params = await this.facts.ofOffer(tx, payload.offerId);
    await this.notifications.tell(
      tx,
      id,
      toldOfLapse(payload).map((to) => ({ kind: 'offerLapsed', to, params })),
    );
  }

  @OnEvent(placementPlanned, 'notifications.placement-planned')
  async placementPlanned({ id, payload }: PlacementOf, tx: Tx): Promise<void> {
    await this.tellParties(tx, id, 'placementPlanned', payload, await this.facts.ofPlacement(tx, payload.placementId));
  }

  @OnEvent(placementStarted, 'notifications.placement-started')
  async placementStarted({ id, payload }: PlacementOf, tx: Tx): Promise<void> {
    await this.tellParties(tx, id, 'placementStarted', payload, await this.facts.ofPlacement(tx, payload.placementId));
  }

  @OnEvent(placementEnded, 'notifications.placement-ended')
  async placementEnded({ id, payload }: PlacementOf, tx: Tx): Promise<void> {
    await this.tellParties(tx, id, 'placementEnded', payload, await this.facts.ofPlacement(tx, payload.placementId));
  }

  @OnEvent(applicationSubmitted, 'notifications.application-submitted')
  async applicationSubmitted(
    { id, payload }: DomainEvent<{ needId: string; hostId: string; employerId: string | null }>,
    tx: Tx,
  ): Promise<void> {
    const { needId, hostId, employerId } = payload;
    const kind = employerId === null ? 'applicationSubmitted' : 'employeeInterested';
    await this.notifications.tell(tx, id, [
      { kind, to: { enterpriseId: employerId ?? hostId }, params: await this.facts.ofNeed(tx, needId) },
    ]);
  }

  @OnEvent(proposalsAdded, 'notifications.proposals-added')
  async proposalsAdded(
    { id, payload }: DomainEvent<{ needId: string; hostId: string; added: number }>,
    tx: Tx,
  ): Promise<void> {
    const { needId, hostId, added } = payload;
    await this.notifications.tell(tx, id, [
      {
        kind: 'proposalsAdded',
        to: { enterpriseId: hostId },
        params: { ...(await this.facts.ofNeed(tx, needId)), added },
      },
    ]);
  }

  @OnEvent(consentRequested, 'notifications.consent-requested')
  async consentRequested({ id, payload }: ConsentOf, tx: Tx): Promise<void> {
    const { workerId, params } = await this.facts.ofConsent(tx, payload.consentId);
    await this.notifications.tell(tx, id, [{ kind: 'consentRequested', to: { workerId }, params }]);
  }

  @OnEvent(consentGranted, 'notifications.consent-granted')
  async consentGranted(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentGranted');
  }

  @OnEvent(consentRefused, 'notifications.consent-refused')
  async consentRefused(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentRefused');
  }

  @OnEvent(consentWithdrawn, 'notifications.consent-withdrawn')
  async consentWithdrawn(event: ConsentOf, tx: Tx): Promise<void> {
    await this.tellLender(tx, event, 'consentWithdrawn');
  }

  @OnEvent(enterpriseVerified, 'notifications.enterprise-verified')
  async enterpriseVerified(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellEnterprise(tx, event, 'enterpriseVerified');
  }

  @OnEvent(enterpriseRejected, 'notifications.enterprise-rejected')
  async enterpriseRejected(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellEnterprise(tx, event, 'enterpriseRejected');
  }

  @OnEvent(enterpriseSuspended, 'notifications.enterprise-suspended')
  async enterpriseSuspended(event: EnterpriseOf, tx: Tx): Promise<void> {
    await this.tellEnterprise(tx, event, 'enterpriseSuspended');
  }

  private async tellParties(
    tx: Tx,
    eventId: string,
    kind: NotificationKind,
    deal: Deal,
    params: MessageParams,
  ): Promise<void> {
    await this.notifications.tell(
      tx,
      eventId,
      partiesOf(deal).map((to) => ({ kind, to, params })),
    );
  }

  private async tellLender(tx: Tx, { id, payload }: ConsentOf, kind: NotificationKind): Promise<void> {
    const { lenderId, params } = await this.facts.ofConsent(tx, payload.consentId);
    await this.notifications.tell(tx, id, [{ kind, to: { enterpriseId: lenderId }, params }]);
  }

  private async tellEnterprise(tx: Tx, { id, payload }: EnterpriseOf, kind: NotificationKind): Promise<void> {
    const { enterpriseId } = payload;
    await this.notifications.tell(tx, id, [
      { kind, to: { enterpriseId }, params: await this.facts.ofEnterprise(tx, enterpriseId) },
    ]);
  }
}
