import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Demand, Supply } from './candidate.js';
import { buildEdges } from './build-edges.js';
import { boxAround, distanceM } from './distance.js';
import { infeasibility, reachM } from './feasibility.rules.js';
import { demand, supply, weights } from './pair.builder.js';
import { scorePair, scoreParts, totalScore } from './score.rules.js';

const none = new Map();
const today = 100;

describe('a pair is feasible when nothing stands against it', () => {
  const reason = (s: Partial<Supply>, d: Partial<Demand>, level = 3): string | undefined => {
    const [a, b] = [supply(s), demand(d)];
    return infeasibility(a, b, level, distanceM(a, b));
  };

  it.each<[string, Partial<Supply>, Partial<Demand>, number, string | undefined]>([
    ['everything fits', {}, {}, 3, undefined],
    ['the lender is the host', { lenderId: 'host' }, {}, 3, 'LENDER_IS_HOST'],
    ['the level is too low', {}, {}, 1, 'LEVEL'],
    ['the wage is for another unit', { wageUnit: 'month' }, {}, 3, 'WAGE_UNIT'],
    ['the wage is in another currency', { currency: 'USD' }, {}, 3, 'WAGE_UNIT'],
    ['the wage equals the floor', { wageFloorFen: 2400 }, {}, 3, undefined],
    ['the wage is a fen below the floor', { wageFloorFen: 2401 }, {}, 3, 'WAGE'],
    ['the worker leaves a day early', { lastDay: 149 }, {}, 3, 'PERIOD'],
    ['the host is content with less', { lastDay: 149 }, { minOverlapPercent: 90 }, 3, undefined],
    ['there is no common day', { lastDay: 109 }, { minOverlapPercent: 1 }, 3, 'PERIOD'],
    ['the site is beyond the radius', { radiusM: 5_000 }, {}, 3, 'DISTANCE'],
    [
      'lodging opens the relocation radius',
      { radiusM: 5_000, relocationRadiusM: 50_000 },
      { lodging: true },
      3,
      undefined,
    ],
    ['no lodging, no relocation', { radiusM: 5_000, relocationRadiusM: 50_000 }, {}, 3, 'DISTANCE'],
    ['a certificate is missing', {}, { certificateCodes: ['weld'] }, 3, 'CERTIFICATE'],
    [
      'a certificate runs out too early',
      { certificates: [{ code: 'weld', lastDay: 149 }] },
      { certificateCodes: ['weld'] },
      3,
      'CERTIFICATE',
    ],
    [
      'a certificate holds to the last day',
      { certificates: [{ code: 'weld', lastDay: 150 }] },
      { certificateCodes: ['weld'] },
      3,
      undefined,
    ],
    ['a day is booked', { booked: [{ firstDay: 150, lastDay: 170 }] }, {}, 3, 'BOOKED'],
    ['the booking ends the day before', { booked: [{ firstDay: 100, lastDay: 109 }] }, {}, 3, undefined],
  ])('%s', (_name, s, d, level, expected) => expect(reason(s, d, level)).toBe(expected));
});

