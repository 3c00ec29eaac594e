import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { places } from '../support/facts.js';

const wageHint = `query ($regionId: ID!) { wageHint(occupationId: "GJ:RT-WEAVE", regionId: $regionId, wageUnit: HOUR) {
  count p25Fen medianFen p75Fen wageUnit currency scope { id level } } }`;

describe('what others pay', () => {
  let app: TestApp;
  let viewer: EnterpriseActor;

  const hint = async (regionId: string): Promise<object | null> =>
    (await app.ask<{ wageHint: object | null }>(wageHint, { regionId }, { as: viewer.token })).wageHint;
  const publish = async (host: EnterpriseActor, wageFen: number, changes: object = {}): Promise<void> => {
    await app.ask(
      `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
      { input: need({ wageFen, ...changes }) },
      { as: host.token },
    );
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    viewer = await actors.enterprise();
    const hosts = [await actors.enterprise(), await actors.enterprise(), await actors.enterprise()] as const;
    await publish(viewer, 100);
    await publish(hosts[0], 9999, { wageUnit: 'DAY' });
    await publish(hosts[0], 2000);
    await publish(hosts[0], 2200, places.jinjiang);
    await publish(hosts[1], 2400);
    await publish(hosts[1], 2600);
  });
  afterAll(() => app.close());

  it('is not told while it would tell of single hosts', async () => {
    expect(await hint(places.town.regionId)).toBeNull();
  });

  it('is told of the prefecture once three hosts have five needs, without the viewer’s own', async () => {
    const actors = new Actors(app);
    await publish(await actors.enterprise(), 2800);
    expect(await hint(places.town.regionId)).toEqual({
      ...{ count: 5, p25Fen: 2200, medianFen: 2400, p75Fen: 2600, wageUnit: 'HOUR', currency: 'CNY' },
      scope: { id: 'GB2260:350500', level: 'PREFECTURE' },
    });
  });

  it('is told of the province where the prefecture has too few', async () => {
    expect(await hint('GB2260:350200')).toMatchObject({ count: 5, scope: { id: 'GB2260:350000', level: 'PROVINCE' } });
    expect(await hint('GB2260:110000')).toBeNull();
  });

  it('is for those who post needs, and of codes that exist', async () => {
    expect(await app.refusal(wageHint, { regionId: places.town.regionId })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(wageHint, { regionId: 'GB2260:000000' }, { as: viewer.token })).toBe('VALIDATION_FAILED');
  });
});
