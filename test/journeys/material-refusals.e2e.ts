import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';
import { Materials } from '../support/materials.js';

describe('of materials', () => {
  let app: TestApp;
  let materials: Materials;
  let owner: EnterpriseActor;
  let receiver: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪藤料行');
    receiver = await actors.enterprise('安溪藤椅厂');
  });
  afterAll(() => app.close());

  it('hostile calls change nothing', async () => {
    const lotId = await materials.publish(owner);
    const stranger = await new Actors(app).enterprise();
    const reserve = (changes: object, actor = receiver): Promise<string> =>
      materials.refused(actor, 'reserveMaterial', {
        idempotencyKey: key(),
        lotId,
        quantity: { value: '1' },
        ...changes,
      });
    expect(await reserve({}, owner)).toBe('CONFLICT input.lotId');
    expect(await reserve({ quantity: { value: '1000.001' } })).toBe('CONFLICT input.quantity');
    expect(await reserve({ quantity: { value: '0' } })).toBe('VALIDATION_FAILED input.quantity.value');
    for (const value of ['-1', '1e3', '999999999', '1.0000001', ' 1', ''])
      expect(await reserve({ quantity: { value } })).toMatch(
        /^(VALIDATION_FAILED input\.quantity\.value|REQUEST_REFUSED|VALIDATION_FAILED.*)/,
      );
    expect(await reserve({ quantity: { value: '1', unit: 'm2' } })).toBe('VALIDATION_FAILED input.quantity.unit');
    expect(await reserve({ holdHours: 100_000 })).toBe('VALIDATION_FAILED input.holdHours');
    expect(await reserve({ requestId: await materials.request(stranger) })).toBe('NOT_FOUND input.requestId');

    const input = { idempotencyKey: key(), lotId, quantity: { value: '5' } };
    const [once, twice] = [
      await materials.step(receiver, 'reserveMaterial', input),
      await materials.step(receiver, 'reserveMaterial', input),
    ];
    expect(twice.id).toBe(once.id);
    expect(await materials.refused(receiver, 'reserveMaterial', { ...input, quantity: { value: '6' } })).toBe(
      'CONFLICT input.idempotencyKey',
    );

    const transferId = once.id;
    const quantity = { value: '5' };
    for (const [mutation, more] of [
      ['deliverMaterial', { quantity, deliveryNote: 'x' }],
      ['acceptMaterial', { quantity }],
      ['disputeMaterial', { quantity, reason: 'x' }],
      ['resolveMaterialDispute', { quantity }],
      ['declineMaterialReservation', { reason: 'x' }],
      ['releaseMaterialReservation', {}],
      ['settleShortfall', { fen: 1 }],
    ] as const)
      expect([mutation, await materials.refused(stranger, mutation, { transferId, ...more })]).toEqual([
        mutation,
        'NOT_FOUND input.transferId',
      ]);
    expect(
      await app.refusal(
        'query ($id: ID!) { materialTransfer(id: $id) { id } }',
        { id: transferId },
        { as: stranger.token },
      ),
    ).toBe('NOT_FOUND');
    expect(await materials.refused(receiver, 'deliverMaterial', { transferId, quantity, deliveryNote: 'x' })).toBe(
      'FORBIDDEN',
    );
    expect(await materials.refused(receiver, 'acceptMaterial', { transferId, quantity })).toBe('ILLEGAL_TRANSITION');
    const huge = { transferId, quantity: { value: '100000', unit: 't' }, deliveryNote: 'x', reason: 'y' };
    expect(await materials.refused(owner, 'deliverMaterial', huge)).toBe('VALIDATION_FAILED input.quantity');
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '995', stock: { reserved: '5' } });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });
});