describe('a score', () => {
  it('and each of its parts lie between 0 and 10000 for every feasible pair', () => {
    const pair = fc.record({
      radiusM: fc.integer({ min: 0, max: 100_000 }),
      wageFloorFen: fc.integer({ min: 0, max: 2400 }),
      level: fc.integer({ min: 2, max: 5 }),
      penalty: fc.integer({ min: 0, max: 100 }),
      rating: fc.option(fc.integer({ min: 0, max: 100 })),
      waitingSinceDay: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(pair, ({ level, penalty, ...facts }) => {
        const [s, d] = [supply({ ...facts, latitude: 25.1, longitude: 118.2 }), demand()];
        const parts = scorePair(s, d, { level, penalty }, distanceM(s, d), reachM(s, d), today);
        for (const name of scoreParts) expect(parts[name]).toBeGreaterThanOrEqual(0);
        for (const name of scoreParts) expect(parts[name]).toBeLessThanOrEqual(10_000);
        const total = totalScore(parts, weights);
        expect(Number.isInteger(total) && total >= 0 && total <= 10_000).toBe(true);
      }),
    );
  });

  it('rises with the wage and falls with the distance', () => {
    const total = (d: Demand): number => {
      const s = supply();
      return totalScore(scorePair(s, d, { level: 3, penalty: 0 }, distanceM(s, d), reachM(s, d), today), weights);
    };
    expect(total(demand({ wageFen: 2500 }))).toBeGreaterThan(total(demand({ wageFen: 2400 })));
    expect(total(demand({ latitude: 25.06 }))).toBeGreaterThan(total(demand({ latitude: 25.15 })));
  });
});

describe('distance', () => {
  it('is the great circle on the mean sphere', () => {
    expect(distanceM({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      Math.PI * 6_371_008.8,
      0,
    );
    expect(
      Math.round(distanceM({ latitude: 25.0558, longitude: 118.1866 }, { latitude: 24.7814, longitude: 118.5519 })),
    ).toBe(47_833);
  });

  it('no point within the radius lies outside the box', () => {
    const place = fc.record({
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -150, max: 150, noNaN: true }),
    });
    const shift = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(place, shift, shift, (centre, dLat, dLon) => {
        const other = { latitude: centre.latitude + dLat, longitude: centre.longitude + dLon };
        const box = boxAround(centre, distanceM(centre, other));
        expect(
          other.longitude >= box.minX &&
            other.longitude <= box.maxX &&
            other.latitude >= box.minY &&
            other.latitude <= box.maxY,
        ).toBe(true);
      }),
    );
  });
});

describe('building edges', () => {
  it('finds exactly the pairs that testing every pair finds', () => {
    const occupation = fc.constantFrom('weaver', 'welder', 'packer');
    const spot = {
      latitude: fc.double({ min: 24.8, max: 25.3, noNaN: true }),
      longitude: fc.double({ min: 118, max: 118.5, noNaN: true }),
    };
    const supplies = fc.array(
      fc.record({
        ...spot,
        skill: occupation,
        level: fc.integer({ min: 1, max: 5 }),
        wageFloorFen: fc.integer({ min: 1800, max: 2600 }),
        radiusM: fc.integer({ min: 0, max: 40_000 }),
      }),
      { maxLength: 15 },
    );
    const demands = fc.array(
      fc.record({
        ...spot,
        occupationId: occupation,
        minLevel: fc.integer({ min: 1, max: 5 }),
        acceptsSubstitutes: fc.boolean(),
      }),
      { maxLength: 15 },
    );
    const substitutes = new Map([['weaver', [{ occupationId: 'packer', penalty: 30 }]]]);
    fc.assert(
      fc.property(supplies, demands, (someSupplies, someDemands) => {
        const s = someSupplies.map(({ skill, level, ...facts }) =>
          supply({ ...facts, skills: [{ occupationId: skill, level }] }),
        );
        const d = someDemands.map((facts) => demand(facts));
        const expected = s.flatMap((one, i) =>
          d.flatMap((other, j) => {
            const [skill] = one.skills;
            const fits =
              skill?.occupationId === other.occupationId ||
              (skill?.occupationId === 'packer' && other.occupationId === 'weaver' && other.acceptsSubstitutes);
            return fits && !infeasibility(one, other, skill.level, distanceM(one, other)) ? [`${i} ${j}`] : [];
          }),
        );
        const found = buildEdges(s, d, substitutes, weights, today).map((edge) => `${edge.supply} ${edge.demand}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('a substitute occupation costs its penalty', () => {
    const substitutes = new Map([['weaver', [{ occupationId: 'packer', penalty: 40 }]]]);
    const [edge] = buildEdges(
      [supply({ skills: [{ occupationId: 'packer', level: 2 }] })],
      [demand()],
      substitutes,
      weights,
      today,
    );
    expect(edge?.parts.skill).toBe(6000);
    expect(
      buildEdges(
        [supply({ skills: [{ occupationId: 'packer', level: 2 }] })],
        [demand({ acceptsSubstitutes: false })],
        substitutes,
        weights,
        today,
      ),
    ).toEqual([]);
  });

  it('works with nobody on either side', () => {
    expect(buildEdges([], [demand()], none, weights, today)).toEqual([]);
    expect(buildEdges([supply()], [], none, weights, today)).toEqual([]);
  });
});
