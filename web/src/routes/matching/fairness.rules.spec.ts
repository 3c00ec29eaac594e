import { describe, expect, it } from 'vitest';
import { evenOver, fillOf, longestOf } from './fairness.rules';

describe('fairness', () => {
  it('a concentration is as that of so many enterprises with as much each', () => {
    expect(evenOver(1)).toBe(1);
    expect(evenOver(0.25)).toBe(4);
    expect(evenOver(0.3)).toBe(3.3);
    expect(evenOver(0)).toBe(0);
  });

  it('a group is filled by the share that has a proposal', () => {
    expect(fillOf({ seated: 3, workers: 12 })).toBe(0.25);
    expect(fillOf({ seated: 0, workers: 0 })).toBe(0);
  });

  it('bars are drawn against the longest wait of anyone', () => {
    const waited = (longestDays: number | null) => ({ workers: 0, medianDays: longestDays, longestDays });
    expect(longestOf([waited(3), waited(41)])).toBe(41);
    expect(longestOf([waited(null), waited(2)])).toBe(2);
    expect(longestOf([waited(null)])).toBe(0);
  });
});
