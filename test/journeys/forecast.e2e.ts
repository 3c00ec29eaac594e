import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchForecasts } from '../../src/bureau/alerts/watch-alerts.job.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { Materials } from '../support/materials.js';
import { mondayIn, orderLacking, weeksOfNeeds } from '../support/shortage-rows.js';

const anxi = 'GB2260:350524';
const weaver = 'GJ:RT-WEAVE';
const fields = `state partId label occupation region { id } peak data { weeks weeksNeeded busyWeeks busyWeeksNeeded } history { week wanted shortage }
  weeks { week openSeats orderHeads stays toCome expected low high meanError } backTest { origins tests meanError naiveError coverage judged }
  meaning { code unit sources }`;
const pastWeeks = 30;

interface Week {
  readonly week: string;
  readonly openSeats: number;
  readonly orderHeads: number;
  readonly stays: number;
  readonly toCome: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

interface Forecast {
  readonly state: string;
  readonly partId: string | null;
  readonly label: string;
  readonly peak: number | null;
  readonly data: object;
  readonly history: readonly { readonly week: string; readonly wanted: number; readonly shortage: number }[];
  readonly weeks: readonly Week[];
  readonly backTest: object | null;
}

describe('a bureau looks at the shortage of the coming weeks', () => {
  let app: TestApp;
  let actors: Actors;
  let officer: Actor;
  let host: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    officer = await actors.officer(anxi);
    host = await actors.enterprise();
    // Each week eight are wanted, three weeks before; three are found in the week before it, five are never found.
    const like = { headcount: 8, filled: 3, publishedBefore: 21, agreedBefore: 7 };
    const weeks = Array.from({ length: pastWeeks + 2 }, (_, at) => ({ ...like, week: at - pastWeeks }));
    const ahead = [2, 3].map((week) => ({ ...like, week, filled: 0 }));
    const rare = [-3, -2, -1].map((week) => ({ ...like, week, filled: 0, headcount: 4, occupationId: 'GJ:RT-WELD' }));
    await weeksOfNeeds(app, host.enterpriseId, [...weeks, ...ahead, ...rare]);
  });
  afterAll(() => app.close());

  const ask = async (args: string, as: Actor = officer): Promise<Forecast> =>
    (await app.ask<{ shortageForecast: Forecast }>(`{ shortageForecast(${args}) { ${fields} } }`, {}, { as: as.token }))
      .shortageForecast;
  const parts = async (args: string): Promise<Forecast[]> =>
    (
      await app.ask<{ shortageForecasts: Forecast[] }>(
        `{ shortageForecasts(${args}) { ${fields} } }`,
        {},
        { as: officer.token },
      )
    ).shortageForecasts;

  it('made of what is known and of what came late in the past, and right where every week was the same', async () => {
    const forecast = await ask(`occupationId: "${weaver}", weeks: 4`);
    expect(forecast).toMatchObject({
      ...{ state: 'READY', label: 'Anxi County', occupation: 'Rattan weaver', peak: 5 },
      data: { weeks: pastWeeks, weeksNeeded: 18, busyWeeks: pastWeeks },
      backTest: { origins: 23, meanError: 0, naiveError: 0, coverage: 1 },
    });
    expect(forecast.history).toHaveLength(27);
    expect(forecast.history.at(-2)).toEqual({ week: mondayIn(-1), wanted: 8, shortage: 5 });
    expect(forecast.weeks.map(({ week }) => week)).toEqual([1, 2, 3, 4].map(mondayIn));
    // Of the next week three have been found, of the two after nobody yet; the fourth is not published.
    expect(forecast.weeks.map(({ openSeats }) => openSeats)).toEqual([5, 8, 8, 0]);
    expect(forecast.weeks.map(({ stays }) => stays)).toEqual([5, 5, 5, 0]);
    expect(forecast.weeks.map(({ toCome }) => toCome)).toEqual([0, 0, 0, 5]);
    for (const { expected, low, high } of forecast.weeks) expect([expected, low, high]).toEqual([5, 5, 5]);
  });

  it('with orders that lack people, which announce a part of what is to come', async () => {
    await orderLacking(app, host.enterpriseId, { heads: 20, week: 4 });
    const { weeks } = await ask(`occupationId: "${weaver}", weeks: 4`);
    // Of seats known three weeks before five of eight stayed open; of earlier ones nothing is known.
    expect(weeks[3]).toMatchObject({ openSeats: 0, orderHeads: 20, toCome: 12.5, expected: 12.5 });
    expect(weeks[2]).toMatchObject({ orderHeads: 0, expected: 5 });
  });

  it('as it was known then: who left early or was called off had been counted on', async () => {
    // One of last week's three left on Monday: still five short in that week, since they came.
    const [left] = await app.db.rows<{ id: string }>(
      `SELECT p.id FROM placement p JOIN labour_need n ON n.id = p.need_id WHERE n.starts_on = $1 AND n.occupation_id = $2 ORDER BY p.id LIMIT 1`,
      [mondayIn(-1), weaver],
    );
    await app.db.rows(
      `UPDATE placement SET state = 'ended_early', ends_on = starts_on, ended_at = (starts_on + time '10:00') AT TIME ZONE 'UTC' WHERE id = $1`,
      [left?.id],
    );
    const after = await ask(`occupationId: "${weaver}", weeks: 4`);
    expect(after.history.at(-2)).toMatchObject({ shortage: 5 });
    await app.db.rows(`UPDATE placement SET state = 'no_show', started_at = NULL WHERE id = $1`, [left?.id]);
    const absent = await ask(`occupationId: "${weaver}", weeks: 4`);
    expect(absent.history.at(-2)).toMatchObject({ wanted: 8, shortage: 6 });
    // Known a week before: five open of that week; six stayed. So a little more than five stay of the next.
    expect(absent.weeks[0]?.stays).toBeCloseTo((12 * 5 + 6) / 13, 6);
  });

