import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deal.js';
import { key, mobile, residentId } from '../support/facts.js';

const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;
const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const nameWorker = `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) { claimCode consent { id } } }`;
const progress = `query ($id: ID!) { surplusListing(id: $id) { lines(first: 1) { headcount }
  progress { lineCount headcount named requested granted refused withdrawn expired } } }`;
const heads = `query ($listingId: ID!, $named: Boolean) { surplusHeads(listingId: $listingId, named: $named) { edges { node { workerId name } } } }`;
const interests = `{ employeeInterests { edges { node { state candidate { person { name } } need { id } } } } }`;
const offers = `query ($role: OfferRole, $state: OfferState) { offers(role: $role, state: $state) { edges { node { id actions missing { paper } } } } }`;

type Edges<T> = { edges: { node: T }[] };
interface Progress {
  surplusListing: { lines: object[]; progress: Record<string, number> };
}
interface Named {
  nameSurplusWorker: { claimCode: string; consent: { id: string } };
}
const nodes = <T>({ edges }: Edges<T>): T[] => edges.map(({ node }) => node);

describe('what a lender looks at', () => {
  let app: TestApp;
  let lender: EnterpriseActor;
  let host: EnterpriseActor;
  let worker: Actor;
  let listingId = '';
  let needId = '';
  let workerId = '';
  const name = '陈阿华';

  const headsOf = async (named: boolean | null) =>
    nodes(
      (
        await app.ask<{ surplusHeads: Edges<{ workerId: string; name: string | null }> }>(
          heads,
          { listingId, named },
          { as: lender.token },
        )
      ).surplusHeads,
    );
  const progressNow = async () =>
    (await app.ask<Progress>(progress, { id: listingId }, { as: lender.token })).surplusListing;
  const offersAs = async (as: Actor, role: string | null, state: string | null = null) =>
    nodes((await app.ask<{ offers: Edges<object> }>(offers, { role, state }, { as: as.token })).offers);
  const post = async (as: Actor): Promise<string> =>
    (await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need({ headcount: 6 }) }, { as: as.token }))
      .publishNeed.id;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    lender = await actors.enterprise('安溪茶业有限公司');
    host = await actors.enterprise('安溪铁艺家居有限公司');
    const input = surplus() as { lines: object[] };
    const twice = { ...input, lines: [...input.lines, ...input.lines] };
    const published = await app.ask<{ publishSurplus: { id: string } }>(
      publishSurplus,
      { input: twice },
      { as: lender.token },
    );
    listingId = published.publishSurplus.id;
    needId = await post(host);
  });
  afterAll(() => app.close());

  it('how far a listing is, also where it has more lines than are answered', async () => {
    const { lines, progress: before } = await progressNow();
    expect(lines).toHaveLength(1);
    expect(before).toMatchObject({ lineCount: 2, headcount: 6, named: 0, requested: 0, granted: 0 });
    workerId = (await headsOf(false))[0]?.workerId ?? '';
    const input = {
      ...{ idempotencyKey: key(), workerId },
      person: { name, phone: mobile(), idNumber: residentId() },
    };
    const named = await app.ask<Named>(nameWorker, { input }, { as: lender.token });
    expect((await progressNow()).progress).toMatchObject({ named: 1, requested: 1, granted: 0 });
    worker = await new Actors(app).worker({ claimCode: named.nameSurplusWorker.claimCode });
    await app.ask(
      `mutation ($input: ConsentInput!) { grantConsent(input: $input) { id } }`,
      { input: { consentId: named.nameSurplusWorker.consent.id } },
      { as: worker.token },
    );
    expect((await progressNow()).progress).toMatchObject({ named: 1, requested: 0, granted: 1 });
  });

  it('the heads that still need a name apart from those that have one', async () => {
    expect((await headsOf(true)).map((head) => head.name)).toEqual([name]);
    expect(await headsOf(false)).toHaveLength(5);
    expect(await headsOf(null)).toHaveLength(6);
  });

  it('who of its employees is interested in which work; the host of that work learns no name', async () => {
    await app.ask(
      `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`,
      { input: { idempotencyKey: key(), needId } },
      { as: worker.token },
    );
    const seen = async (as: Actor) =>
      nodes((await app.ask<{ employeeInterests: Edges<object> }>(interests, {}, { as: as.token })).employeeInterests);
    expect(await seen(lender)).toEqual([{ state: 'submitted', candidate: { person: { name } }, need: { id: needId } }]);
    expect(await seen(host)).toEqual([]);
  });

  it('offers to its employees apart from those it makes itself', async () => {
    await app.settle();
    const proposals = await app.ask<{ need: { proposals: Edges<{ id: string; candidate: { id: string } }> } }>(
      `query ($id: ID!) { need(id: $id) { proposals { edges { node { id candidate { id } } } } } }`,
      { id: needId },
      { as: host.token },
    );
    const proposal = nodes(proposals.need.proposals).find(({ candidate }) => candidate.id === workerId);
    const made = await app.ask<{ makeOffer: { id: string } }>(
      `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`,
      { input: { idempotencyKey: key(), proposalId: proposal?.id } },
      { as: host.token },
    );
    const offerId = made.makeOffer.id;
    expect(await offersAs(lender, 'LENDER', 'ACCEPTED')).toEqual([]);
    await app.ask(
      `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }`,
      { input: { offerId } },
      { as: worker.token },
    );
    const lacks = [{ paper: 'CONTRACT' }, { paper: 'AGREEMENT' }];
    expect(await offersAs(lender, 'LENDER', 'ACCEPTED')).toEqual([
      { id: offerId, actions: ['DECLINE'], missing: lacks },
    ]);
    // It can confirm once the labour contract is stated and both enterprises have signed.
    const deals = new Deals(app, host, lender);
    await deals.contract(workerId);
    await deals.signed(needId);
    expect(await offersAs(lender, 'LENDER', 'ACCEPTED')).toMatchObject([
      { id: offerId, actions: ['CONFIRM', 'DECLINE'], missing: [] },
    ]);
    expect(await offersAs(lender, 'HOST')).toEqual([]);
    expect(await offersAs(host, 'HOST')).toMatchObject([{ id: offerId }]);
    expect(await offersAs(host, 'LENDER')).toEqual([]);
    expect(await offersAs(worker, 'LENDER')).toEqual([]);
    expect(await offersAs(worker, null)).toMatchObject([{ id: offerId, missing: [] }]);
  });
});
