import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { hold, lineOf, publishWindow } from '../support/capacity.js';
import { inDays, key, places } from '../support/facts.js';

interface Proposal {
  readonly step: number;
  readonly day: string;
  readonly minutes: number;
  readonly costFen: number;
  readonly window: { readonly id: string };
}

describe('matching of capacity', () => {
  let app: TestApp;
  let actors: Actors;
  let welder: EnterpriseActor;
  let painter: EnterpriseActor;
  let maker: EnterpriseActor;
  let requestId: string;
  let welding: string;
  let painting: string;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    welder = await actors.enterprise('安溪焊接厂');
    painter = await actors.enterprise('安溪喷涂厂');
    maker = await actors.enterprise('安溪藤铁工艺厂');
    const spot = await lineOf(app, welder, { machineTypeId: 'GJ:WELD-SPOT', attributes: [] });
    welding = await publishWindow(app, welder, spot, { setupMinutes: 0, fenPerHour: 6_000 });
    painting = await publishWindow(app, painter, await lineOf(app, painter), { setupMinutes: 60, fenPerHour: 9_000 });
  });
  afterAll(() => app.close());

  const proposals = async (): Promise<Proposal[]> => {
    const { capacityRequest } = await app.ask<{ capacityRequest: { proposals: { edges: { node: Proposal }[] } } }>(
      'query ($id: ID!) { capacityRequest(id: $id) { proposals { edges { node { step day minutes costFen window { id } } } } } }',
      { id: requestId },
      { as: maker.token },
    );
    const nodes = capacityRequest.proposals.edges.map(({ node }) => node);
    return nodes.toSorted((a, b) => a.step - b.step || a.day.localeCompare(b.day));
  };
  const minutesOf = (of: readonly Proposal[], step: number): number =>
    of.filter((proposal) => proposal.step === step).reduce((sum, { minutes }) => sum + minutes, 0);

  it('places steps in order over days, with the days on the road, setup and price', async () => {
    const input = {
      ...{ idempotencyKey: key(), reference: '订单 7', ...places.near, earliestStart: inDays(1), dueDate: inDays(8) },
      steps: [
        { processId: 'GJ:WELD', minutes: 900, transportDays: 2 },
        { processId: 'GJ:POWDER', minutes: 450 },
      ],
    };
    const { publishCapacityRequest } = await app.ask<{ publishCapacityRequest: { id: string } }>(
      'mutation ($input: PublishCapacityRequestInput!) { publishCapacityRequest(input: $input) { id } }',
      { input },
      { as: maker.token },
    );
    requestId = publishCapacityRequest.id;
    await app.settle();
    const found = await proposals();
    expect([minutesOf(found, 1), minutesOf(found, 2)]).toEqual([900, 450]);
    const lastWeld = found.filter(({ step }) => step === 1).at(-1)?.day ?? '';
    const firstPaint = found.find(({ step }) => step === 2);
    expect(new Date(firstPaint?.day ?? '').getTime() - new Date(lastWeld).getTime()).toBeGreaterThan(2 * 86_400_000);
    expect(new Set(found.map(({ step, window }) => `${step} ${window.id}`))).toEqual(
      new Set([`1 ${welding}`, `2 ${painting}`]),
    );
    // 900 minutes at 60 yuan an hour, 450 and once 60 of setup at 90 yuan.
    expect(found.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(90_000 + 76_500);
  });

  it('follows what others take, and plans around what is booked already', async () => {
    const [first] = await proposals();
    const day = Math.round((new Date(first?.day ?? '').getTime() - new Date(inDays(0)).getTime()) / 86_400_000);
    const stranger = await actors.enterprise('安溪旁观厂');
    await hold(app, stranger, welding, [[day, 480]]);
    await app.settle();
    const found = await proposals();
    expect(found.map((proposal) => proposal.day)).not.toContain(first?.day);
    expect([minutesOf(found, 1), minutesOf(found, 2)]).toEqual([900, 450]);
    await hold(
      app,
      maker,
      painting,
      [
        [6, 200],
        [7, 250],
      ],
      { capacityRequestId: requestId, step: 2 },
    );
    await app.settle();
    const left = await proposals();
    expect(minutesOf(left, 2)).toBe(0);
    expect(left.every((proposal) => proposal.day <= inDays(3))).toBe(true);
    expect(minutesOf(left, 1)).toBe(900);
  });

  it('tells of its run', async () => {
    const { sharingRuns } = await app.ask<{ sharingRuns: { edges: { node: object }[] } }>(
      '{ sharingRuns(leg: CAPACITY, first: 1) { edges { node { leg requests met gap isProven offers } } } }',
      {},
      { as: (await actors.officer('GB2260:350524')).token },
    );
    expect(sharingRuns.edges[0]?.node).toMatchObject({
      ...{ leg: 'CAPACITY', requests: 1, met: 1, gap: 0, isProven: true, offers: expect.any(Number) },
    });
  });
});
