import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { externalCsv, Externals, monthFrom } from '../support/external.js';
import { inDays } from '../support/facts.js';

describe('a series of another department', () => {
  let app: TestApp;
  let officer: Actor;
  let externals: Externals;

  beforeAll(async () => {
    app = await TestApp.start();
    officer = await new Actors(app).officer('GB2260:350524');
    externals = new Externals(app, officer);
  });
  afterAll(() => app.close());

  it('stands beside an own indicator, with what goes together at which delay', async () => {
    const actors = new Actors(app);
    const host = await actors.enterprise();
    const heads = [3, 9, 4, 12, 5, 7, 15, 6, 11, 8, 14, 10, 13];
    const needId = await new Deals(app).need(host, { headcount: 1, startsOn: inDays(0) });
    // By SQL: what is past cannot be published.
    for (const [index, headcount] of heads.entries())
      await app.db.rows(
        `INSERT INTO labour_need SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'headcount', $2::int,
           'starts_on', $3::date, 'ends_on', $3::date + 20, 'published_at', $3::date, 'created_at', $3::date))).* FROM labour_need n WHERE id = $1`,
        [needId, headcount, monthFrom(index - 13)],
      );
    await app.settle();
    const kwhId = (await externals.save({ code: 'KWH_JOINT' })).id;
    // The heads of each month come two months after the electricity.
    await externals.send(kwhId, externalCsv(heads.map((count, index) => [monthFrom(index - 15), count * 10 + 500])));
    const query = `query ($input: JointSeriesInput!) { jointSeries(input: $input) { step points { from external own }
      values { lag n r noise } changes { lag n r } strongestOfValues { lag n r } strongestOfChanges { lag r } indicator { code } } }`;
    const input = { externalSeriesId: kwhId, indicator: 'DEMAND', from: monthFrom(-15), until: inDays(0) };
    const { jointSeries } = await externals.ask<{ jointSeries: Joint }>(query, { input });
    expect(jointSeries).toMatchObject({ step: 'MONTH', indicator: { code: 'DEMAND' } });
    expect(jointSeries.points).toHaveLength(15);
    expect(jointSeries.points.slice(-2)).toMatchObject([
      { external: null, own: 10 },
      { external: null, own: 13 },
    ]);
    expect(jointSeries.strongestOfValues).toMatchObject({ lag: 2, n: 13 });
    expect(jointSeries.strongestOfValues?.r).toBeCloseTo(1, 9);
    expect(jointSeries.strongestOfChanges?.lag).toBe(2);
    expect(jointSeries.values.find(({ lag }) => lag === -6)).toMatchObject({ n: 5, r: null, noise: null });
    const quarters = await externals.ask<{ jointSeries: Joint }>(query, { input: { ...input, step: 'QUARTER' } });
    expect(quarters.jointSeries.points.length).toBeLessThanOrEqual(5);
    expect(quarters.jointSeries.strongestOfValues).toBeNull();
    const refusal = (changes: object): Promise<string> =>
      app.refusal(query, { input: { ...input, ...changes } }, { as: officer.token });
    expect(await refusal({ step: 'WEEK' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ indicator: 'NO_SUCH' })).toBe('VALIDATION_FAILED');
    expect(await refusal({ from: inDays(1), until: inDays(9) })).toBe('VALIDATION_FAILED');
    expect(await refusal({ regionId: 'GB2260:110000' })).toBe('NOT_FOUND');
  });
  interface Lag {
    readonly lag: number;
    readonly n: number;
    readonly r: number | null;
  }
  interface Joint {
    readonly points: { external: number | null; own: number | null }[];
    readonly values: Lag[];
    readonly strongestOfValues: Lag | null;
    readonly strongestOfChanges: Lag | null;
  }
});
