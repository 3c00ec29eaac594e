import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type MaterialTransferState, materialTransferTransitions } from './material-transfer.states.js';

describe('the way of a transfer', () => {
  const walk = (choices: readonly number[]): MaterialTransferState[] => {
    const way: MaterialTransferState[] = ['reserved'];
    for (const choice of choices) {
      const following = materialTransferTransitions[way.at(-1) ?? 'reserved'];
      const next = following[choice % Math.max(1, following.length)];
      if (next) way.push(next);
    }
    return way;
  };

  it('never comes back to what it was, never leaves its end, and releases only what was not handed over', () => {
    const order: readonly MaterialTransferState[] = ['reserved', 'delivered', 'disputed', 'accepted', 'returned'];
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
        const way = walk(choices);
        const places = way.filter((state) => state !== 'released').map((state) => order.indexOf(state));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        if (way.includes('released')) expect(way).toEqual(['reserved', 'released']);
        if (way.includes('returned')) expect(way.at(-2)).toBe('accepted');
      }),
    );
  });
});
