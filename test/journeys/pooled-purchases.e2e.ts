import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePooledPurchases } from '../../src/materials/materials.jobs.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key, places } from '../support/facts.js';
import { Materials } from '../support/materials.js';

const fields = `id state fenPerUnit arrived invoiceFen actions progress { total memberCount isReached tier { fenPerUnit } nextTier { fromQuantity } }
  myShare { quantity allocated costFen } members { enterprise { name } quantity allocated costFen }`;

describe('a pooled purchase', () => {
  let app: TestApp;
  let materials: Materials;
  let organiser: EnterpriseActor;
  let first: EnterpriseActor;
  let second: EnterpriseActor;
  let outsider: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    const actors = new Actors(app);
    organiser = await actors.enterprise('组织者');
    first = await actors.enterprise('甲厂');
    second = await actors.enterprise('乙厂');
    outsider = await actors.enterprise('丙厂');
  });
  afterAll(() => app.close());

  const call = async (actor: EnterpriseActor, mutation: string, input: object): Promise<Record<string, unknown>> => {
    const type = {
      openPooledPurchase: 'OpenPooledPurchaseInput',
      joinPooledPurchase: 'JoinPooledPurchaseInput',
      recordPoolArrival: 'RecordPoolArrivalInput',
    }[mutation];
    const data = await app.ask<Record<string, Record<string, unknown>>>(
      `mutation ($input: ${type ?? 'PooledPurchaseInput'}!) { ${mutation}(input: $input) { ${fields} } }`,
      { input },
      { as: actor.token },
    );
    return data[mutation] ?? {};
  };
  const refused = async (actor: EnterpriseActor, mutation: string, input: object): Promise<string> => {
    try {
      await call(actor, mutation, input);
    } catch (error) {
      return String(error).replace(/^Error: (\w+):.*/s, '$1');
    }
    throw new Error(`expected a refusal of ${mutation}`);
  };
  const open = async (changes: object = {}): Promise<string> => {
    const input = {
      ...{ idempotencyKey: key(), kindId: 'CARTON-5PLY', unit: 'bundle', threshold: '100', closesOn: inDays(5) },
      ...{ supplierName: '泉州纸箱厂', ...places.town, siteName: '尚卿集散点' },
      tiers: [
        { fromQuantity: '50', fenPerUnit: 9_001 },
        { fromQuantity: '100', fenPerUnit: 8_333 },
        { fromQuantity: '300', fenPerUnit: 8_000 },
      ],
      ...changes,
    };
    const pool = await call(organiser, 'openPooledPurchase', input);
    expect(await call(organiser, 'openPooledPurchase', input)).toEqual(pool);
    return String(pool['id']);
  };
  const join = (actor: EnterpriseActor, poolId: string, quantity: string): Promise<Record<string, unknown>> =>
    call(actor, 'joinPooledPurchase', { idempotencyKey: key(), poolId, quantity });
  const past = (poolId: string): Promise<unknown> =>
    app.db.rows('UPDATE pooled_purchase SET closes_on = current_date - 2 WHERE id = $1', [poolId]);
  const look = async (actor: EnterpriseActor, id: string): Promise<Record<string, unknown>> => {
    const query = `query ($id: ID!) { pooledPurchase(id: $id) { ${fields} } }`;
    return (await app.ask<{ pooledPurchase: Record<string, unknown> }>(query, { id }, { as: actor.token }))
      .pooledPurchase;
  };

  it('commits at its last day, and a short arrival is shared out to the bundle and the fen', async () => {
    const poolId = await open();
    await join(first, poolId, '40');
    await join(second, poolId, '50');
    await join(first, poolId, '67');
    expect(await refused(first, 'joinPooledPurchase', { idempotencyKey: key(), poolId, quantity: '1.5' })).toBe(
      'VALIDATION_FAILED',
    );
    expect(await look(outsider, poolId)).toMatchObject({
      ...{ members: null, myShare: null, actions: ['JOIN'] },
      progress: {
        total: '117',
        memberCount: 2,
        isReached: true,
        tier: { fenPerUnit: 8_333 },
        nextTier: { fromQuantity: '300' },
      },
    });
    expect(await look(second, poolId)).toMatchObject({
      members: [{ enterprise: { name: '甲厂' } }, { enterprise: { name: '乙厂' } }],
      actions: ['JOIN', 'LEAVE'],
    });
    await join(outsider, poolId, '13');
    await past(poolId);
    expect(await refused(first, 'leavePooledPurchase', { poolId })).toBe('CONFLICT');
    await materials.run(closePooledPurchases);
    expect(await look(organiser, poolId)).toMatchObject({
      state: 'COMMITTED',
      fenPerUnit: 8_333,
      actions: ['RECORD_ARRIVAL'],
    });

    expect(await refused(first, 'recordPoolArrival', { poolId, quantity: '100' })).toBe('NOT_FOUND');
    expect(await refused(organiser, 'recordPoolArrival', { poolId, quantity: '131' })).toBe('CONFLICT');
    const arrived = await call(organiser, 'recordPoolArrival', { poolId, quantity: '100' });
    const shares = arrived['members'] as { allocated: string; costFen: number }[];
    expect(arrived).toMatchObject({ state: 'ARRIVED', arrived: '100', invoiceFen: 833_300, actions: [] });
    // 67, 50 and 13 of 130 are 51.54, 38.46 and exactly 10 of 100.
    expect(shares.map(({ allocated }) => allocated)).toEqual(['52', '38', '10']);
    expect(shares.reduce((all, { costFen }) => all + costFen, 0)).toBe(833_300);
    expect(await look(second, poolId)).toMatchObject({ myShare: { allocated: '38', costFen: 316_654 } });
    expect(await materials.eventsOf(poolId)).toEqual(['pool.opened', 'pool.committed', 'pool.arrived']);
  });

  it('is bought early by its organiser, once the threshold is reached', async () => {
    const poolId = await open();
    await join(first, poolId, '99');
    expect(await refused(organiser, 'closePooledPurchase', { poolId })).toBe('CONFLICT');
    await join(organiser, poolId, '1');
    expect(await refused(first, 'closePooledPurchase', { poolId })).toBe('NOT_FOUND');
    expect(await call(organiser, 'closePooledPurchase', { poolId })).toMatchObject({
      state: 'COMMITTED',
      fenPerUnit: 8_333,
    });
    expect(await refused(first, 'leavePooledPurchase', { poolId })).toBe('ILLEGAL_TRANSITION');
    expect(await refused(second, 'joinPooledPurchase', { idempotencyKey: key(), poolId, quantity: '1' })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  it('dissolves where the threshold is not reached in time', async () => {
    const poolId = await open();
    await join(first, poolId, '60');
    await join(second, poolId, '60');
    await call(second, 'leavePooledPurchase', { poolId });
    expect(await refused(second, 'leavePooledPurchase', { poolId })).toBe('NOT_FOUND');
    await materials.run(closePooledPurchases);
    expect(await look(first, poolId)).toMatchObject({ state: 'OPEN' });
    await past(poolId);
    await materials.run(closePooledPurchases);
    expect(await look(first, poolId)).toMatchObject({ state: 'DISSOLVED', fenPerUnit: null, actions: [] });
    expect(await materials.eventsOf(poolId)).toEqual(['pool.opened', 'pool.dissolved']);
  });

  it('keeps its total right when many join at once', async () => {
    const poolId = await open();
    await Promise.all([first, second, outsider, organiser].map((actor) => join(actor, poolId, '25')));
    expect(await look(first, poolId)).toMatchObject({ progress: { total: '100', memberCount: 4 } });
    await expect(
      app.db.rows(
        `UPDATE pooled_purchase SET state = 'arrived', fen_per_unit = 1, arrived = 99, invoice_fen = 99 WHERE id = $1`,
        [poolId],
      ),
    ).rejects.toThrow('not shared out exactly');
  });
});
