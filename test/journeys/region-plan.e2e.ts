import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { lineOf, publishWindow } from '../support/capacity.js';
import { inDays, key, places } from '../support/facts.js';
import { toldTo } from '../support/inbox.js';
import { lot, Materials } from '../support/materials.js';

const anxi = 'GB2260:350524';
const planRegion = `mutation ($input: PlanRegionInput!) { planRegion(input: $input) { id state outcome { gap } } }`;

interface Foreseen {
  readonly id: string;
  readonly reference: string;
  readonly isSecured: boolean;
  readonly proposal: { readonly shares: { readonly leg: string; readonly quantity: string }[] } | null;
}

describe('a plan of the orders of a region', () => {
  let app: TestApp;
  let actors: Actors;
  let materials: Materials;
  let maker: EnterpriseActor;
  let rattan: EnterpriseActor;
  let officer: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    materials = new Materials(app);
    maker = await actors.enterprise('安溪藤铁工艺厂');
    rattan = await actors.enterprise('安溪藤料行');
    const painter = await actors.enterprise('安溪喷涂厂');
    officer = await actors.officer(anxi);
    await actors.idleWorker('GJ:RT-WEAVE', 3);
    await publishWindow(app, painter, await lineOf(app, painter), { setupMinutes: 0, fenPerHour: 6_000 });
    await materials.publish(rattan, lot({ quantity: { value: '30' }, availableUntil: inDays(60) }));
    // Whoever is due first wants all the rattan; two others could share it.
    await place('ALL', 22, '30');
    await place('HALF-1', 23, '15', [labour, painting]);
    await place('HALF-2', 24, '15');
  });
  afterAll(() => app.close());

  const labour = {
    ...{ leg: 'LABOUR', thingId: 'GJ:RT-WEAVE', quantity: '1', minLevel: 2 },
    ...{ ceilingFen: 3_000, wageUnit: 'HOUR' },
  };
  const painting = { leg: 'CAPACITY', thingId: 'GJ:POWDER', quantity: '60' };

  const place = (reference: string, due: number, kg: string, more: object[] = []): Promise<object> =>
    app.ask(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { id } }',
      {
        input: {
          ...{ idempotencyKey: key(), reference, product: '藤编椅', quantity: '10', valueFen: 1_000_000 },
          ...{ ...places.near, earliestStart: inDays(2), dueDate: inDays(due) },
          requirements: [
            { leg: 'MATERIAL', thingId: 'RATTAN-CORE-8', quantity: kg, minimumGrade: 'B', ceilingFen: 1_500 },
            ...more,
          ],
        },
      },
      { as: maker.token },
    );
  const plan = async (): Promise<string> => {
    const input = { idempotencyKey: key(), regionId: anxi };
    const asked = await app.ask<{ planRegion: { id: string } }>(planRegion, { input }, { as: officer.token });
    return asked.planRegion.id;
  };
  const foreseen = async (): Promise<ReadonlyMap<string, Foreseen>> => {
    const { myOrders } = await app.ask<{ myOrders: { edges: { node: Foreseen }[] } }>(
      `{ myOrders { edges { node { id reference isSecured proposal { shares { leg name quantity enterprise { id } } } } } } }`,
      {},
      { as: maker.token },
    );
    return new Map(myOrders.edges.map(({ node }) => [node.reference, node]));
  };
  const codesOf = async (mutation: string, type: string, input: object): Promise<string[]> => {
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`;
    const { errors = [] } = await app.call(document, { input }, { as: maker.token });
    return errors.map(({ extensions }) => extensions.code);
  };

  it('is asked for once at a time, by who looks after the region', async () => {
    const input = { idempotencyKey: key(), regionId: 'GB2260:350000' };
    expect(await app.refusal(planRegion, { input }, { as: officer.token })).toContain('NOT_FOUND');
    const id = await plan();
    const again = { idempotencyKey: key(), regionId: anxi };
    expect(await app.refusal(planRegion, { input: again }, { as: officer.token })).toContain('CONFLICT');
    await app.settle();
    const ask = `query ($id: ID!) { regionPlan(id: $id) { state finishedAt outcome { openOrders securedOrders gap bound
      oneByOne { orders value } joint { orders value } secured { reference } scarce { leg name moreOrders moreValue } } } }`;
    const { regionPlan } = await app.ask<{ regionPlan: object }>(ask, { id }, { as: officer.token });
    expect(regionPlan).toMatchObject({
      state: 'SUCCEEDED',
      finishedAt: expect.any(String),
      outcome: {
        ...{ openOrders: 3, securedOrders: 0, gap: 0, bound: 2_000_000 },
        ...{ oneByOne: { orders: 1, value: 1_000_000 }, joint: { orders: 2, value: 2_000_000 } },
        secured: [{ reference: 'HALF-1' }, { reference: 'HALF-2' }],
      },
    });
    const elsewhere = await actors.officer('GB2260:350582');
    expect(await app.refusal(ask, { id }, { as: elsewhere.token })).toContain('NOT_FOUND');
  });

  it('is proposed to the enterprises, who see whose things they are', async () => {
    const orders = await foreseen();
    expect(orders.get('ALL')?.proposal).toBeNull();
    expect(orders.get('HALF-1')?.proposal?.shares).toEqual([
      { leg: 'MATERIAL', name: expect.any(String), quantity: '15', enterprise: { id: rattan.enterpriseId } },
      { leg: 'LABOUR', name: expect.any(String), quantity: '1', enterprise: null },
      { leg: 'CAPACITY', name: expect.any(String), quantity: '60', enterprise: { id: expect.any(String) } },
    ]);
    const told = await toldTo(app, maker, 'orderProposed');
    expect(told.map(({ text }) => text).toSorted()).toEqual([
      expect.stringContaining('HALF-1'),
      expect.stringContaining('HALF-2'),
    ]);
  });

  it('is replaced by the next, and nobody is told twice of the same', async () => {
    await plan();
    await app.settle();
    expect((await foreseen()).get('HALF-1')?.proposal?.shares).toHaveLength(3);
    expect(await toldTo(app, maker, 'orderProposed')).toHaveLength(2);
    const { regionPlans } = await app.ask<{ regionPlans: { edges: object[] } }>(
      `{ regionPlans(regionId: "${anxi}") { edges { node { outcome { joint { orders } } } } } }`,
      {},
      { as: officer.token },
    );
    const two = { node: { outcome: { joint: { orders: 2 } } } };
    expect(regionPlans.edges).toEqual([two, two]);
  });

  it('is secured as foreseen, or declined', async () => {
    const orders = await foreseen();
    const orderId = orders.get('HALF-1')?.id ?? '';
    expect(
      await codesOf('declineOrderProposal', 'ProductionOrderInput', { orderId: orders.get('HALF-2')?.id }),
    ).toEqual([]);
    expect(await codesOf('secureOrder', 'SecureOrderInput', { orderId, idempotencyKey: key() })).toEqual([]);
    await app.settle();
    const after = await foreseen();
    expect(after.get('HALF-1')).toMatchObject({ isSecured: true, proposal: null });
    expect(after.get('HALF-2')).toMatchObject({ isSecured: false, proposal: null });
    expect(await codesOf('declineOrderProposal', 'ProductionOrderInput', { orderId })).toEqual(['CONFLICT']);
    expect(await app.db.rows('SELECT state FROM order_proposal ORDER BY id')).toEqual([
      { state: 'accepted' },
      { state: 'declined' },
    ]);
  });
});
