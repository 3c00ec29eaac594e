import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePooledPurchases } from '../../src/materials/materials.jobs.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { confirm, hold, lineOf, publishWindow } from '../support/capacity.js';
import { inDays, key, places } from '../support/facts.js';
import { later, toldTo } from '../support/inbox.js';
import { loanLot, Materials } from '../support/materials.js';

describe('who shares materials and capacity is told what the other did', () => {
  let app: TestApp;
  let materials: Materials;
  let owner: EnterpriseActor;
  let other: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪藤料行');
    other = await actors.enterprise('安溪藤椅厂');
  });
  afterAll(() => app.close());

  it('of a delivery: to the receiver, its dispute to the owner, each in their language, and never to both', async () => {
    const transferId = await materials.delivered(owner, other, await materials.publish(owner), '200');
    const quantity = { value: '180' };
    await materials.step(other, 'disputeMaterial', { transferId, quantity, reason: '受潮' });
    await materials.step(owner, 'resolveMaterialDispute', { transferId, quantity: { value: '190' }, note: '复秤' });
    await materials.step(owner, 'resolveMaterialDispute', { transferId, quantity, note: '认可' });
    const link = '/materials/transfers';
    const text = '安溪藤椅厂 reserved Rattan core 8 mm of yours. Please deliver it.';
    expect(await toldTo(app, owner, 'materialReserved')).toEqual([{ kind: 'materialReserved', text, link }]);
    expect(await toldTo(app, other, 'materialDelivered', 'zh-CN')).toMatchObject([
      { text: '安溪藤料行 已交付藤芯 8 mm，请复秤并验收。', link },
    ]);
    expect(await toldTo(app, owner, 'materialDisputed')).toHaveLength(1);
    expect(await toldTo(app, other, 'materialQuantityOffered')).toHaveLength(1);
    expect(await toldTo(app, other, 'materialClaimAccepted')).toHaveLength(1);
    expect(await toldTo(app, owner, 'materialAccepted')).toEqual([]);
    for (const kind of ['materialReserved', 'materialDisputed']) expect(await toldTo(app, other, kind)).toEqual([]);
  });

  it('of a loan on its way back: its last part is told once, as the end of the loan', async () => {
    const quantity = (value: string): object => ({ quantity: { value } });
    const transferId = await materials.delivered(owner, other, await materials.publish(owner, loanLot()), '100');
    await materials.step(other, 'acceptMaterial', { transferId, ...quantity('100') });
    for (const part of ['40', '60']) {
      const input = { idempotencyKey: key(), transferId, ...quantity(part), note: '' };
      const { returns } = await materials.step(other, 'returnMaterial', input);
      const materialReturnId = returns.at(-1)?.id ?? '';
      await materials.step(owner, 'acceptMaterialReturn', { materialReturnId, ...quantity(part) });
      await app.settle();
    }
    expect(await toldTo(app, owner, 'materialReturnStated')).toHaveLength(2);
    expect(await toldTo(app, other, 'materialReturnAccepted')).toHaveLength(1);
    expect(await toldTo(app, other, 'materialLoanOver')).toHaveLength(1);
    expect(await toldTo(app, owner, 'materialLoanOver')).toEqual([]);
  });

  it('of a shortfall: to whoever has not named its price, and at last to whoever named it first', async () => {
    const transferId = await materials.delivered(owner, other, await materials.publish(owner, loanLot()), '10');
    await materials.step(other, 'acceptMaterial', { transferId, quantity: { value: '10' } });
    await materials.step(owner, 'settleShortfall', { transferId, fen: 12_000 });
    expect(await toldTo(app, other, 'materialShortfallProposed')).toHaveLength(1);
    expect(await toldTo(app, owner, 'materialShortfallProposed')).toEqual([]);
    await materials.step(other, 'settleShortfall', { transferId, fen: 12_000 });
    expect(await toldTo(app, owner, 'materialLoanOver')).toHaveLength(1);
    expect(await toldTo(app, other, 'materialLoanOver')).toHaveLength(1);
  });

  it('of a pooled purchase that time ends: to its organiser and its members', async () => {
    const pool = {
      ...{ idempotencyKey: key(), kindId: 'PRIMER', unit: 'drum', tiers: [{ fromQuantity: '1', fenPerUnit: 20_000 }] },
      ...{ threshold: '10', closesOn: inDays(2), supplierName: '供应商', ...places.town, siteName: '仓库' },
    };
    const { openPooledPurchase } = await app.ask<{ openPooledPurchase: { id: string } }>(
      'mutation ($input: OpenPooledPurchaseInput!) { openPooledPurchase(input: $input) { id } }',
      { input: pool },
      { as: owner.token },
    );
    await app.ask(
      'mutation ($input: JoinPooledPurchaseInput!) { joinPooledPurchase(input: $input) { id } }',
      { input: { idempotencyKey: key(), poolId: openPooledPurchase.id, quantity: '12' } },
      { as: other.token },
    );
    await later(app, 4 * DAY_MS, () => materials.run(closePooledPurchases));
    for (const member of [owner, other])
      expect(await toldTo(app, member, 'poolCommitted')).toMatchObject([{ link: '/materials/pools' }]);
  });

  it('of hours: held to the owner, confirmed and recorded to the customer, objected to the owner', async () => {
    const windowId = await publishWindow(app, owner, await lineOf(app, owner));
    const capacityBookingId = await hold(app, other, windowId, [[0, 60]]);
    await confirm(app, owner, capacityBookingId);
    const as = { as: owner.token };
    await app.ask(
      'mutation ($input: RecordBookingInput!) { fulfilCapacityBooking(input: $input) { id } }',
      { input: { capacityBookingId, days: [{ day: inDays(0), minutes: 70 }], note: '' } },
      as,
    );
    await app.ask(
      'mutation ($input: ObjectToRecordInput!) { objectToRecord(input: $input) { id } }',
      { input: { capacityBookingId, objection: '只做了 50 分钟' } },
      { as: other.token },
    );
    const today = inDays(0);
    expect(await toldTo(app, owner, 'capacityHeld')).toMatchObject([
      {
        text: `安溪藤椅厂 holds hours of 一号车间, ${today} to ${today}. Please confirm: Powder coating.`,
        link: '/capacity/bookings',
      },
    ]);
    for (const kind of ['capacityConfirmed', 'capacityRecorded']) {
      expect(await toldTo(app, other, kind)).toHaveLength(1);
      expect(await toldTo(app, owner, kind)).toEqual([]);
    }
    expect(await toldTo(app, owner, 'capacityObjected')).toHaveLength(1);
    expect(await toldTo(app, other, 'capacityObjected')).toEqual([]);
  });
});
