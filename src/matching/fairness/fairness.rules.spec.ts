import { describe, expect, it } from 'vitest';
import type { ProposedPair } from '../../labour/index.js';
import type { Demand, Supply } from '../edges/candidate.js';
import { demand, supply } from '../edges/pair.builder.js';
import { type Fairness, fairnessOf } from './fairness.rules.js';

const crew = (name: string, size: number, changes: Partial<Supply> = {}): Supply =>
  supply({ workerIds: Array.from({ length: size }, (_, n) => `${name} ${n}`), ...changes });

const spread = (supplies: Supply[], demands: Demand[], seats: Record<string, string>): Fairness =>
  fairnessOf({
    ...{ supplies, demands, today: 100 },
    pairs: Object.entries(seats).map(([workerId, needId]): ProposedPair => ({
      workerId,
      needId,
      score: 1,
      parts: {},
      distanceM: 1,
    })),
    grouping: {
      countyOf: new Map(supplies.flatMap(({ workerIds }) => workerIds.map((id) => [id, id.split(' ')[0] ?? '']))),
      familyOf: new Map([['weaver', 'rattan'], ['welder', 'metal']]), // prettier-ignore
    },
  });

const kinds = ({ groups }: Fairness, of: string): unknown[] =>
  groups
    .filter(({ kind }) => kind === of)
    .map(({ group, workers, seated, medianDays }) => [group, workers, seated, medianDays]);

describe('how evenly proposals are spread', () => {
  it('by enterprise: shares, the largest of them, and their concentration', () => {
    const demands = [
      demand({ needId: 'n1', hostId: 'a' }),
      demand({ needId: 'n2', hostId: 'a' }),
      demand({ needId: 'n3', hostId: 'b' }),
    ];
    const seats = { 'c 0': 'n1', 'c 1': 'n2', 'c 2': 'n2', 'c 3': 'n3' };
    const { enterprises, largestShare, concentration } = spread([crew('c', 4)], demands, seats);
    expect(enterprises).toEqual([
      { enterpriseId: 'a', proposals: 3, share: 0.75 },
      { enterpriseId: 'b', proposals: 1, share: 0.25 },
    ]);
    expect([largestShare, concentration]).toEqual([0.75, 0.625]);
  });

  it('shows ten enterprises, and counts all', () => {
    const hosts = Array.from({ length: 12 }, (_, n) => demand({ needId: `n${n}`, hostId: `h${n}` }));
    const seats = Object.fromEntries(hosts.map(({ needId }, n) => [`c ${n}`, needId]));
    const { enterprises, concentration } = spread([crew('c', 12)], hosts, seats);
    expect(enterprises).toHaveLength(10);
    expect(concentration).toBeCloseTo(1 / 12);
  });

  it('by how long those seated and those not have waited', () => {
    const supplies = [10, 20, 40, 90].map((days) => crew(`d${days}`, 1, { waitingSinceDay: 100 - days }));
    const { seated, unseated } = spread(supplies, [demand()], { 'd10 0': 'n1', 'd20 0': 'n1', 'd90 0': 'n1' });
    expect(seated).toEqual({ workers: 3, medianDays: 20, longestDays: 90 });
    expect(unseated).toEqual({ workers: 1, medianDays: 40, longestDays: 40 });
    expect(spread([], [], {})).toMatchObject({
      largestShare: 0,
      concentration: 0,
      seated: { workers: 0, medianDays: null },
      groups: [],
    });
  });

  it('by groups: lent or own, who would relocate, county, family', () => {
    const supplies = [
      crew('anxi', 6, { lenderId: 'l', relocationRadiusM: 9, waitingSinceDay: 80 }),
      crew('jinjiang', 5, { skills: [{ occupationId: 'weaver', level: 3 }, { occupationId: 'welder', level: 3 }] }), // prettier-ignore
    ];
    const fairness = spread(supplies, [demand({ seatsOpen: 3 })], {
      'anxi 0': 'n1',
      'anxi 1': 'n1',
      'jinjiang 0': 'n1',
    });
    expect(kinds(fairness, 'relation')).toEqual([['lent', 6, 2, 20], ['own', 5, 1, 10]]); // prettier-ignore
    expect(kinds(fairness, 'relocation')).toEqual([['lodging', 6, 2, 20], ['home', 5, 1, 10]]); // prettier-ignore
    expect(kinds(fairness, 'county')).toEqual([['anxi', 6, 2, 20], ['jinjiang', 5, 1, 10]]); // prettier-ignore
    expect(kinds(fairness, 'family')).toEqual([['rattan', 11, 3, 20], ['metal', 5, 1, 10]]); // prettier-ignore
  });

  it('shows no group under five, nor one that tells of it', () => {
    const sizes = (of: Record<string, number>): unknown[] =>
      kinds(spread(Object.entries(of).map(([name, size]) => crew(name, size)), [demand()], {}), 'county').map((row) => (row as unknown[])[0]); // prettier-ignore
    expect(sizes({ a: 9, b: 5 })).toEqual(['a', 'b']);
    expect(sizes({ a: 9, b: 8, c: 4 })).toEqual(['a']);
    expect(sizes({ a: 9, b: 8, c: 4, d: 3 })).toEqual(['a', 'b']);
    expect(sizes({ a: 4 })).toEqual([]);
  });
});
