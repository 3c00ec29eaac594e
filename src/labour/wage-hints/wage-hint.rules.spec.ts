import { describe, expect, it } from 'vitest';
import { nearestSample, tellsOfSingleHosts, type WageSample } from './wage-hint.rules.js';

const sample = (level: string, needs: number, hosts: number): WageSample => ({
  ...{ regionId: level, level, needs, hosts, quartiles: [1, 2, 3] },
});

describe('a hint of wages', () => {
  it('is given from five needs of three hosts on', () => {
    expect(tellsOfSingleHosts({ needs: 5, hosts: 3 })).toBe(false);
    expect(tellsOfSingleHosts({ needs: 4, hosts: 4 })).toBe(true);
    expect(tellsOfSingleHosts({ needs: 50, hosts: 2 })).toBe(true);
  });

  it('is of the prefecture, and of the province where the prefecture has too few', () => {
    const province = sample('province', 9, 5);
    expect(nearestSample([province, sample('prefecture', 5, 3)])?.level).toBe('prefecture');
    expect(nearestSample([province, sample('prefecture', 4, 3)])?.level).toBe('province');
    expect(nearestSample([province])?.level).toBe('province');
    expect(nearestSample([sample('province', 2, 2)])).toBeUndefined();
    expect(nearestSample([])).toBeUndefined();
  });
});
