import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deal.js';
import { inDays, key, mobile, residentId } from '../support/facts.js';

const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id state lines { headcount named consented } } }`;
const listing = `query ($id: ID!) { surplusListing(id: $id) { state lines { headcount named consented } } }`;
const surplusHeads = `query ($listingId: ID!) { surplusHeads(listingId: $listingId) { edges { node {
  workerId level name claimPending occupation { id } consent { id state } } } } }`;
const nameWorker = `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) {
  claimCode head { workerId name } consent { id state startsOn endsOn radiusM } } }`;
const myConsents = `{ myConsents { edges { node { id state startsOn endsOn radiusM rights lender { name registrationCode }
  disclosures { data recipient purpose occasion } } } } }`;
const grantConsent = `mutation ($input: ConsentInput!) { grantConsent(input: $input) { id state } }`;
const refuseConsent = `mutation ($input: ConsentInput!) { refuseConsent(input: $input) { id state } }`;
const withdrawConsent = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) }`;
const closeSurplus = `mutation ($input: CloseSurplusInput!) { closeSurplus(input: $input) { state } }`;
const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const proposalsOf = `query ($id: ID!) { need(id: $id) { proposals { edges { node { id candidate { id dealKind person { name } } } } } } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id kind candidate { person { name } } } }`;
const acceptOffer = `mutation ($input: OfferInput!) { acceptOffer(input: $input) { state } }`;
const confirmOffer = `mutation ($input: OfferInput!) { confirmOffer(input: $input) { state } }`;
const placements = `{ placements { edges { node { state kind candidate { person { name } } } } } }`;

type Edges<T> = { edges: { node: T }[] };
interface Listing {
  id: string;
  state: string;
  lines: { headcount: number; named: number; consented: number }[];
}
interface Head {
  workerId: string;
  level: number;
  name: string | null;
  claimPending: boolean;
  occupation: { id: string };
  consent: { id: string; state: string } | null;
}
interface Named {
  nameSurplusWorker: {
    claimCode: string | null;
    head: { workerId: string; name: string };
    consent: { id: string; state: string };
  };
}
interface Proposals {
  need: {
    proposals: Edges<{ id: string; candidate: { id: string; dealKind: string; person: { name: string } | null } }>;
  };
}

const nodes = <T>({ edges }: Edges<T>): T[] => edges.map(({ node }) => node);

