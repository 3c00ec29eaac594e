import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, places } from '../support/facts.js';

const openWork = `query ($near: NearInput, $regionId: ID, $occupationId: ID, $text: String, $minWageFen: Int, $wageUnit: WageUnit,
    $lodging: Boolean, $sort: OpenWorkSort, $first: Int! = 20, $after: String) {
  openWork(near: $near, regionId: $regionId, occupationId: $occupationId, text: $text, minWageFen: $minWageFen,
    wageUnit: $wageUnit, lodging: $lodging, sort: $sort, first: $first, after: $after) {
    edges { node { id hostId hostName hazards isBarredToMe occupation { id } region { id } distanceM latitude longitude wageFen seatsOpen certificates { code } } }
    pageInfo { hasNextPage endCursor } } }`;

interface Work {
  id: string;
  hostName: string;
  distanceM: number | null;
  latitude: number;
  wageFen: number;
  seatsOpen: number;
}
interface Answer {
  openWork: { edges: { node: Work }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

describe('open work, browsed without logging in', () => {
  let app: TestApp;
  let host: EnterpriseActor;

  const browse = async (variables: object = {}): Promise<Work[]> =>
    (await app.ask<Answer>(openWork, variables)).openWork.edges.map(({ node }) => node);
  const publish = async (changes: object): Promise<string> =>
    (
      await app.ask<{ publishNeed: { id: string } }>(
        `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
        { input: need(changes) },
        { as: host.token },
      )
    ).publishNeed.id;

  beforeAll(async () => {
    app = await TestApp.start();
    host = await new Actors(app).enterprise('安溪藤铁工艺厂');
    await publish({ description: '编织藤椅，包吃住', lodging: true });
    await publish({ ...places.jinjiang, occupationId: 'GJ:RT-WEAVE', wageFen: 3000, headcount: 5 });
    await publish({ wageFen: 9000, wageUnit: 'DAY', description: 'evening market' });
    for (let more = 0; more < 4; more++) await publish({ wageFen: 2600 });
  });
  afterAll(() => app.close());

  it('shows what is public, and the site only to a kilometre', async () => {
    const all = await browse();
    expect(all).toHaveLength(7);
    expect(all[0]).toMatchObject({
      ...{ hostId: host.enterpriseId, hazards: [], isBarredToMe: false },
      ...{ hostName: '安溪藤铁工艺厂', distanceM: null, latitude: 25.06, longitude: 118.19, seatsOpen: 2 },
      ...{ occupation: { id: 'GJ:RT-WEAVE' }, region: { id: places.town.regionId }, certificates: [] },
    });
  });

  it('finds by words of the description, of the occupation, by pinyin, lodging, region and wage', async () => {
    expect(await browse({ text: '藤椅' })).toHaveLength(1);
    expect(await browse({ text: 'EVENING market' })).toHaveLength(1);
    expect(await browse({ text: '%' })).toHaveLength(0);
    const [occupation] = await app.db.rows<{ name_zh: string; pinyin: string; initials: string }>(
      `SELECT name_zh, pinyin, initials FROM occupation WHERE id = 'GJ:RT-WEAVE'`,
    );
    for (const text of [occupation?.name_zh, occupation?.pinyin, occupation?.initials])
      expect(await browse({ text })).toHaveLength(7);
    expect(await browse({ lodging: true })).toHaveLength(1);
    expect(await browse({ regionId: places.jinjiang.regionId })).toHaveLength(1);
    expect(await browse({ regionId: 'GB2260:350500' })).toHaveLength(7);
    expect(await browse({ minWageFen: 2600, wageUnit: 'HOUR' })).toHaveLength(5);
  });

  it('finds by the name of the host and of the region, and of those it lies in', async () => {
    for (const text of ['藤铁工艺厂', '泉州', 'quanzhou']) expect(await browse({ text })).toHaveLength(7);
    expect(await browse({ text: '晋江' })).toHaveLength(1);
    expect(await browse({ text: '_江' })).toHaveLength(0);
  });

  it('sees through mistakes, and lists what fits as typed before that, on every page', async () => {
    for (const text of ['滕编', 'tenbian', 'ratan weavr', 'teng编']) expect(await browse({ text })).toHaveLength(7);
    const tea = await publish({ occupationId: 'GJ:FD-BAKE', description: 'next to tengbain road' });
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { openWork: page }: Answer = await app.ask<Answer>(openWork, { text: 'tengbain', first: 3, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect([paged[0], paged.length, new Set(paged).size]).toEqual([tea, 8, 8]);
    await app.ask(
      `mutation ($input: EndNeedInput!) { cancelNeed(input: $input) { id } }`,
      { input: { needId: tea } },
      { as: host.token },
    );
    const { occupations } = await app.ask<{ occupations: { edges: { node: { id: string } }[] } }>(
      `{ occupations(search: "weldr", first: 2) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(occupations.edges.length).toBeGreaterThan(0);
  });

  it('tells members how the host treats people', async () => {
    const asked = `{ openWork(first: 2) { edges { node { hostScorecard { again { count tooFew } } } } } }`;
    expect(await app.refusal(asked)).toContain('UNAUTHENTICATED');
    const { openWork: seen } = await app.ask<{ openWork: { edges: { node: object }[] } }>(
      asked,
      {},
      { as: host.token },
    );
    expect(seen.edges[1]?.node).toEqual({ hostScorecard: { again: { count: 0, tooFew: true } } });
  });

  it('orders by distance, wage and age, and pages through each without loss or repeat', async () => {
    const near = places.town;
    const place = { latitude: near.latitude, longitude: near.longitude };
    const nearest = await browse({ near: place });
    expect(nearest.map(({ distanceM }) => distanceM)).toEqual(
      [...nearest].map(({ distanceM }) => distanceM ?? 0).sort((a, b) => a - b),
    );
    expect(nearest.at(-1)?.wageFen).toBe(3000);
    expect(await browse({ near: { ...place, radiusM: 10_000 } })).toHaveLength(6);
    const best = await browse({ sort: 'HIGHEST_WAGE', wageUnit: 'HOUR' });
    expect(best.map(({ wageFen }) => wageFen)).toEqual([3000, 2600, 2600, 2600, 2600, 2400]);
    for (const asked of [{ near: place }, { sort: 'HIGHEST_WAGE', wageUnit: 'HOUR' }, { sort: 'NEWEST' }]) {
      const whole = await browse(asked);
      const paged: Work[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { openWork: page }: Answer = await app.ask<Answer>(openWork, { ...asked, first: 2, after });
        paged.push(...page.edges.map(({ node }) => node));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    }
  });

  it('refuses an order that cannot be, and a cursor of another order', async () => {
    expect(await app.refusal(openWork, { sort: 'NEAREST' })).toBe('VALIDATION_FAILED');
    expect(await app.refusal(openWork, { sort: 'HIGHEST_WAGE' })).toBe('VALIDATION_FAILED');
    const { openWork: page } = await app.ask<Answer>(openWork, { first: 1 });
    const other = { sort: 'HIGHEST_WAGE', wageUnit: 'HOUR', after: page.pageInfo.endCursor };
    expect(await app.refusal(openWork, other)).toBe('VALIDATION_FAILED');
    expect(await app.refusal(openWork, { after: 'nonsense' })).toBe('VALIDATION_FAILED');
  });
});

describe('the totals of the platform', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start()));
  afterAll(() => app.close());

  it('are counted for anyone, and kept for half a minute', async () => {
    const totals = async (): Promise<object> =>
      (
        await app.ask<{ publicTotals: object }>(
          `{ publicTotals { openNeeds openSeats workersAvailable enterprises placementsRunning seatsFilledThisMonth } }`,
        )
      ).publicTotals;
    const before = await totals();
    expect(before).toMatchObject({ openNeeds: 0, openSeats: 0, workersAvailable: 0, seatsFilledThisMonth: 0 });
    const actors = new Actors(app);
    const host = await actors.enterprise();
    await actors.idleWorker();
    const worker = await actors.idleWorker();
    const { publishNeed } = await app.ask<{ publishNeed: { id: string } }>(
      `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
      { input: need({ headcount: 4 }) },
      { as: host.token },
    );
    const { applyForNeed } = await app.ask<{ applyForNeed: { id: string } }>(
      `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`,
      { input: { idempotencyKey: key(), needId: publishNeed.id } },
      { as: worker.token },
    );
    const { makeOffer } = await app.ask<{ makeOffer: { id: string } }>(
      `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`,
      { input: { idempotencyKey: key(), applicationId: applyForNeed.id } },
      { as: host.token },
    );
    await app.ask(
      `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }`,
      { input: { offerId: makeOffer.id } },
      { as: worker.token },
    );
    expect(await totals()).toEqual(before);
    app.api.get(Clock).shift(31_000);
    expect(await totals()).toMatchObject({ openNeeds: 1, openSeats: 3, enterprises: 1, seatsFilledThisMonth: 1 });
  });
});
