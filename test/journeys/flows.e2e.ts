import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays } from '../support/facts.js';
import { loanOf } from '../support/standing-loan.js';
import { crewOf } from '../support/transport-rows.js';

const [anxi, nanan, jinjiang] = ['GB2260:350524', 'GB2260:350583', 'GB2260:350582'];
interface Flows {
  readonly heads: number;
  readonly others: number;
  readonly links: readonly { source: { key: string | null }; target: { key: string; label: string }; heads: number }[];
}

describe('a bureau sees where people come from', () => {
  let app: TestApp;
  let officer: Actor;
  let neighbour: Actor;
  const period = { from: inDays(-10), until: inDays(0) };

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    officer = await actors.officer(anxi);
    neighbour = await actors.officer(jinjiang);
    const host = await actors.enterprise();
    await crewOf(app, host.enterpriseId, 6, inDays(-3));
    await crewOf(app, host.enterpriseId, 2, inDays(-3), { regionId: jinjiang });
    const own = { regionId: anxi, home: { latitude: 25.06, longitude: 118.19 } };
    await crewOf(app, host.enterpriseId, 2, inDays(-3), own);
    await crewOf(app, host.enterpriseId, 4, inDays(-30));
    await app.db.rows(`UPDATE placement SET state = 'active', started_at = now()`);
    const { lender, workerId, placementId } = await loanOf(app, { startsOn: inDays(-3) });
    await app.db.rows('UPDATE placement SET started_at = now() WHERE id = $1', [placementId]);
    await app.db.rows('UPDATE worker SET region_id = $2, latitude = 25.06, longitude = 118.19 WHERE id = $1', [
      ...[workerId, anxi],
    ]);
    await app.db.rows(
      `UPDATE enterprise SET industry_id = (SELECT id FROM industry ORDER BY id LIMIT 1) WHERE id = $1`,
      [lender.enterpriseId],
    );
    // One that was called off before it began.
    await crewOf(app, host.enterpriseId, 1, inDays(-2));
  });
  afterAll(() => app.close());

  const flows = async (by: string, as = officer, changes: object = {}): Promise<Flows> => {
    const query = `query ($input: LabourFlowsInput!) { labourFlows(input: $input) {
      heads others links { heads source { key label } target { key label } } } }`;
    return (await app.ask<{ labourFlows: Flows }>(query, { input: { ...period, by, ...changes } }, { as: as.token }))
      .labourFlows;
  };

  it('by county, and of few people from elsewhere only the sum', async () => {
    expect(await flows('COUNTY')).toMatchObject({
      ...{ heads: 11, others: 2 },
      links: [
        { source: { key: nanan }, target: { key: anxi, label: 'Anxi County' }, heads: 6 },
        { source: { key: anxi }, target: { key: anxi }, heads: 3 },
      ],
    });
    expect(await flows('COUNTY', neighbour)).toMatchObject({ heads: 2, others: 0, links: [{ heads: 2 }] });
    expect(await flows('PROVINCE')).toMatchObject({ heads: 11, links: [{ source: { key: 'GB2260:350000' } }] });
  });

  it('by industry, people who were hired directly apart', async () => {
    const { links, heads } = await flows('INDUSTRY');
    expect(heads).toBe(11);
    expect(links.map((link) => [link.source.key === null, link.heads])).toEqual([
      [true, 10],
      [false, 1],
    ]);
  });

  it('and how far they have', async () => {
    const query = `query ($input: CommutingInput!) { commuting(input: $input) { heads medianKm p90Km bands { fromKm untilKm heads } } }`;
    const { commuting } = await app.ask<{ commuting: { heads: number; medianKm: number; bands: { heads: number }[] } }>(
      query,
      { input: period },
      { as: officer.token },
    );
    expect(commuting.heads).toBe(11);
    expect(commuting.bands.map(({ heads }) => heads)).toEqual(
      [3, 0, 0, 0, 8, 0].map((heads, at) => (at === 0 ? 3 : heads)),
    );
    expect(commuting.medianKm).toBeGreaterThan(20);
  });

  it('of their own jurisdiction, in a period that runs forwards', async () => {
    const query = `query ($input: LabourFlowsInput!) { labourFlows(input: $input) { heads } }`;
    const ask = (changes: object): Promise<string> =>
      app.refusal(query, { input: { ...period, by: 'COUNTY', ...changes } }, { as: officer.token });
    expect(await ask({ regionId: jinjiang })).toBe('NOT_FOUND');
    expect(await ask({ until: inDays(-20) })).toBe('VALIDATION_FAILED');
  });
});