describe('from idle workers to a loan, and back', () => {
  let app: TestApp;
  let lender: EnterpriseActor;
  let host: EnterpriseActor;
  let worker: Actor;
  const ids = { listing: '', worker: '', consent: '', need: '', offer: '' };
  const person = { name: '陈阿华', phone: mobile(), idNumber: residentId() };
  const naming = { idempotencyKey: key(), person };
  let claimCode = '';

  const heads = async (listingId = ids.listing, as = lender): Promise<Head[]> =>
    nodes((await app.ask<{ surplusHeads: Edges<Head> }>(surplusHeads, { listingId }, { as: as.token })).surplusHeads);
  const proposals = async () =>
    nodes((await app.ask<Proposals>(proposalsOf, { id: ids.need }, { as: host.token })).need.proposals);
  const placementsOf = async (as: Actor) =>
    nodes((await app.ask<{ placements: Edges<object> }>(placements, {}, { as: as.token })).placements);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    lender = await actors.enterprise('安溪藤云工艺有限公司');
    host = await actors.enterprise('安溪铁艺家居有限公司');
  });
  afterAll(() => app.close());

  it('an enterprise that no bureau has verified cannot offer workers', async () => {
    const unverified = await new Actors(app).unverifiedEnterprise();
    expect(await app.refusal(publishSurplus, { input: surplus() }, { as: unverified.token })).toBe('RULE_VIOLATED');
  });

  it('a lender offers a head-count; the same key again offers nobody twice', async () => {
    const input = surplus({ headcount: 1 });
    const ask = () => app.ask<{ publishSurplus: Listing }>(publishSurplus, { input }, { as: lender.token });
    const [first, second] = [await ask(), await ask()];
    expect(first.publishSurplus).toMatchObject({ state: 'OPEN', lines: [{ headcount: 1, named: 0, consented: 0 }] });
    expect(second.publishSurplus.id).toBe(first.publishSurplus.id);
    ids.listing = first.publishSurplus.id;

    const offered = await heads();
    expect(offered).toMatchObject([
      { level: 3, name: null, claimPending: false, consent: null, occupation: { id: 'GJ:RT-WEAVE' } },
    ]);
    ids.worker = offered[0]?.workerId ?? '';
  });

  it('an unknown occupation is refused at its line, and nothing is published', async () => {
    const { errors } = await app.call(
      publishSurplus,
      { input: surplus({ occupationId: 'GJ:NONE' }) },
      { as: lender.token },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'input.lines.0.occupationId' }],
    });
    const answer = await app.ask<{ mySurplusListings: Edges<object> }>(
      `{ mySurplusListings { edges { node { id } } } }`,
      {},
      { as: lender.token },
    );
    expect(answer.mySurplusListings.edges).toHaveLength(1);
  });

  it('for another enterprise neither listing nor heads exist', async () => {
    const as = { as: host.token };
    expect(await app.refusal(listing, { id: ids.listing }, as)).toBe('NOT_FOUND');
    expect(await app.refusal(surplusHeads, { listingId: ids.listing }, as)).toBe('NOT_FOUND');
    expect(await app.refusal(closeSurplus, { input: { listingId: ids.listing } }, as)).toBe('NOT_FOUND');
    expect(await app.refusal(nameWorker, { input: { ...naming, workerId: ids.worker } }, as)).toBe('NOT_FOUND');
  });

  it('nobody under sixteen is lent', async () => {
    const minor = { ...person, idNumber: residentId(inDays(-15 * 365).replaceAll('-', '')) };
    const input = { idempotencyKey: key(), workerId: ids.worker, person: minor };
    const { errors } = await app.call(nameWorker, { input }, { as: lender.token });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'input.person.idNumber' }],
    });
    expect(await heads()).toMatchObject([{ name: null, consent: null }]);
  });

  it('the lender names the head; the claim code is shown once', async () => {
    const input = { ...naming, workerId: ids.worker };
    const ask = () => app.ask<Named>(nameWorker, { input }, { as: lender.token });
    const [first, second] = [(await ask()).nameSurplusWorker, (await ask()).nameSurplusWorker];
    expect(first).toMatchObject({
      head: { workerId: ids.worker, name: person.name },
      consent: { state: 'REQUESTED', startsOn: inDays(0), endsOn: inDays(90), radiusM: 25_000 },
    });
    expect(first.claimCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    expect(second).toEqual({ ...first, claimCode: null });
    claimCode = first.claimCode ?? '';
    ids.consent = first.consent.id;
    const again = { idempotencyKey: key(), workerId: ids.worker, person: { ...person, idNumber: residentId() } };
    expect(await app.refusal(nameWorker, { input: again }, { as: lender.token })).toBe('CONFLICT');
  });

  it('the worker signs up with the claim code and reads who asks, for what, and what it discloses', async () => {
    expect(await heads()).toMatchObject([{ name: person.name, claimPending: true }]);
    worker = await new Actors(app).worker({ claimCode });
    expect(await heads()).toMatchObject([{ name: person.name, claimPending: false }]);

    const answer = await app.ask<{ myConsents: Edges<{ disclosures: object[]; rights: string }> }>(
      myConsents,
      {},
      { as: worker.token },
    );
    const [consent] = nodes(answer.myConsents);
    expect(consent).toMatchObject({
      id: ids.consent,
      state: 'REQUESTED',
      endsOn: inDays(90),
      lender: { name: '安溪藤云工艺有限公司', registrationCode: null },
    });
    expect(consent?.disclosures).toHaveLength(3);
    expect(consent?.rights).toContain('withdraw at any time');
  });

  it('R5 R42 is proposed to nobody before that consent, and anonymously after it', async () => {
    const posted = await app.ask<{ publishNeed: { id: string } }>(
      publishNeed,
      { input: need({ headcount: 1 }) },
      { as: host.token },
    );
    ids.need = posted.publishNeed.id;
    await app.settle();
    expect(await proposals()).toEqual([]);

    expect(await app.refusal(grantConsent, { input: { consentId: ids.consent } }, { as: lender.token })).toBe(
      'FORBIDDEN',
    );
    const stranger = await new Actors(app).idleWorker('GJ:RT-WEAVE', 1);
    expect(await app.refusal(grantConsent, { input: { consentId: ids.consent } }, { as: stranger.token })).toBe(
      'NOT_FOUND',
    );
    for (let times = 0; times < 2; times++) {
      const granted = await app.ask<{ grantConsent: object }>(
        grantConsent,
        { input: { consentId: ids.consent } },
        { as: worker.token },
      );
      expect(granted.grantConsent).toMatchObject({ state: 'GRANTED' });
    }
    const counted = await app.ask<{ surplusListing: Listing }>(listing, { id: ids.listing }, { as: lender.token });
    expect(counted.surplusListing.lines).toEqual([{ headcount: 1, named: 1, consented: 1 }]);
    await app.settle();
    expect(await proposals()).toMatchObject([{ candidate: { id: ids.worker, dealKind: 'LOAN', person: null } }]);
  });

  it('R40 a loan takes the worker’s yes to this offer and the lender’s; the host learns the name with the worker’s, not before', async () => {
    const [proposal] = await proposals();
    const input = { idempotencyKey: key(), proposalId: proposal?.id };
    const { makeOffer: made } = await app.ask<{ makeOffer: { id: string } }>(makeOffer, { input }, { as: host.token });
    expect(made).toMatchObject({ kind: 'LOAN', candidate: { person: null } });
    ids.offer = made.id;
    const offer = { input: { offerId: ids.offer } };
    expect(await app.ask(acceptOffer, offer, { as: worker.token })).toEqual({ acceptOffer: { state: 'ACCEPTED' } });
    expect(await app.refusal(confirmOffer, offer, { as: host.token })).toBe('NOT_FOUND');
    // R1 and R8: without the labour contract and the agreement of the two enterprises nobody is lent.
    const deals = new Deals(app, host, lender);
    expect(await app.refusal(confirmOffer, offer, { as: lender.token })).toBe('RULE_VIOLATED');
    await deals.contract(ids.worker);
    expect(await app.refusal(confirmOffer, offer, { as: lender.token })).toBe('RULE_VIOLATED');
    await deals.signed(ids.need);
    expect(await app.ask(confirmOffer, offer, { as: lender.token })).toEqual({ confirmOffer: { state: 'CONFIRMED' } });
    for (const party of [host, lender, worker]) {
      expect(await placementsOf(party)).toEqual([
        { state: 'PLANNED', kind: 'LOAN', candidate: { person: { name: person.name } } },
      ]);
    }
  });

  it('closing the listing leaves whoever is booked', async () => {
    await app.ask(closeSurplus, { input: { listingId: ids.listing } }, { as: lender.token });
    expect(await app.refusal(closeSurplus, { input: { listingId: ids.listing } }, { as: lender.token })).toBe(
      'ILLEGAL_TRANSITION',
    );
    expect(await placementsOf(worker)).toMatchObject([{ state: 'PLANNED' }]);
    const answer = await app.ask<{ myAvailability: Edges<object> }>(
      `{ myAvailability { edges { node { setByEmployer } } } }`,
      {},
      { as: worker.token },
    );
    expect(nodes(answer.myAvailability)).toEqual([{ setByEmployer: true }]);
  });

  it('R41 the worker withdraws in one step: the placement is cancelled, and the closed listing lets go', async () => {
    const input = { consentId: ids.consent };
    expect(await app.refusal(withdrawConsent, { input }, { as: host.token })).toBe('FORBIDDEN');
    await app.ask(withdrawConsent, { input }, { as: worker.token });
    expect(await placementsOf(worker)).toMatchObject([{ state: 'CANCELLED' }]);
    expect(await heads()).toMatchObject([{ consent: { id: ids.consent, state: 'WITHDRAWN' } }]);
    for (const answer of [grantConsent, refuseConsent])
      expect(await app.refusal(answer, { input }, { as: worker.token })).toBe('ILLEGAL_TRANSITION');
    await app.settle();
    const answer = await app.ask<{ myAvailability: Edges<object> }>(
      `{ myAvailability { edges { node { id } } } }`,
      {},
      { as: worker.token },
    );
    expect(nodes(answer.myAvailability)).toEqual([]);
  });

  it('what was done is in an unbroken audit trail, without a name or a number', async () => {
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    const kept = await app.db.rows<{ text: string }>(
      `SELECT (SELECT string_agg(details::text, '') FROM audit_log) || (SELECT string_agg(payload::text, '') FROM outbox_event) || (SELECT string_agg(result::text, '') FROM idempotency_key) AS text`,
    );
    for (const secret of [person.name, person.phone, person.idNumber, claimCode])
      expect(kept[0]?.text).not.toContain(secret);
  });
});
