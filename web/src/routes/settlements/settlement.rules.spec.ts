import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { byMonth, fenOf, legsOf, type Line, paidState, paymentsOf, payParts, sideOf, yuanOf } from './settlement.rules';

const line = (changes: Partial<Line> = {}): Line => ({
  ...{ id: 'l1', days: 2, carriedDays: 0, normalMinutes: 960, overtimeMinutes: 60, restDayMinutes: 0 },
  ...{ holidayMinutes: 0, pieces: 0, wageFen: 38_400, overtimeFen: 3600, restDayFen: 0, holidayFen: 0 },
  ...{ correctionFen: 0, payFen: 42_000, contributionsFen: 0, reimbursementsFen: 0, totalFen: 42_000 },
  ...{ paidToWorkerFen: 0, candidate: null, payments: [], objections: [] },
  ...changes,
});

describe('a settlement on the screen', () => {
  it('shows how far the money got, and nothing to pay as paid', () => {
    const legs = legsOf({ hostPaidFen: 50, totalFen: 200, workersPaidFen: 0, payFen: 0 });
    expect(legs.map(({ share }) => share)).toEqual([0.25, 1]);
  });

  it('stands under the month in which its period ends, the newest first', () => {
    const settlements = ['2026-09-30', '2026-10-31', '2026-09-25'].map((periodEndsOn) => ({ periodEndsOn }));
    expect(byMonth(settlements).map(([month, { length }]) => [month, length])).toEqual([
      ['2026-10', 1],
      ['2026-09', 2],
    ]);
  });

  it('knows the viewer’s side', () => {
    const parties = { host: { id: 'h', name: '' }, lender: { id: 'l', name: '' } };
    expect(['h', 'l', 'x', undefined].map((id) => sideOf(parties, id))).toEqual([
      'host',
      'lender',
      undefined,
      undefined,
    ]);
  });

  it('explains pay by hours and rate of each class that has any, or by pieces', () => {
    expect(payParts(line())).toEqual([
      { name: 'wage', quantity: 16, amountFen: 38_400, rateFen: 2400 },
      { name: 'overtime', quantity: 1, amountFen: 3600, rateFen: 3600 },
    ]);
    expect(payParts(line({ pieces: 100, overtimeMinutes: 0, overtimeFen: 0 }))).toEqual([
      { name: 'pieces', quantity: 100, amountFen: 38_400, rateFen: 384 },
    ]);
  });

  it('tells who got nothing, too little, all', () => {
    const states = [0, 41_999, 42_000].map((paidToWorkerFen) => paidState(line({ paidToWorkerFen })));
    expect(states).toEqual(['nothing', 'short', 'full']);
  });
});

describe('payments of many workers by one proof', () => {
  const proof = { voucher: 'B-1', paidOn: '2026-11-15', toOwnAccount: true };

  it('are what is due unless another amount was typed; who is due nothing is left out', () => {
    const lines = [line(), line({ id: 'l2' }), line({ id: 'l3', paidToWorkerFen: 42_000 }), line({ id: 'l4' })];
    const amounts = new Map([
      ['l2', '400'],
      ['l4', ''],
    ]);
    expect(paymentsOf(lines, amounts, proof).map(({ lineId, amountFen }) => [lineId, amountFen])).toEqual([
      ['l1', 42_000],
      ['l2', 40_000],
    ]);
  });

  it('lose no fen between field and API', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (fen) => fenOf(yuanOf(fen)) === fen));
    expect(fenOf('abc')).toBe(0);
  });
});
