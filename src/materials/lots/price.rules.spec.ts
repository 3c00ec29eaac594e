import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { amountFen, refuseHugeAmount } from './price.rules.js';

describe('an amount', () => {
  it('is quantity × price, exact until it is rounded once, half a fen up', () => {
    expect(amountFen('296.125', { fen: 1200, factor: '1' })).toBe(355_350);
    expect(amountFen('0.5', { fen: 1, factor: '1' })).toBe(1);
    expect(amountFen('0.499', { fen: 1, factor: '1' })).toBe(0);
    // 100 yuan for a sheet of 2.98 m²: 1 m² is 33.557… yuan.
    expect(amountFen('1', { fen: 10_000, factor: '2.98' })).toBe(3356);
    expect(amountFen('2.98', { fen: 10_000, factor: '2.98' })).toBe(10_000);
    expect(amountFen('1', { fen: 333, factor: '1000' })).toBe(0);
  });

  it('is within half a fen of the true value, and exact for whole units', () => {
    const price = fc.record({
      fen: fc.integer({ min: 1, max: 1_000_000 }),
      factor: fc.integer({ min: 1, max: 5_000 }),
    });
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 10_000_000 }), ({ fen, factor }, steps) => {
        const amount = BigInt(amountFen((steps / 1000).toFixed(3), { fen, factor: String(factor) }));
        // |2·1000·factor·amount − 2·steps·fen| ≤ 1000·factor, in whole numbers.
        const off = 2n * 1000n * BigInt(factor) * amount - 2n * BigInt(steps) * BigInt(fen);
        expect(off <= 1000n * BigInt(factor)).toBe(true);
        expect(off > -1000n * BigInt(factor)).toBe(true);
      }),
    );
  });

  it('has an end', () => {
    expect(refuseHugeAmount('1000000', { fen: 1_000_000, factor: '1' }, 'f')).toBeUndefined();
    expect(refuseHugeAmount('1000000.001', { fen: 1_000_000, factor: '1' }, 'f')).toMatchObject({ field: 'f' });
    expect(refuseHugeAmount('100000000', { fen: 100_000_000, factor: '0.001' }, 'f')).toBeDefined();
  });
});