  it('or says what is missing, and never a number', async () => {
    expect(await ask('occupationId: "GJ:RT-WELD", weeks: 8')).toMatchObject({
      ...{ state: 'NOT_ENOUGH_DATA', weeks: [], backTest: null, peak: null },
      data: { weeks: 3, weeksNeeded: 22, busyWeeks: 3, busyWeeksNeeded: 8 },
    });
    const empty = await actors.officer('GB2260:350582');
    expect(await ask('weeks: 8', empty)).toMatchObject({ state: 'NOT_ENOUGH_DATA', data: { weeks: 0 } });
  });

  it('part by part, the largest first', async () => {
    const byOccupation = await parts('splitBy: OCCUPATION, weeks: 4');
    expect(byOccupation.map(({ partId, peak, state }) => ({ partId, peak, state }))).toEqual([
      { partId: weaver, peak: expect.closeTo(12.5, 0), state: 'READY' },
      { partId: 'GJ:RT-WELD', peak: null, state: 'NOT_ENOUGH_DATA' },
    ]);
    const above = await actors.officer('GB2260:350500');
    const { shortageForecasts } = await app.ask<{ shortageForecasts: Forecast[] }>(
      `{ shortageForecasts(splitBy: REGION, weeks: 4, first: 5) { partId label peak } }`,
      {},
      { as: above.token },
    );
    expect(shortageForecasts).toMatchObject([{ partId: anxi, label: 'Anxi County' }]);
    expect(shortageForecasts[0]?.peak).toBeGreaterThanOrEqual(12.5);
  });

  it('of the own jurisdiction alone', async () => {
    const refusal = (query: string, as: Actor = officer): Promise<string> => app.refusal(query, {}, { as: as.token });
    const elsewhere = await actors.officer('GB2260:350582');
    expect(await refusal(`{ shortageForecast(regionId: "${anxi}") { state } }`, elsewhere)).toBe('NOT_FOUND');
    expect(await refusal(`{ shortageForecasts(regionId: "${anxi}", splitBy: OCCUPATION) { state } }`, elsewhere)).toBe(
      'NOT_FOUND',
    );
    expect(await refusal('{ shortageForecast(occupationId: "NONE") { state } }')).toBe('NOT_FOUND');
    expect(await refusal('{ shortageForecast(weeks: 9) { state } }')).toBe('VALIDATION_FAILED');
    expect(await refusal('{ shortageForecast { state } }', { login: host.login, token: host.token })).toBe('FORBIDDEN');
  });

  describe('and is warned of it', () => {
    const terms = {
      ...{ indicatorCode: 'SHORTAGE', kind: 'FORECAST', splitBy: 'OCCUPATION', isAbove: true },
      ...{ bound: 5, releaseAt: 3, least: 5, days: 28 },
    };
    const save = (changes: object) => ({
      input: { idempotencyKey: key(), name: '预计缺工', severity: 'WARNING', terms: { ...terms, ...changes } },
    });
    const mutation =
      'mutation ($input: SaveAlertRuleInput!) { saveAlertRule(input: $input) { id indicator { code name } } }';

    it('by a rule that is tried on what had been forecast in the past', async () => {
      const simulated = await app.ask(
        `query ($input: SimulateAlertRuleInput!) { simulateAlertRule(input: $input) { partId label from until worst } }`,
        { input: { terms, daysBack: 180 } },
        { as: officer.token },
      );
      // Eighteen weeks had to pass before anything could be said.
      expect(simulated).toEqual({
        simulateAlertRule: [
          {
            ...{ partId: weaver, label: 'Rattan weaver', until: null },
            ...{ from: inDays(-7 * (pastWeeks - 18)), worst: expect.closeTo(12.5, 0) },
          },
        ],
      });
    });

    it('and raises its alert', async () => {
      const { saveAlertRule } = await app.ask<{ saveAlertRule: { id: string; indicator: object } }>(
        mutation,
        save({}),
        {
          as: officer.token,
        },
      );
      expect(saveAlertRule.indicator).toEqual({ code: 'SHORTAGE', name: 'Shortage' });
      await new Materials(app).run(watchForecasts);
      await app.settle();
      const { alerts } = await app.ask<{ alerts: { edges: { node: { rule: { id: string } } }[] } }>(
        '{ alerts(first: 50) { edges { node { state partId partName reading rule { id kind indicator { code } } } } } }',
        {},
        { as: officer.token },
      );
      expect(alerts.edges.map(({ node }) => node).filter(({ rule }) => rule.id === saveAlertRule.id)).toMatchObject([
        {
          state: 'OPEN',
          partId: weaver,
          partName: 'Rattan weaver',
          reading: expect.closeTo(12.5, 0),
          rule: { kind: 'FORECAST' },
        },
      ]);
    });

    it('but not by one that mixes kinds, splits by industry, or looks less than whole weeks ahead', async () => {
      const refused = async (changes: object): Promise<string> => {
        const { errors = [] } = await app.call(mutation, save(changes), { as: officer.token });
        return errors.flatMap(({ extensions }) => extensions.fields?.map(({ path }) => path) ?? []).join(' ');
      };
      expect(await refused({ indicatorCode: 'FILL_RATE' })).toBe('input.terms.kind');
      expect(await refused({ kind: 'THRESHOLD' })).toBe('input.terms.kind');
      expect(await refused({ splitBy: 'INDUSTRY' })).toBe('input.terms.splitBy');
      expect(await refused({ days: 30 })).toBe('input.terms.days');
    });
  });
});
