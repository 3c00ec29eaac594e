import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindOfReturns } from '../../src/materials/materials.jobs.js';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { loanLot, Materials, type TransferAnswer } from '../support/materials.js';

describe('a loan in kind', () => {
  let app: TestApp;
  let materials: Materials;
  let owner: EnterpriseActor;
  let borrower: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    materials = new Materials(app);
    const actors = new Actors(app);
    owner = await actors.enterprise('安溪铁艺厂');
    borrower = await actors.enterprise('安溪家具厂');
  });
  afterAll(() => app.close());

  const lend = async (value: string): Promise<TransferAnswer> => {
    const lotId = await materials.publish(owner, loanLot());
    const transferId = await materials.delivered(owner, borrower, lotId, value);
    return materials.step(borrower, 'acceptMaterial', { transferId, quantity: { value } });
  };
  const bring = (transferId: string, value: string): Promise<TransferAnswer> =>
    materials.step(borrower, 'returnMaterial', { idempotencyKey: key(), transferId, quantity: { value } });
  const lastReturn = ({ returns }: TransferAnswer): string => returns.at(-1)?.id ?? '';

  it('comes back in parts, and what does not is priced by both', async () => {
    const loan = await lend('100');
    const transferId = loan.id;
    expect(loan).toMatchObject({
      ...{ state: 'ACCEPTED', dueOn: inDays(30), invoiceFen: null, actions: ['RETURN', 'SETTLE_SHORTFALL'] },
      stock: { onLoan: '100', received: '0' },
    });

    const first = await bring(transferId, '40');
    expect(first).toMatchObject({ stock: { onLoan: '60', returning: '40' }, actions: ['RETURN'] });
    const settle = { transferId, fen: 72_000 };
    expect(await materials.refused(owner, 'settleShortfall', settle)).toBe('CONFLICT');
    const taken = { materialReturnId: lastReturn(first), quantity: { value: '39.5' } };
    expect(await materials.refused(borrower, 'acceptMaterialReturn', taken)).toBe('FORBIDDEN');
    expect(await materials.refused(owner, 'acceptMaterialReturn', { ...taken, quantity: { value: '40.001' } })).toBe(
      'CONFLICT input.quantity',
    );
    expect(await materials.step(owner, 'acceptMaterialReturn', taken)).toMatchObject({
      ...{ state: 'ACCEPTED', stock: { onLoan: '60.5', returning: '0', returned: '39.5' } },
      returns: [{ state: 'ACCEPTED', quantity: '40', acceptedQuantity: '39.5', actions: [] }],
    });
    expect(await materials.refused(owner, 'acceptMaterialReturn', taken)).toBe('ILLEGAL_TRANSITION');

    const second = await bring(transferId, '20.5');
    const refused = { materialReturnId: lastReturn(second), reason: '等级不符' };
    expect(await materials.step(owner, 'refuseMaterialReturn', refused)).toMatchObject({
      stock: { onLoan: '60.5', returning: '0' },
    });
    const above = { idempotencyKey: key(), transferId, quantity: { value: '60.501' } };
    expect(await materials.refused(borrower, 'returnMaterial', above)).toBe('CONFLICT input.quantity');

    expect(await materials.step(owner, 'settleShortfall', settle)).toMatchObject({
      ...{ state: 'ACCEPTED', shortfallTerms: { namedBy: 'OWNER', quantity: '60.5', fen: 72_000, settledAt: null } },
    });
    expect(await materials.step(owner, 'settleShortfall', settle)).toMatchObject({ state: 'ACCEPTED' });
    expect(await materials.step(borrower, 'settleShortfall', { transferId, fen: 70_000 })).toMatchObject({
      ...{ state: 'ACCEPTED', shortfallTerms: { namedBy: 'RECEIVER', fen: 70_000 } },
    });
    const settled = await materials.step(owner, 'settleShortfall', { transferId, fen: 70_000 });
    expect(settled).toMatchObject({
      ...{ state: 'RETURNED', actions: [], shortfallTerms: { fen: 70_000, settledAt: expect.any(String) } },
      stock: { onLoan: '0', returned: '39.5', shortfall: '60.5' },
    });
    expect((await materials.eventsOf(transferId)).slice(-2)).toEqual([
      'transfer.shortfall-proposed',
      'transfer.returned',
    ]);
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('that comes back whole has ended; the same return twice is one', async () => {
    const { id: transferId } = await lend('10');
    const input = { idempotencyKey: key(), transferId, quantity: { value: '10' } };
    await materials.step(borrower, 'returnMaterial', input);
    const again = await materials.step(borrower, 'returnMaterial', input);
    expect(again.returns).toHaveLength(1);
    const done = await materials.step(owner, 'acceptMaterialReturn', {
      ...{ materialReturnId: lastReturn(again), quantity: { value: '10' } },
    });
    expect(done).toMatchObject({ state: 'RETURNED', stock: { returned: '10', onLoan: '0' } });
    expect(await materials.refused(borrower, 'returnMaterial', { ...input, idempotencyKey: key() })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  it('of nothing has ended with the dispute', async () => {
    const lotId = await materials.publish(owner, loanLot());
    const transferId = await materials.delivered(owner, borrower, lotId, '10');
    const nothing = { transferId, quantity: { value: '0' } };
    await materials.step(borrower, 'disputeMaterial', { ...nothing, reason: '全部霉变' });
    expect(await materials.step(owner, 'resolveMaterialDispute', nothing)).toMatchObject({
      ...{ state: 'RETURNED', acceptedQuantity: '0', actions: [], stock: { onLoan: '0', difference: '10' } },
    });
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('is told of before it is due, once, and while it is overdue, once a week', async () => {
    const { id: transferId } = await lend('10');
    const told = async (): Promise<string[]> =>
      (await materials.eventsOf(transferId)).filter((name) => name.startsWith('return.'));
    await materials.run(remindOfReturns);
    expect(await told()).toEqual([]);
    const due = (day: string): Promise<unknown> =>
      app.db.rows(`UPDATE material_transfer SET due_on = ${day} WHERE id = $1`, [transferId]);
    await due('current_date + 2');
    await materials.run(remindOfReturns);
    await materials.run(remindOfReturns);
    expect(await told()).toEqual(['return.due-soon']);
    await due('current_date - 2');
    await materials.run(remindOfReturns);
    await materials.run(remindOfReturns);
    expect(await told()).toEqual(['return.due-soon', 'return.overdue']);
    await app.db.rows(`UPDATE material_transfer SET told_overdue_at = told_overdue_at - interval '8 days'`);
    await materials.run(remindOfReturns);
    expect(await told()).toEqual(['return.due-soon', 'return.overdue', 'return.overdue']);
  });

  it('has no price to settle, nor has a sale anything to bring back', async () => {
    const lotId = await materials.publish(owner);
    const transferId = await materials.delivered(owner, borrower, lotId, '10');
    const back = { idempotencyKey: key(), transferId, quantity: { value: '1' } };
    expect(await materials.refused(borrower, 'returnMaterial', back)).toBe('ILLEGAL_TRANSITION');
    await materials.step(borrower, 'acceptMaterial', { transferId, quantity: { value: '10' } });
    expect(await materials.refused(borrower, 'returnMaterial', back)).toBe('CONFLICT');
    expect(await materials.refused(borrower, 'settleShortfall', { transferId, fen: 1 })).toBe('CONFLICT');
    const wrong = { terms: 'LOAN', fenPerUnit: 5, loanDays: null };
    const publish = 'mutation ($input: PublishMaterialLotInput!) { publishMaterialLot(input: $input) { id } }';
    expect(await app.refusal(publish, { input: loanLot(wrong) }, { as: owner.token })).toBe('VALIDATION_FAILED');
    expect(await materials.faultsOfLedger()).toEqual([]);
  });
});
