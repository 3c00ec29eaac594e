import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { type EnterpriseViewer, system, type Viewer, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Dealings } from '../dealings/dealing.service.js';
import { offerAccepted, offerLapsed } from '../labour.events.js';
import { LabourNeed } from '../needs/need.entity.js';
import { Placements } from '../placements/placement.service.js';
import { Offer } from './offer.entity.js';
import { type ActionableOffer, type OfferAction, offerActions } from './offer-action.rules.js';
import { offerFacts } from './offer.loader.js';
import { type OfferFacts, refuseAcceptance, refuseConfirmation } from './offer.rules.js';
import { type OfferState, offerTransitions } from './offer.states.js';

/** The answers to an offer: accept, confirm, decline, withdraw, expire. Whoever comes too late is told so by the database. */
@Injectable()
export class OfferAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly placements: Placements,
    private readonly dealings: Dealings,
  ) {}

  /** The worker says yes. A direct hire is concluded by it; a loan then waits for the lender. */
  async accept(viewer: WorkerViewer, offerId: string): Promise<Offer> {
    return this.db.transaction(async (tx) => {
      const offer = await this.lock(tx, offerId, { workerId: viewer.workerId });
      if (offer.state === 'accepted' || offer.state === 'confirmed') return offer;
      const need = await tx.findOneByOrFail(LabourNeed, { id: offer.needId });
      refuse(refuseAcceptance(offer, await this.factsIn(tx, offer), this.clock.now()));
      const accepted = await this.move(tx, offer, 'accepted', this.waitFor(offer));
      await this.outbox.record(tx, offerAccepted(eventOf(offer, need)));
      if (offer.kind === 'direct') return this.conclude(tx, viewer, accepted, need, {});
      await this.audit.record(tx, viewer, { action: 'offer.accept', subjectType: 'offer', subjectId: offer.id });
      return accepted;
    });
  }

  /** The lender confirms a loan that its worker accepted: the placement exists from here. */
  async confirm(viewer: EnterpriseViewer, offerId: string): Promise<Offer> {
    return this.db.transaction(async (tx) => {
      const offer = await this.lock(tx, offerId, { lenderId: viewer.enterpriseId });
      if (offer.state === 'confirmed') return offer;
      const need = await tx.findOneByOrFail(LabourNeed, { id: offer.needId });
      const facts = await this.factsIn(tx, offer);
      refuse(refuseConfirmation(offer, facts, this.clock.now()));
      return this.conclude(tx, viewer, offer, need, facts);
    });
  }

  /** The worker or the lender says no. */
  async decline(viewer: WorkerViewer | EnterpriseViewer, offerId: string): Promise<Offer> {
    const party = viewer.kind === 'worker' ? { workerId: viewer.workerId } : { lenderId: viewer.enterpriseId };
    return this.db.transaction(async (tx) => this.lapse(tx, viewer, await this.lock(tx, offerId, party), 'declined'));
  }

  /** The host takes it back before it is confirmed. */
  async withdraw(viewer: EnterpriseViewer, offerId: string): Promise<Offer> {
    return this.db.transaction(async (tx) =>
      this.lapse(tx, viewer, await this.lock(tx, offerId, { hostId: viewer.enterpriseId }), 'withdrawn'),
    );
  }

  /** By offer: what its answers depend on. */
  readonly factsOf: BatchLoad<OfferFacts> = async (ids) => {
    const facts = await offerFacts(this.db.reader, ids);
    const barred = await this.dealings.refusalsOf(facts);
    return new Map([...facts].map(([id, known]) => [id, { ...known, barred: barred.get(id) }]));
  };

  /** What the viewer may do with an offer now. */
  actionsOf(viewer: Viewer, offer: ActionableOffer, facts: OfferFacts): OfferAction[] {
    return offerActions(offer, viewer, facts, this.clock.now());
  }

  /** Ends offers that nobody answered in time; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(Offer, 'offer')
        .where(`offer.state IN ('sent', 'accepted') AND offer.expiresAt <= :now`, { now: this.clock.now() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(500)
        .getMany();
      for (const offer of past) await this.lapse(tx, system, offer, 'expired');
      return past.length;
    });
  }

  private async lock(tx: Tx, id: string, party: FindOptionsWhere<Offer>): Promise<Offer> {
    return orRefuse(
      await tx.findOne(Offer, { where: { ...party, id }, lock: { mode: 'pessimistic_write' } }),
      notFound('input.offerId'),
    );
  }

  private async factsIn(tx: Tx, { id }: Offer): Promise<OfferFacts> {
    const facts = orRefuse((await offerFacts(tx, [id])).get(id), notFound('input.offerId'));
    const barred = await this.dealings.refuseParties(tx, facts);
    return barred ? { ...facts, barred } : facts;
  }

  private async conclude(
    tx: Tx,
    viewer: Viewer,
    offer: Offer,
    need: LabourNeed,
    { consent, agreement }: Partial<OfferFacts>,
  ): Promise<Offer> {
    const confirmed = await this.move(tx, offer, 'confirmed');
    const papers = { consentId: consent?.id ?? null, agreementId: agreement?.id ?? null };
    await this.placements.plan(tx, confirmed, need.regionId, papers);
    await this.audit.record(tx, viewer, { action: 'offer.confirm', subjectType: 'offer', subjectId: offer.id });
    return confirmed;
  }

  private async lapse(
    tx: Tx,
    viewer: Viewer,
    offer: Offer,
    state: 'declined' | 'withdrawn' | 'expired',
  ): Promise<Offer> {
    refuse(refuseTransition(offerTransitions, offer.state, state));
    const need = await tx.findOneByOrFail(LabourNeed, { id: offer.needId });
    const lapsed = await this.move(tx, offer, state);
    await this.outbox.record(tx, offerLapsed({ ...eventOf(offer, need), state }));
    await this.audit.record(tx, viewer, { action: `offer.${state}`, subjectType: 'offer', subjectId: offer.id });
    return lapsed;
  }

  private async move(tx: Tx, offer: Offer, state: OfferState, expiresAt = offer.expiresAt): Promise<Offer> {
    const decidedAt = this.clock.now();
    await tx.update(Offer, offer.id, { state, decidedAt, expiresAt });
    return { ...offer, state, decidedAt, expiresAt };
  }

  /** A loan that its worker accepted waits for the two enterprises to agree, who may only now begin to talk. */
  private waitFor({ kind, expiresAt }: Offer): Date {
    const waits = this.clock.in(this.config.settings.AGREEMENT_HOURS * HOUR_MS);
    return kind === 'loan' && waits > expiresAt ? waits : expiresAt;
  }
}

function eventOf({ id: offerId, needId, workerId, hostId, lenderId }: Offer, need: LabourNeed) {
  return { offerId, needId, workerId, hostId, lenderId, regionId: need.regionId };
}
