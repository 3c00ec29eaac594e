import { type Actor, Actors, type EnterpriseActor, need, surplus } from './actors.js';
import type { TestApp } from './app.js';
import { Deals } from './deal.js';
import { key, mobile, residentId } from './facts.js';

/** A loan up to the worker's yes: a lender's named and consenting head, a host's need, an offer that the worker accepted. */
export interface AcceptedLoan {
  readonly host: EnterpriseActor;
  readonly lender: EnterpriseActor;
  readonly worker: Actor;
  readonly workerId: string;
  readonly needId: string;
  readonly offerId: string;
  readonly deals: Deals;
}

interface Node<T> {
  edges: { node: T }[];
}

/** Everything as its parties would do it, through the API. */
export async function acceptedLoan(app: TestApp, changes: object = {}): Promise<AcceptedLoan> {
  const actors = new Actors(app);
  const [host, lender] = [await actors.enterprise('安溪急单家具厂'), await actors.enterprise('安溪淡季藤编厂')];
  const { workerId, worker } = await lentWorker(app, lender);
  const { publishNeed } = await app.ask<{ publishNeed: { id: string } }>(
    `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
    { input: need({ description: '藤编家具坐面编织', ...changes }) },
    { as: host.token },
  );
  await app.settle();
  const offerId = await offerTo(app, host, publishNeed.id);
  await app.ask(
    `mutation ($input: OfferInput!) { acceptOffer(input: $input) { state } }`,
    { input: { offerId } },
    { as: worker.token },
  );
  return { host, lender, worker, workerId, needId: publishNeed.id, offerId, deals: new Deals(app, host, lender) };
}

/** A head on offer with a name, an account and a consent. */
export async function lentWorker(app: TestApp, lender: EnterpriseActor): Promise<{ worker: Actor; workerId: string }> {
  const { publishSurplus } = await app.ask<{ publishSurplus: { id: string } }>(
    `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`,
    { input: surplus({ headcount: 1 }) },
    { as: lender.token },
  );
  const { surplusHeads } = await app.ask<{ surplusHeads: Node<{ workerId: string }> }>(
    `query ($id: ID!) { surplusHeads(listingId: $id) { edges { node { workerId } } } }`,
    { id: publishSurplus.id },
    { as: lender.token },
  );
  const workerId = surplusHeads.edges[0]?.node.workerId ?? '';
  const person = { name: '陈阿华', phone: mobile(), idNumber: residentId() };
  const { nameSurplusWorker } = await app.ask<{ nameSurplusWorker: { claimCode: string; consent: { id: string } } }>(
    `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) { claimCode consent { id } } }`,
    { input: { idempotencyKey: key(), workerId, person } },
    { as: lender.token },
  );
  const worker = await new Actors(app).worker({ claimCode: nameSurplusWorker.claimCode });
  await app.ask(
    `mutation ($input: ConsentInput!) { grantConsent(input: $input) { id } }`,
    { input: { consentId: nameSurplusWorker.consent.id } },
    { as: worker.token },
  );
  return { worker, workerId };
}

async function offerTo(app: TestApp, host: EnterpriseActor, needId: string): Promise<string> {
  const { need: found } = await app.ask<{ need: { proposals: Node<{ id: string }> } }>(
    `query ($id: ID!) { need(id: $id) { proposals { edges { node { id } } } } }`,
    { id: needId },
    { as: host.token },
  );
  const { makeOffer } = await app.ask<{ makeOffer: { id: string } }>(
    `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`,
    { input: { idempotencyKey: key(), proposalId: found.proposals.edges[0]?.node.id } },
    { as: host.token },
  );
  return makeOffer.id;
}

/** Agreement, labour contract and the lender's yes: the placement of an accepted loan. */
export async function plannedLoan(app: TestApp, changes: object = {}): Promise<AcceptedLoan & { placementId: string }> {
  const loan = await acceptedLoan(app, changes);
  await loan.deals.contract(loan.workerId);
  await loan.deals.signed(loan.needId);
  await app.ask(
    `mutation ($input: OfferInput!) { confirmOffer(input: $input) { state } }`,
    { input: { offerId: loan.offerId } },
    { as: loan.lender.token },
  );
  const { placements } = await app.ask<{ placements: Node<{ id: string }> }>(
    `{ placements(first: 1) { edges { node { id } } } }`,
    {},
    { as: loan.worker.token },
  );
  return { ...loan, placementId: placements.edges[0]?.node.id ?? '' };
}
