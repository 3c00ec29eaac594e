import { describe, expect, it } from 'vitest';
import { currentRuns, phaseShares, tookMs } from './matching.rules';

describe('the runs of a market', () => {
  it('are looked at while they are not over, the one at work before the one that waits', () => {
    const runs = [{ state: 'QUEUED' }, { state: 'RUNNING' }, { state: 'SUCCEEDED' }] as const;
    expect(currentRuns(runs).map(({ state }) => state)).toEqual(['RUNNING', 'QUEUED']);
    expect(currentRuns([{ state: 'FAILED' }, { state: 'SUCCEEDED' }] as const)).toEqual([{ state: 'FAILED' }]);
    expect(currentRuns([])).toEqual([]);
  });

  it('take from their begin to their end', () => {
    const [startedAt, finishedAt] = ['2026-01-01T00:00:01.000Z', '2026-01-01T00:00:03.500Z'];
    expect(tookMs({ startedAt, finishedAt })).toBe(2500);
    expect(tookMs({ startedAt, finishedAt: null })).toBeNull();
    expect(tookMs({ startedAt: null, finishedAt })).toBeNull();
  });

  it('go through their phases in order', () => {
    const timings = [
      { phase: 'edges', ms: 30 },
      { phase: 'write', ms: 10 },
      { phase: 'polish', ms: 0 },
      { phase: 'read', ms: 60 },
    ];
    expect(phaseShares(timings).map(({ phase, share }) => [phase, share])).toEqual([
      ['read', 0.6],
      ['edges', 0.3],
      ['write', 0.1],
      ['polish', 0],
    ]);
    expect(phaseShares([{ phase: 'read', ms: 0 }])).toEqual([{ phase: 'read', ms: 0, share: 0 }]);
  });
});
