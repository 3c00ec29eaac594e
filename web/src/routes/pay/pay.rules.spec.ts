import { describe, expect, it } from 'vitest';
import { payState } from './pay.rules';

describe('one’s pay of a month', () => {
  it.each([
    [100, '2026-11-15', 'paid'],
    [99, '2026-11-15', 'short'],
    [0, '2026-11-15', 'waits'],
    [0, '2026-11-14', 'late'],
    [99, '2026-11-14', 'late'],
  ])('with %d of 100 and due by %s is %s on the 15th', (paidToWorkerFen, paidBy, state) => {
    expect(payState({ payFen: 100, paidToWorkerFen, period: { paidBy } }, '2026-11-15')).toBe(state);
  });
});
