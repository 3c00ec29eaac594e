import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key, places } from '../support/facts.js';

const fillRate = `query ($input: FillRateInput!) { fillRate(input: $input) {
  region { id } total { needs demanded proposed accepted onSite acceptedRate }
  rows { key label demanded proposed accepted onSite proposedRate } } }`;
const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';

interface Answer {
  readonly fillRate: { total: Record<string, number | null>; rows: { key: string; label: string; demanded: number }[] };
}

describe('the bureau watches fill rates', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let worker: Actor;
  let officer: Actor;
  let needId: string;
  const range = { from: inDays(0), until: inDays(90) };

  const ask = (input: object, as: Actor = officer): Promise<Answer> =>
    app.ask<Answer>(fillRate, { input: { ...range, ...input } }, { as: as.token });

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    officer = await actors.officer('GB2260:350500');
    const publish = async (changes: object): Promise<string> =>
      (await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need(changes) }, { as: host.token }))
        .publishNeed.id;
    needId = await publish({ headcount: 4 });
    await publish({ headcount: 6, occupationId: 'GJ:RT-WELD', ...places.jinjiang });
    await publish({ headcount: 9, startsOn: inDays(200), endsOn: inDays(230) });
    await app.settle();
  });
  afterAll(() => app.close());

  it('sees what is demanded and proposed in the range', async () => {
    expect((await ask({})).fillRate.total).toEqual({
      needs: 2,
      demanded: 10,
      proposed: 1,
      accepted: 0,
      onSite: 0,
      acceptedRate: 0,
    });
  });

  it('sees the rate move when a worker accepts and arrives', async () => {
    const { need: found } = await app.ask<{ need: { proposals: { edges: { node: { id: string } }[] } } }>(
      `query ($id: ID!) { need(id: $id) { proposals { edges { node { id } } } } }`,
      { id: needId },
      { as: host.token },
    );
    const { makeOffer } = await app.ask<{ makeOffer: { id: string } }>(
      'mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }',
      { input: { idempotencyKey: key(), proposalId: found.proposals.edges[0]?.node.id } },
      { as: host.token },
    );
    await app.ask(
      'mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }',
      { input: { offerId: makeOffer.id } },
      { as: worker.token },
    );
    expect((await ask({ occupationId: 'GJ:RT-WEAVE' })).fillRate.total).toMatchObject({
      demanded: 4,
      proposed: 1,
      accepted: 1,
      onSite: 0,
      acceptedRate: 0.25,
    });
    const { placements } = await app.ask<{ placements: { edges: { node: { id: string } }[] } }>(
      '{ placements { edges { node { id } } } }',
      {},
      { as: host.token },
    );
    await app.ask(
      'mutation ($input: PlacementInput!) { startPlacement(input: $input) { id } }',
      { input: { placementId: placements.edges[0]?.node.id } },
      { as: host.token },
    );
    expect((await ask({ occupationId: 'GJ:RT-WEAVE' })).fillRate.total).toMatchObject({ accepted: 1, onSite: 1 });
  });

  it('groups by county, occupation and industry, the largest demand first', async () => {
    const rows = async (groupBy: string): Promise<[string, number][]> =>
      (await ask({ groupBy })).fillRate.rows.map((row) => [row.key, row.demanded]);
    expect(await rows('REGION')).toEqual([
      ['GB2260:350582', 6],
      ['GB2260:350524', 4],
    ]);
    expect(await rows('COUNTY')).toEqual([
      ['GB2260:350582', 6],
      ['GB2260:350524', 4],
    ]);
    expect(await rows('OCCUPATION')).toEqual([
      ['GJ:RT-WELD', 6],
      ['GJ:RT-WEAVE', 4],
    ]);
    expect((await ask({ groupBy: 'INDUSTRY' })).fillRate.rows).toMatchObject([
      { key: null, label: 'Unclassified', demanded: 10 },
    ]);
  });

  it('draws counties anywhere below a region, not only directly, and below a county itself', async () => {
    const operator = await actors.operator();
    const rows = async (regionId: string, groupBy: string, as = operator): Promise<[string, number][]> =>
      (await ask({ regionId, groupBy }, as)).fillRate.rows.map((row) => [row.key, row.demanded]);
    expect(await rows('GB2260:350000', 'REGION')).toEqual([['GB2260:350500', 10]]);
    expect(await rows('GB2260:350000', 'COUNTY')).toEqual([
      ['GB2260:350582', 6],
      ['GB2260:350524', 4],
    ]);
    expect(await rows('GB2260:350524', 'COUNTY')).toEqual([['GB2260:350524', 4]]);
  });

  it('ends at the jurisdiction', async () => {
    const anxi = await actors.officer('GB2260:350524');
    expect((await ask({}, anxi)).fillRate.total).toMatchObject({ demanded: 4 });
    expect(await app.refusal(fillRate, { input: { ...range, regionId: 'GB2260:350582' } }, { as: anxi.token })).toBe(
      'NOT_FOUND',
    );
    expect(await app.refusal(fillRate, { input: { ...range, regionId: 'GB2260:999999' } }, { as: anxi.token })).toBe(
      'NOT_FOUND',
    );
    expect(await app.refusal(fillRate, { input: range }, { as: host.token })).toBe('FORBIDDEN');
    expect(await app.refusal(fillRate, { input: { from: range.until, until: range.from } }, { as: anxi.token })).toBe(
      'VALIDATION_FAILED',
    );
  });
});
