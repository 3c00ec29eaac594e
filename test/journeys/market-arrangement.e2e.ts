import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InteractionJobs } from '../../src/matching/markets/interaction.jobs.js';
import { Actors, type Actor, availability, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, mobile, places, residentId } from '../support/facts.js';

const arrangeMarket =
  'mutation ($input: ArrangeMarketInput!) { arrangeMarket(input: $input) { id name counties { id } } }';
const marketSuggestion = `query ($regionId: ID!, $least: Int!) { marketSuggestion(regionId: $regionId, leastContainedPercent: $least) {
  suggested { counties { id } market { name } workers seats containedPercent isAsToday } today { market { name } containedPercent } } }`;
const [anxi, jinjiang, quanzhou] = [places.town.regionId, places.jinjiang.regionId, 'GB2260:350500'];

interface Suggestion {
  readonly suggested: { readonly counties: { readonly id: string }[]; readonly isAsToday: boolean }[];
  readonly today: { readonly market: { readonly name: string }; readonly containedPercent: number }[];
}

describe('a bureau arranges the labour markets', () => {
  let app: TestApp;
  let actors: Actors;
  let officer: Actor;
  let operator: Actor;

  const arrange = async (changes: object, as: Actor = officer): Promise<{ id: string; counties: { id: string }[] }> => {
    const input = { idempotencyKey: key(), regionIds: [anxi], nameZh: '安溪', nameEn: 'Anxi', ...changes };
    const { arrangeMarket: market } = await app.ask<{ arrangeMarket: { id: string; counties: { id: string }[] } }>(
      arrangeMarket,
      { input },
      { as: as.token },
    );
    await app.settle();
    return market;
  };
  const refusal = async (changes: object, as: Actor = officer): Promise<unknown> => {
    const input = { idempotencyKey: key(), regionIds: [anxi], nameZh: '安溪', nameEn: 'Anxi', ...changes };
    const { errors } = await app.call(arrangeMarket, { input }, { as: as.token });
    return { code: errors?.[0]?.extensions.code, field: errors?.[0]?.extensions.fields?.[0]?.path };
  };
  const suggest = async (least: number): Promise<Suggestion | null> =>
    (
      await app.ask<{ marketSuggestion: Suggestion | null }>(
        marketSuggestion,
        { regionId: quanzhou, least },
        { as: officer.token },
      )
    ).marketSuggestion;
  const proposed = async (): Promise<number> =>
    (await app.db.rows<{ n: number }>(`SELECT count(*)::int AS n FROM proposal WHERE state = 'proposed'`))[0]?.n ?? -1;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    const host = await actors.enterprise();
    officer = await actors.officer(quanzhou);
    operator = await actors.operator();
    await actors.idleWorker();
    await commuter();
    await app.ask(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need({ headcount: 3 }) },
      { as: host.token },
    );
    await app.settle();
  });
  afterAll(() => app.close());

  /** Lives in Jinjiang, and would travel 60 km. */
  async function commuter(): Promise<void> {
    const worker = await actors.worker({
      person: { name: '黄远行', phone: mobile(), idNumber: residentId(), ...places.jinjiang },
    });
    const as = { as: worker.token };
    await app.ask(
      `mutation ($input: SetMySkillsInput!) { setMySkills(input: $input) { id } }`,
      { input: { skills: [{ occupationId: 'GJ:RT-WEAVE', level: 3 }] } },
      as,
    );
    await app.ask(
      `mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }`,
      { input: availability({ radiusM: 60_000 }) },
      as,
    );
  }

  it('knows nothing before the reach of workers and needs was measured', async () => {
    expect(await suggest(90)).toBeNull();
  });

  it('sees what belongs together by whom its needs could have', async () => {
    await app.jobs.get(InteractionJobs).measure();
    await app.jobs.get(InteractionJobs).measure();
    const together = await suggest(90);
    expect(together?.suggested).toEqual([
      {
        ...{ counties: [{ id: anxi }, { id: jinjiang }], market: { name: 'Quanzhou' } },
        ...{ workers: 2, seats: 3, containedPercent: 100, isAsToday: true },
      },
    ]);
    expect(together?.today).toEqual([{ market: { name: 'Quanzhou' }, containedPercent: 100 }]);
  });

  it('gives a county a market of its own: who lives beyond it is not proposed there any more', async () => {
    expect(await proposed()).toBe(2);
    const market = await arrange({});
    expect(market.counties).toEqual([{ id: anxi }]);
    expect(await proposed()).toBe(1);
    expect((await suggest(90))?.today.map(({ containedPercent }) => containedPercent).sort()).toEqual([0, 50]);
  });

  it('puts it back, and everything is as it was', async () => {
    const { labourMarkets } = await app.ask<{
      labourMarkets: { edges: { node: { id: string; name: string; counties: object[] } }[] };
    }>('{ labourMarkets { edges { node { id name counties { id } } } } }', {}, { as: officer.token });
    const old = labourMarkets.edges.map(({ node }) => node).find(({ name }) => name === 'Quanzhou');
    expect(labourMarkets.edges).toHaveLength(2);
    const input = { idempotencyKey: key(), regionIds: [anxi], marketId: old?.id };
    const again = { input };
    await app.ask(arrangeMarket, again, { as: officer.token });
    await app.ask(arrangeMarket, again, { as: officer.token });
    await app.settle();
    expect(await proposed()).toBe(2);
    const left = await app.ask<{ labourMarkets: { edges: object[] } }>(
      '{ labourMarkets { edges { node { id } } } }',
      {},
      { as: operator.token },
    );
    expect(left.labourMarkets.edges).toHaveLength(1);
  });

  it('keeps to its jurisdiction', async () => {
    const county = await actors.officer(anxi);
    const [market] = await app.db.rows<{ id: string }>(
      `SELECT market_id AS id FROM labour_market_region WHERE region_id = $1`,
      [anxi],
    );
    expect(await refusal({ regionIds: [anxi, jinjiang] }, county)).toEqual({
      code: 'FORBIDDEN',
      field: 'input.regionIds',
    });
    expect(await refusal({ marketId: market?.id }, county)).toEqual({ code: 'FORBIDDEN', field: 'input.marketId' });
    expect(await refusal({ marketId: crypto.randomUUID() })).toEqual({ code: 'NOT_FOUND', field: 'input.marketId' });
    expect(await refusal({ nameEn: null })).toEqual({ code: 'VALIDATION_FAILED', field: 'input.nameEn' });
    expect(await refusal({ regionIds: ['GB2260:999999'] })).toEqual({
      code: 'VALIDATION_FAILED',
      field: 'input.regionIds.0',
    });
    expect(await refusal({ regionIds: [] })).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
