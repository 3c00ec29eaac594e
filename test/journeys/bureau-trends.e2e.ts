import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key, places } from '../support/facts.js';

const fillTrend = `query ($input: FillTrendInput!) { fillTrend(input: $input) {
  region { id } step points { on demanded proposed accepted onSite } } }`;
const balance = `query ($input: OccupationBalanceInput!) { occupationBalance(input: $input) {
  occupation { id name } openSeats availableWorkers gap } }`;

type Point = Record<'demanded' | 'proposed' | 'accepted' | 'onSite', number> & { readonly on: string };

describe('the bureau sees how it went and where it is short', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let officer: Actor;

  const trend = async (input: object = {}, as: Actor = officer): Promise<Point[]> => {
    const range = { from: inDays(-20), until: inDays(0) };
    const answer = await app.ask<{ fillTrend: { points: Point[] } }>(
      fillTrend,
      { input: { ...range, ...input } },
      { as: as.token },
    );
    return answer.fillTrend.points;
  };
  const on = (points: readonly Point[], day: number): number[] => {
    const found = points.find((point) => point.on === inDays(day));
    return found ? [found.demanded, found.proposed, found.accepted, found.onSite] : [];
  };

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
    officer = await actors.officer('GB2260:350500');
    await actors.idleWorker('GJ:RT-WELD');
    const worker = await actors.idleWorker();
    const publish = async (changes: object): Promise<string> =>
      (
        await app.ask<{ publishNeed: { id: string } }>(
          'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
          { input: need(changes) },
          { as: host.token },
        )
      ).publishNeed.id;
    const needId = await publish({ headcount: 4 });
    await publish({ headcount: 6, occupationId: 'GJ:RT-POWDER', ...places.jinjiang });
    await app.settle();
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
    // What happened today is moved into the past, but for the acceptance: the audit trail cannot be moved.
    await app.db.rows(`UPDATE labour_need SET published_at = now() - interval '9 days' WHERE id = $1`, [needId]);
    await app.db.rows(
      `UPDATE proposal SET created_at = now() - interval '6 days', decided_at = now() - interval '3 days'`,
    );
    await app.db.rows(`UPDATE offer SET sent_at = now() - interval '2 days'`);
  });
  afterAll(() => app.close());

  it('follows every stage by its own day', async () => {
    const points = await trend();
    expect(points).toHaveLength(21);
    expect(points[0]?.on).toBe(inDays(-20));
    expect([-10, -9, -7, -6, -4, -3, -2, -1, 0].map((day) => on(points, day))).toEqual([
      [0, 0, 0, 0],
      [4, 0, 0, 0],
      [4, 0, 0, 0],
      [4, 1, 0, 0],
      [4, 1, 0, 0],
      [4, 0, 0, 0],
      [4, 1, 0, 0],
      [4, 1, 0, 0],
      [10, 1, 1, 0],
    ]);
  });

  it('agrees today with the fill rate', async () => {
    const { fillRate } = await app.ask<{ fillRate: { total: object } }>(
      'query ($input: FillRateInput!) { fillRate(input: $input) { total { demanded proposed accepted onSite } } }',
      { input: { from: inDays(0), until: inDays(0) } },
      { as: officer.token },
    );
    expect((await trend({ from: inDays(0) }))[0]).toMatchObject(fillRate.total);
  });

  it('goes by weeks back from the last day, and never into the future', async () => {
    const points = await trend({ from: inDays(-16), step: 'WEEK' });
    expect(points.map((point) => point.on)).toEqual([inDays(-14), inDays(-7), inDays(0)]);
    expect(points.map(({ demanded }) => demanded)).toEqual([0, 4, 10]);
    expect(await trend({ from: inDays(1), until: inDays(9) })).toEqual([]);
    expect(await trend({ from: inDays(-1), until: inDays(9) })).toHaveLength(2);
  });

  it('is about an occupation and a region of the jurisdiction', async () => {
    expect(on(await trend({ occupationId: 'GJ:RT-POWDER' }), 0)).toEqual([6, 0, 0, 0]);
    const anxi = await actors.officer('GB2260:350524');
    expect(on(await trend({}, anxi), 0)).toEqual([4, 1, 1, 0]);
    for (const [query, input] of [
      [fillTrend, { from: inDays(-1), until: inDays(0) }],
      [balance, { on: inDays(0) }],
    ] as const) {
      const outside = { input: { ...input, regionId: 'GB2260:350582' } };
      expect(await app.refusal(query, outside, { as: anxi.token })).toBe('NOT_FOUND');
      expect(await app.refusal(query, { input }, { as: host.token })).toBe('FORBIDDEN');
    }
    const long = { input: { from: inDays(-500), until: inDays(0) } };
    expect(await app.refusal(fillTrend, long, { as: anxi.token })).toBe('VALIDATION_FAILED');
  });

  it('weighs open seats against free workers per occupation, the widest gap first', async () => {
    const { occupationBalance } = await app.ask<{ occupationBalance: object[] }>(
      balance,
      { input: { on: inDays(1) } },
      { as: officer.token },
    );
    expect(occupationBalance).toMatchObject([
      { occupation: { id: 'GJ:RT-POWDER' }, openSeats: 6, availableWorkers: 0, gap: 6 },
      { occupation: { id: 'GJ:RT-WEAVE' }, openSeats: 3, availableWorkers: 0, gap: 3 },
      { occupation: { id: 'GJ:RT-WELD' }, openSeats: 0, availableWorkers: 1, gap: -1 },
    ]);
  });
});
