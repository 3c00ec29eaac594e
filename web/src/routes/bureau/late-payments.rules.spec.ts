import { describe, expect, it } from 'vitest';
import { lateRows } from './late-payments.rules';

describe('late payments', () => {
  it('are one row each, by who owes them, the longest late first', () => {
    const [host, lender] = [
      { id: 'h', name: '用工' },
      { id: 'l', name: '原单位' },
    ];
    const late = [
      { kind: 'WORKER_PAYMENT' as const, dueOn: '2026-11-15', days: 1, openFen: 100 },
      { kind: 'HOST_PAYMENT' as const, dueOn: '2026-11-10', days: 6, openFen: 200 },
    ];
    const rows = lateRows([{ id: 's', agreementNumber: 'GJ-1', periodEndsOn: '2026-10-31', host, lender, late }]);
    expect(rows.map(({ days, owes, partner }) => [days, owes?.id, partner?.id])).toEqual([
      [6, 'h', 'l'],
      [1, 'l', 'h'],
    ]);
  });
});
