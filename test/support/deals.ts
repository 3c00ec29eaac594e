import { v7 } from 'uuid';
import { type Actor, type EnterpriseActor, need } from './actors.js';
import type { TestApp } from './app.js';
import { inDays, key } from './facts.js';

const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const applyForNeed = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`;
const acceptOffer = `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }`;
const startPlacement = `mutation ($input: PlacementInput!) { startPlacement(input: $input) { id } }`;
const endPlacement = `mutation ($input: PlacementInput!) { endPlacement(input: $input) { id } }`;

export interface Hire {
  readonly needId: string;
  readonly applicationId: string;
  readonly offerId: string;
  readonly placementId: string;
  readonly workerId: string;
}

/** Deals made through the product's own API. */
export class Deals {
  constructor(private readonly app: TestApp) {}

  /** A need of the host. */
  async need(host: EnterpriseActor, changes: object = {}): Promise<string> {
    return this.id('publishNeed', publishNeed, need(changes), host);
  }

  /** An idle worker hired by a host, at work since today. */
  async hire(host: EnterpriseActor, worker: Actor, changes: object = {}): Promise<Hire> {
    const needId = await this.need(host, changes);
    const applicationId = await this.id('applyForNeed', applyForNeed, { idempotencyKey: key(), needId }, worker);
    const offerId = await this.id('makeOffer', makeOffer, { idempotencyKey: key(), applicationId }, host);
    await this.id('acceptOffer', acceptOffer, { offerId }, worker);
    const [placement] = await this.app.db.rows<{ id: string; worker_id: string }>(
      'SELECT id, worker_id FROM placement WHERE offer_id = $1',
      [offerId],
    );
    const placementId = placement?.id ?? '';
    await this.id('startPlacement', startPlacement, { placementId }, host);
    return { needId, applicationId, offerId, placementId, workerId: placement?.worker_id ?? '' };
  }

  /** Ends a placement today. */
  async end(host: EnterpriseActor, placementId: string): Promise<void> {
    await this.id('endPlacement', endPlacement, { placementId }, host);
  }

  /** A worker of the lender who was on loan to the host until yesterday. By SQL: a loan's papers are another story. */
  async pastLoan(host: EnterpriseActor, lender: EnterpriseActor, workerId: string): Promise<string> {
    const [needId, offerId, consentId, agreementId, placementId] = [v7(), v7(), v7(), v7(), v7()];
    const [from, until] = [inDays(-10), inDays(-1)];
    const rows = (sql: string, parameters: readonly unknown[]) => this.app.db.rows(sql, parameters);
    await rows(
      `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude,
         starts_on, ends_on, shift, wage_fen, wage_unit, currency, lodging, state)
       VALUES ($1, $2, 'GJ:RT-WEAVE', 1, true, 1, 'GB2260:350524', 25, 118, $3, $4, 'day', 2000, 'hour', 'CNY', false, 'closed')`,
      [needId, host.enterpriseId, from, until],
    );
    await rows(
      `INSERT INTO offer (id, need_id, worker_id, host_id, lender_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at)
       VALUES ($1, $2, $3, $4, $5, 'loan', $6, $7, 2000, 'hour', 'CNY', 'confirmed', now())`,
      [offerId, needId, workerId, host.enterpriseId, lender.enterpriseId, from, until],
    );
    await rows(
      `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, expires_at)
       VALUES ($1, $2, $3, $4, $5, 1000, 'expired', now())`,
      [consentId, workerId, lender.enterpriseId, from, until],
    );
    await rows(
      `INSERT INTO agreement (id, kind, host_id, lender_id, region_id, state, version, starts_on, ends_on, headcount, content_hash, expires_at)
       VALUES ($1, 'cooperation', $2, $3, 'GB2260:350524', 'ended', 1, $4, $5, 1, repeat('0', 64), now())`,
      [agreementId, host.enterpriseId, lender.enterpriseId, from, until],
    );
    await rows(
      `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, lender_id, kind, consent_id, agreement_id, starts_on, ends_on,
         state, started_at, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'loan', $7, $8, $9, $10, 'completed', now() - interval '10 days', now() - interval '1 day')`,
      [
        placementId,
        offerId,
        needId,
        workerId,
        host.enterpriseId,
        lender.enterpriseId,
        consentId,
        agreementId,
        from,
        until,
      ],
    );
    return placementId;
  }

  private async id(field: string, mutation: string, input: object, as: Actor): Promise<string> {
    const data = await this.app.ask<Record<string, { id: string }>>(mutation, { input }, { as: as.token });
    return data[field]?.id ?? '';
  }
}
