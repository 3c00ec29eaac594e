import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnterpriseActor } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { agreedTerms, lastMonth, work } from '../support/loans.js';
import { dispute, paid, payHost, payWorkers, prove, reissue, rulesOf, Settling } from '../support/settling.js';

let firm: Settling;
let app: TestApp;
let host: EnterpriseActor;
let lender: EnterpriseActor;

beforeAll(async () => {
  firm = await Settling.start();
  ({ app, host, lender } = firm);
});
afterAll(() => app.close());

describe('R9 nobody profits from lending', () => {
  it('R9 no column of any table can hold a margin, a fee or a commission', async () => {
    const columns = await app.db.rows<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'
       AND column_name ~* '(^|_)(margin|fee|fees|commission|markup|surcharge|profit)(_|$)'`,
    );
    expect(columns).toEqual([]);
  });

  it('R9 a line is pay, contributions and reimbursements; a settlement is its lines', async () => {
    const { id } = await firm.confirmed();
    await firm.run(dispute, { settlementId: id, reason: 'so that lines can move' }, host);
    const more = app.db.rows('UPDATE settlement_line SET total_fen = total_fen + 1 WHERE settlement_id = $1', [id]);
    await expect(more).rejects.toMatchObject({ driverError: { constraint: 'settlement_line_total' } });
    const added = app.db.rows('UPDATE settlement SET pay_fen = pay_fen + 1, total_fen = total_fen + 1 WHERE id = $1', [
      id,
    ]);
    await expect(added).rejects.toMatchObject({ driverError: { constraint: 'settlement_is_its_lines' } });
  });

  it('R9 the host cannot pay more than the lender must pay out', async () => {
    const { id } = await firm.confirmed();
    const { totalFen } = await firm.see(id);
    const input = { idempotencyKey: key(), settlementId: id, voucher: 'V', paidOn: inDays(0), amountFen: totalFen + 1 };
    expect(await firm.no(payHost, input, host)).toMatchObject({
      code: 'RULE_VIOLATED',
      message: expect.stringContaining('not for profit'),
    });
    const past = app.db.rows('UPDATE settlement SET host_paid_fen = total_fen + 1 WHERE id = $1', [id]);
    await expect(past).rejects.toMatchObject({ driverError: { constraint: 'settlement_host_pays_no_more' } });
  });
});

describe('what was received for a worker reaches the worker', () => {
  it('R10 less than was received keeps the settlement open and is found', async () => {
    const { id, line } = await firm.confirmed();
    await firm.run(
      payHost,
      { idempotencyKey: key(), settlementId: id, voucher: 'H', paidOn: inDays(0), amountFen: line.totalFen },
      host,
    );
    expect((await firm.see(id)).findings).toContainEqual(
      expect.objectContaining({ rule: { id: 'R10' }, severity: 'NOTE' }),
    );
    const short = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, line.payFen - 1)] };
    expect(await firm.run(payWorkers, short, lender)).toMatchObject({ state: 'CONFIRMED' });
    expect((await firm.see(id)).findings).toContainEqual(
      expect.objectContaining({ rule: { id: 'R10' }, severity: 'BLOCK' }),
    );
    const close = app.db.rows(`UPDATE settlement SET state = 'paid' WHERE id = $1`, [id]);
    await expect(close).rejects.toMatchObject({ driverError: { constraint: 'settlement_passed_through' } });
    const rest = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, 1)] };
    expect(await firm.run(payWorkers, rest, lender)).toMatchObject({ state: 'PAID' });
    expect(rulesOf(await firm.see(id))).not.toContain('R10');
  });

  it('R11 the lender pays whether or not the host has; it closes only when the host has paid', async () => {
    const { id, line } = await firm.confirmed();
    const all = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, line.payFen)] };
    expect(await firm.run(payWorkers, all, lender)).toMatchObject({ state: 'CONFIRMED' });
    const close = app.db.rows(`UPDATE settlement SET state = 'paid' WHERE id = $1`, [id]);
    await expect(close).rejects.toMatchObject({ driverError: { constraint: 'settlement_paid_by_host' } });
    await app.db.rows('UPDATE settlement SET host_pays_by = $2 WHERE id = $1', [id, inDays(-1)]);
    expect((await firm.see(id)).findings).toContainEqual(
      expect.objectContaining({ rule: { id: 'R11' }, severity: 'BLOCK' }),
    );
  });

  it('R25 pay goes to an account in the worker’s own name', async () => {
    const { id, line } = await firm.confirmed();
    const lines = [paid(line.id, line.payFen, { toOwnAccount: false })];
    const refused = await firm.no(payWorkers, { idempotencyKey: key(), settlementId: id, lines }, lender);
    expect(refused).toMatchObject({
      code: 'RULE_VIOLATED',
      fields: [{ path: 'input.lines.0.toOwnAccount' }],
    });
  });

  it('R12 social insurance is proven month by month, or its absence is found', async () => {
    const { id, agreementId } = await firm.confirmed();
    expect(rulesOf(await firm.see(id))).toContain('R12');
    const input = { idempotencyKey: key(), agreementId, month: lastMonth.endsOn, reference: 'SI-1' };
    expect(await firm.no(prove, input, host)).toMatchObject({ code: 'NOT_FOUND' });
    await firm.run(prove, input, lender);
    const seen = await firm.see(id);
    expect(rulesOf(seen)).not.toContain('R12');
    expect(seen).toMatchObject({ insuranceProofs: [{ month: lastMonth.startsOn }] });
  });

  it('R17 overtime below the law’s is raised to it, and said', async () => {
    const { id, line, worker, placementIds } = await firm.confirmed(agreedTerms({ overtimePercent: 120 }));
    expect(rulesOf(await firm.see(id))).toContain('R17');
    await firm.run(dispute, { settlementId: id, reason: 'overtime' }, lender);
    await work(app, placementIds.get(worker.id), lastMonth.day(8), { normal: 0, overtime: 60 });
    expect(await firm.run(reissue, { settlementId: id }, lender)).toMatchObject({ payFen: line.payFen + 3600 });
  });

  it('R18 a wage below the local minimum is found', async () => {
    expect(rulesOf(await firm.see((await firm.confirmed(agreedTerms({ wageFen: 1176 }))).id))).not.toContain('R18');
    expect(rulesOf(await firm.see((await firm.confirmed(agreedTerms({ wageFen: 1175 }))).id))).toContain('R18');
  });
});
