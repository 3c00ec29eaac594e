import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Rollups } from '../../src/bureau/rollups/rollup.service.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deals.js';
import { inDays, places } from '../support/facts.js';

const figure = 'from until value numerator denominator';
const reports = `query ($input: IndicatorReportInput!) { indicatorReports(input: $input) {
  indicator { code unit name } region { id } now { ${figure} } before { ${figure} } yearAgo { ${figure} }
  series { ${figure} } rows { key label value before numerator denominator } } }`;

interface Figure {
  readonly from: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}
interface Report {
  readonly now: Figure;
  readonly before: Figure;
  readonly series: readonly Figure[];
  readonly rows: readonly { readonly key: string | null; readonly label: string; readonly value: number | null }[];
}

describe('a bureau reads its indicators', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let officer: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    officer = await actors.officer('GB2260:350500');
    host = await actors.enterprise();
    const deals = new Deals(app);
    await deals.hire(host, await actors.idleWorker('GJ:RT-WEAVE'), { headcount: 4, startsOn: inDays(0) });
    await deals.need(host, { headcount: 6, occupationId: 'GJ:RT-POWDER', startsOn: inDays(0), ...places.jinjiang });
    await actors.idleWorker('GJ:RT-WELD');
    await app.settle();
  });
  afterAll(() => app.close());

  const today = { from: inDays(0), until: inDays(0) };
  const read = async (codes: string[], input: object = {}, as: Actor = officer): Promise<Report[]> => {
    const answer = await app.ask<{ indicatorReports: Report[] }>(
      reports,
      { input: { codes, ...today, ...input } },
      { as: as.token },
    );
    return answer.indicatorReports;
  };

  it('whose definitions anybody can read', async () => {
    const { indicators } = await app.ask<{ indicators: { code: string; definition: string }[] }>(
      '{ indicators { code name definition unit better dimensions sources follows } }',
    );
    expect(indicators.length).toBeGreaterThanOrEqual(25);
    expect(indicators.find(({ code }) => code === 'FILL_RATE')?.definition).toContain('Heads on site ÷ heads wanted');
  });

  it('as they stand when it looks', async () => {
    const [demand, fill, seekers, ratio, wage, days, few] = await read([
      ...['DEMAND', 'FILL_RATE', 'JOB_SEEKERS', 'SEEKER_RATIO', 'WAGE_ACCEPTED', 'TIME_TO_FILL', 'CONCENTRATION'],
    ]);
    expect(few?.now).toMatchObject({ value: 1, numerator: 10, denominator: 10 });
    expect(demand?.now).toMatchObject({ value: 10, numerator: 10, denominator: null });
    expect(fill?.now).toMatchObject({ value: 0.1, numerator: 1, denominator: 10 });
    expect(seekers?.now.value).toBe(2);
    expect(ratio?.now.value).toBe(5);
    expect(wage?.now).toMatchObject({ value: 2_400, denominator: 1 });
    expect(days?.now.value).toBe(0);
    expect(fill?.before).toMatchObject({ from: inDays(-1), value: null, numerator: 0, denominator: 0 });
  });

  it('by region, county and occupation, and step by step', async () => {
    const [byRegion] = await read(['FILL_RATE'], { groupBy: 'REGION' });
    expect(byRegion?.rows).toMatchObject([
      { key: 'GB2260:350582', value: 0, numerator: 0, denominator: 6 },
      { key: 'GB2260:350524', value: 0.25, label: 'Anxi County', numerator: 1, denominator: 4 },
    ]);
    const [byOccupation] = await read(['DEMAND'], { groupBy: 'OCCUPATION', regionId: 'GB2260:350524' });
    expect(byOccupation?.rows).toMatchObject([{ key: 'GJ:RT-WEAVE', value: 4 }]);
    const [powder] = await read(['DEMAND'], { occupationId: 'GJ:RT-POWDER' });
    expect(powder?.now.value).toBe(6);
    const [steps] = await read(['DEMAND'], { from: inDays(-2), until: inDays(1), step: 'DAY' });
    expect(steps?.series.map(({ from, value }) => [from, value])).toEqual([
      ...[-2, -1].map((day) => [inDays(day), 0]),
      [inDays(0), 10],
      [inDays(1), 0],
    ]);
  });

  it('by the size that enterprises state, from the next daily count on', async () => {
    const state = 'mutation ($input: StateEnterpriseSizeInput!) { stateMyEnterpriseSize(input: $input) { size } }';
    const bySize = async (): Promise<Report['rows'] | undefined> =>
      (await read(['FILL_RATE'], { groupBy: 'SIZE' }))[0]?.rows;
    expect(await bySize()).toMatchObject([{ key: null, label: 'Unclassified', value: 0.1 }]);
    const input = { size: 'SMALL' };
    expect(await app.ask(state, { input }, { as: host.token })).toEqual({ stateMyEnterpriseSize: input });
    expect(await app.refusal(state, { input }, { as: officer.token })).toBe('FORBIDDEN');
    await app.settle();
    expect(await bySize()).toMatchObject([{ key: null }]);
    expect(await app.jobs.get(Rollups).check()).toMatchObject({ drifted: 0 });
    expect(await bySize()).toMatchObject([{ key: 'small', label: 'Small', value: 0.1, denominator: 10 }]);
    const [small] = await read(['DEMAND'], { size: 'SMALL', groupBy: 'REGION' });
    expect(small?.rows.map(({ value }) => value)).toEqual([6, 4]);
    const [large] = await read(['DEMAND'], { size: 'LARGE' });
    expect(large?.now.value).toBe(0);
    for (const refused of [
      { codes: ['JOB_SEEKERS'], groupBy: 'SIZE' },
      { size: 'SMALL', groupBy: 'OCCUPATION' },
    ])
      expect(
        await app.refusal(reports, { input: { codes: ['DEMAND'], ...today, ...refused } }, { as: officer.token }),
      ).toBe('VALIDATION_FAILED');
  });

  it('which follow what is corrected and taken back', async () => {
    await app.db.rows(`UPDATE labour_need SET occupation_id = 'GJ:RT-WELD' WHERE occupation_id = 'GJ:RT-POWDER'`);
    await app.db.rows(`UPDATE placement SET state = 'no_show', started_at = NULL, ended_at = now()`);
    await app.settle();
    const [demand, fill, absent] = await read(['DEMAND', 'FILL_RATE', 'NO_SHOW'], { groupBy: 'OCCUPATION' });
    expect(demand?.rows.map(({ key }) => key)).toEqual(['GJ:RT-WELD', 'GJ:RT-WEAVE']);
    expect(fill?.now.value).toBe(0);
    expect(absent?.now).toMatchObject({ value: 1, numerator: 1, denominator: 1 });
  });

  it('only within its jurisdiction, and only what exists', async () => {
    const elsewhere = await actors.officer('GB2260:350200');
    const ask = (input: object, as: Actor = officer) =>
      app.refusal(reports, { input: { codes: ['DEMAND'], ...today, ...input } }, { as: as.token });
    expect(await ask({ regionId: 'GB2260:350524' }, elsewhere)).toBe('NOT_FOUND');
    expect(await ask({}, host)).toBe('FORBIDDEN');
    expect(await ask({ codes: ['NO_SUCH'] })).toBe('VALIDATION_FAILED');
    expect(await ask({ codes: ['PAY_ON_TIME'], groupBy: 'OCCUPATION' })).toBe('VALIDATION_FAILED');
    expect(await ask({ from: inDays(1) })).toBe('VALIDATION_FAILED');
    expect(await ask({ from: '2001-01-01', until: '2010-01-01', step: 'DAY' })).toBe('VALIDATION_FAILED');
    const [mine] = await read(['DEMAND'], {}, elsewhere);
    expect(mine?.now.value).toBe(0);
  });
});
