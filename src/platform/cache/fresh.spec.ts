import { describe, expect, it } from 'vitest';
import { Clock } from '../clock/clock.js';
import { Fresh } from './fresh.js';

describe('a value that is kept for a while', () => {
  it('is read once for all who ask, and again when it is too old', async () => {
    const clock = new Clock();
    let reads = 0;
    const fresh = new Fresh(clock, 30_000, () => Promise.resolve(++reads));
    expect(await Promise.all([fresh.get(), fresh.get()])).toEqual([1, 1]);
    expect(await fresh.get()).toBe(1);
    clock.shift(30_001);
    expect(await fresh.get()).toBe(2);
  });

  it('is not kept where reading failed', async () => {
    let reads = 0;
    const fresh = new Fresh(new Clock(), 30_000, () =>
      ++reads === 1 ? Promise.reject(new Error('no database')) : Promise.resolve(reads),
    );
    await expect(fresh.get()).rejects.toThrow('no database');
    expect(await fresh.get()).toBe(2);
  });
});
