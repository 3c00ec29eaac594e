import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireMaterialHolds, expireMaterialLots, expireMaterialRequests } from '../../src/materials/materials.jobs.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';
import { loanLot, lot, materialRequest, Materials } from '../support/materials.js';

describe('materials between two enterprises', () => {
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

  it('a lot is found, reserved for a request, delivered, weighed, accepted and invoiced', async () => {
    const lotId = await materials.publish(owner, lot({ minimumTake: { value: '0.1', unit: 't' } }));
    const requestId = await materials.request(receiver);
    const { materialLots } = await app.ask<{ materialLots: { edges: { node: object }[] } }>(
      `{ materialLots(near: { latitude: 25.075, longitude: 118.2 }, text: "藤芯", minimumGrade: B, terms: SALE) {
           edges { node { id available distanceM fenPerUnit priceUnit kind { name baseUnit } enterprise { name } stock { available } actions } } } }`,
      {},
      { as: receiver.token },
    );
    expect(materialLots.edges).toMatchObject([
      {
        node: {
          ...{ id: lotId, available: '1000', distanceM: 2633, fenPerUnit: 1200, priceUnit: 'kg', stock: null },
          ...{
            kind: { name: 'Rattan core 8 mm', baseUnit: 'KG' },
            enterprise: { name: '安溪藤料行' },
            actions: ['RESERVE'],
          },
        },
      },
    ]);

    const input = { idempotencyKey: key(), lotId, requestId, quantity: { value: '0.3', unit: 't' } };
    const reserved = await materials.step(receiver, 'reserveMaterial', input);
    expect(reserved).toMatchObject({ state: 'RESERVED', side: 'RECEIVER', quantity: '300', actions: ['RELEASE'] });
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '700', stock: { reserved: '300' } });
    const transferId = reserved.id;

    const handed = { transferId, quantity: { value: '296.5' }, deliveryNote: 'DN-7' };
    const delivered = await materials.step(owner, 'deliverMaterial', handed);
    expect(delivered).toMatchObject({ state: 'DELIVERED', stock: { reserved: '0', delivered: '296.5' } });
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '703.5' });

    const accepted = await materials.step(receiver, 'acceptMaterial', { transferId, quantity: { value: '296.125' } });
    expect(accepted).toMatchObject({
      ...{ state: 'ACCEPTED', acceptedQuantity: '296.125', invoiceFen: 355_350, dueOn: null, actions: [] },
      stock: { delivered: '0', received: '296.125', difference: '0.375' },
    });
    const { materialRequest: partly } = await app.ask<{ materialRequest: object }>(
      'query ($id: ID!) { materialRequest(id: $id) { state reserved delivered kinds { id } } }',
      { id: requestId },
      { as: receiver.token },
    );
    expect(partly).toEqual({
      ...{ state: 'OPEN', reserved: '0', delivered: '296.125' },
      kinds: [{ id: 'RATTAN-CORE-8' }, { id: 'RATTAN-CORE-5' }],
    });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('a dispute is answered with another figure, put anew, and agreed to', async () => {
    const lotId = await materials.publish(owner);
    const transferId = await materials.delivered(owner, receiver, lotId, '200');
    const quantity = (value: string): object => ({ transferId, quantity: { value } });
    expect(await materials.refused(receiver, 'acceptMaterial', quantity('180'))).toBe('CONFLICT input.quantity');
    const claim = { ...quantity('180'), reason: '受潮结块' };
    expect(await materials.refused(owner, 'disputeMaterial', claim)).toBe('FORBIDDEN');
    expect(await materials.step(receiver, 'disputeMaterial', claim)).toMatchObject({
      ...{ state: 'DISPUTED', claimedQuantity: '180', actions: ['DISPUTE'], stock: { delivered: '200' } },
    });
    expect(await materials.refused(receiver, 'acceptMaterial', quantity('180'))).toBe('CONFLICT');
    expect(await materials.step(owner, 'resolveMaterialDispute', quantity('190'))).toMatchObject({
      ...{ state: 'DISPUTED', offeredQuantity: '190', actions: ['RESOLVE'] },
    });
    expect(await materials.refused(receiver, 'acceptMaterial', quantity('191'))).toBe('CONFLICT input.quantity');
    await materials.step(receiver, 'disputeMaterial', { ...quantity('185'), reason: '仍差五公斤' });
    const agreed = await materials.step(owner, 'resolveMaterialDispute', quantity('185'));
    expect(agreed).toMatchObject({
      ...{ state: 'ACCEPTED', acceptedQuantity: '185', invoiceFen: 222_000, offeredQuantity: null },
      stock: { received: '185', difference: '15', delivered: '0' },
    });

    const second = await materials.delivered(owner, receiver, lotId, '100');
    const of = (value: string): object => ({ transferId: second, quantity: { value } });
    await materials.step(receiver, 'disputeMaterial', { ...of('0'), reason: '没有收到' });
    await materials.step(owner, 'resolveMaterialDispute', { ...of('99.5'), note: '有签收单' });
    expect(await materials.step(receiver, 'acceptMaterial', of('99.5'))).toMatchObject({ state: 'ACCEPTED' });
    expect(await materials.eventsOf(second)).toEqual(
      ['reserved', 'delivered', 'disputed', 'quantity-offered', 'accepted'].map((name) => `transfer.${name}`),
    );
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('what is held is given back: declined, released, run out, and out of the books once the lot is withdrawn', async () => {
    const lotId = await materials.publish(owner);
    const [first, second, third, fourth] = [
      await materials.reserve(receiver, lotId, '100'),
      await materials.reserve(receiver, lotId, '200'),
      await materials.reserve(receiver, lotId, '300'),
      await materials.reserve(receiver, lotId, '400'),
    ];
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '0', stock: { reserved: '1000' } });
    const declined = { transferId: first, reason: '已另售' };
    expect(await materials.refused(receiver, 'declineMaterialReservation', declined)).toBe('FORBIDDEN');
    await materials.step(owner, 'declineMaterialReservation', declined);
    await materials.step(receiver, 'releaseMaterialReservation', { transferId: second });
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '300', stock: { reserved: '700' } });
    await app.db.rows(`UPDATE material_transfer SET expires_at = now() - interval '1 second' WHERE id = $1`, [third]);
    const late = { transferId: third, quantity: { value: '300' }, deliveryNote: 'DN-2' };
    expect(await materials.refused(owner, 'deliverMaterial', late)).toBe('CONFLICT');
    await materials.run(expireMaterialHolds);
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ available: '600', stock: { reserved: '400' } });
    expect(await materials.refused(owner, 'deliverMaterial', late)).toBe('ILLEGAL_TRANSITION');

    await app.ask(
      'mutation ($input: WithdrawMaterialLotInput!) { withdrawMaterialLot(input: $input) { id } }',
      { input: { lotId } },
      { as: owner.token },
    );
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ state: 'CLOSED', available: '0', actions: [] });
    expect(
      await materials.refused(receiver, 'reserveMaterial', { idempotencyKey: key(), lotId, quantity: { value: '1' } }),
    ).toBe('NOT_FOUND input.lotId');
    const short = { transferId: fourth, quantity: { value: '380' }, deliveryNote: 'DN-3' };
    expect(await materials.refused(owner, 'deliverMaterial', short)).toBe('VALIDATION_FAILED input.reason');
    await materials.step(owner, 'deliverMaterial', { ...short, reason: '破损二十公斤' });
    expect(await materials.lotOf(receiver, lotId)).toMatchObject({ available: '0', stock: null });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('lots, requests and their ends follow the calendar', async () => {
    const lotId = await materials.publish(owner);
    const requestId = await materials.request(receiver);
    await app.db.rows(`UPDATE material_lot SET available_until = current_date - 2 WHERE id = $1`, [lotId]);
    await app.db.rows(`UPDATE material_request SET needed_by = current_date - 2 WHERE id = $1`, [requestId]);
    const input = { idempotencyKey: key(), lotId, quantity: { value: '1' } };
    expect(await materials.refused(receiver, 'reserveMaterial', input)).toBe('CONFLICT input.lotId');
    await materials.run(expireMaterialLots);
    await materials.run(expireMaterialRequests);
    expect(await materials.lotOf(owner, lotId)).toMatchObject({ state: 'EXPIRED', available: '0' });
    const { myMaterialLots } = await app.ask<{ myMaterialLots: object }>(
      '{ myMaterialLots(state: EXPIRED) { edges { node { id } } } }',
      {},
      { as: owner.token },
    );
    expect(myMaterialLots).toEqual({ edges: [{ node: { id: lotId } }] });
    expect(await materials.eventsOf(lotId)).toEqual(['lot.published', 'lot.withdrawn']);
    const ofRequest = await materials.eventsOf(requestId);
    // Matching proposes whenever it comes to it.
    expect(ofRequest.filter((name) => name !== 'proposals.added')).toEqual(['request.published', 'request.closed']);
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('a request takes what fits it, no more than it lacks, and closes when it has all', async () => {
    const quantity = { value: '100' };
    const requestId = await materials.request(receiver, materialRequest({ quantity, acceptsLoan: false }));
    const whole = await materials.request(receiver, materialRequest({ quantity, splitAllowed: false }));
    const lotId = await materials.publish(owner);
    const lots = {
      kind: await materials.publish(owner, lot({ kindId: 'RATTAN-CORE-12' })),
      grade: await materials.publish(owner, lot({ grade: 'C' })),
      terms: await materials.publish(owner, loanLot()),
    };
    const refused = async (changes: object): Promise<string> =>
      materials.refused(receiver, 'reserveMaterial', { idempotencyKey: key(), lotId, requestId, quantity, ...changes });
    for (const unfit of Object.values(lots)) expect(await refused({ lotId: unfit })).toBe('CONFLICT input.requestId');
    expect(await refused({ quantity: { value: '100.001' } })).toBe('CONFLICT input.quantity');
    expect(await refused({ requestId: whole, quantity: { value: '99' } })).toBe('CONFLICT input.quantity');
    const transferId = await materials.reserve(receiver, lotId, '100', { requestId });
    expect(await refused({ quantity: { value: '0.001' } })).toBe('CONFLICT input.quantity');
    await materials.step(owner, 'deliverMaterial', { transferId, quantity, deliveryNote: 'DN-4' });
    await materials.step(receiver, 'acceptMaterial', { transferId, quantity });
    const { materialRequest: met } = await app.ask<{ materialRequest: object }>(
      'query ($id: ID!) { materialRequest(id: $id) { state reserved delivered actions } }',
      { id: requestId },
      { as: receiver.token },
    );
    expect(met).toEqual({ state: 'CLOSED', reserved: '0', delivered: '100', actions: [] });
    expect(await materials.eventsOf(requestId)).toContain('request.closed');
  });
});
