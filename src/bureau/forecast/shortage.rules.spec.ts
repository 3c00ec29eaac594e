import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAt, forecastOf, type ShortagePanel, type ShortageWeek, wantedAWeek } from './shortage.rules.js';

const most = 8;
/** Every week asks for 20; `late` of what stays open is published in the week itself, the rest known long before. */
const week = ({ wanted = 20, open = 6, late = 2, knownOpen = 12 } = {}): ShortageWeek => ({
  ...{ wanted, open, known: Array.from({ length: most }, () => ({ open: knownOpen, stays: open - late })) },
});
const panelOf = (
  past: readonly ShortageWeek[],
  next: readonly ShortageWeek[],
  orders: number[] = [],
): ShortagePanel => ({
  ...{ weeks: [...past, week(), ...next], now: past.length, orders },
});
const ahead = (weeks = most): ShortageWeek[] => Array.from({ length: weeks }, () => week());
const past = (weeks: number): ShortageWeek[] => Array.from({ length: weeks }, () => week());

describe('the forecast of a shortage', () => {
  it('is what always was, without doubt, where every week was the same', () => {
    const { points, backTest } = forecastOf(panelOf(past(30), ahead()), 8);
    expect(points).toHaveLength(8);
    for (const point of points) {
      expect(point).toMatchObject({ open: 12, toCome: 2, meanError: expect.closeTo(0) });
      expect(point.stays).toBeCloseTo(4);
      for (const value of [point.expected, point.low, point.high]) expect(value).toBeCloseTo(6);
    }
    expect(backTest).toMatchObject({ origins: 23, coverage: 1, meanError: expect.closeTo(0), naiveError: 0 });
    // 30 - 6 - h targets for each h of 1 to 8.
    expect(backTest?.tests).toBe(8 * 24 - 36);
  });

  it('follows what is known: more open seats than ever, so more that stay open', () => {
    const [point] = forecastOf(panelOf(past(30), [week({ knownOpen: 36 }), ...ahead(7)]), 4).points;
    expect(point).toMatchObject({ open: 36, toCome: 2 });
    expect(point?.stays).toBeCloseTo(12);
    expect(point?.expected).toBeCloseTo(14);
  });

  it('counts orders as the announced part of what is to come, not on top of it', () => {
    const of = (heads: number): number | undefined =>
      forecastOf(panelOf(past(30), ahead(), [heads]), 4).points[0]?.toCome;
    expect(of(3)).toBe(2);
    expect(of(30)).toBeCloseTo(10);
  });

  it('takes the share of a shorter time before where nothing was known that early', () => {
    const lateKnown = Array.from({ length: 30 }, (): ShortageWeek => {
      const known = week().known.map((one, at) => (at < 2 ? one : { open: 0, stays: 0 }));
      return { wanted: 20, open: 6, known };
    });
    const third = forecastOf(panelOf(lateKnown, ahead()), 4).points[2];
    // Of twelve open seats a third stays, as of those known two weeks before; all six of a usual week come later than that.
    expect(third?.stays).toBeCloseTo(4);
    expect(third?.toCome).toBe(6);
  });

  it('is the less sure the more seats are open: the error of the share weighs by them', () => {
    const restless = Array.from({ length: 40 }, (_, at) => week({ open: at % 2 === 0 ? 4 : 8 }));
    const widthOf = (knownOpen: number): number => {
      const [point] = forecastOf(panelOf(restless, [week({ knownOpen }), ...ahead(7)]), 4).points;
      return (point?.high ?? 0) - (point?.low ?? 0);
    };
    expect(widthOf(120)).toBeGreaterThan(8 * widthOf(12));
  });

  it('learns from the last quarter alone', () => {
    const before = Array.from({ length: 20 }, () => week({ wanted: 90, open: 60, late: 30, knownOpen: 30 }));
    const [point] = forecastOf(panelOf([...before, ...past(13)], ahead()), 4).points;
    expect(point?.expected).toBeCloseTo(6);
    // The back-test remembers that it was wrong when things changed.
    expect(point?.low).toBeLessThan(6);
    expect(point?.meanError).toBeGreaterThan(0);
  });

  it('says what is missing instead of a number', () => {
    const short = forecastOf(panelOf(past(17), ahead()), 4);
    expect(short).toEqual({
      ...{ points: [], backTest: null },
      sufficiency: { weeks: 17, weeksNeeded: 18, busyWeeks: 17, busyWeeksNeeded: 8 },
    });
    expect(forecastOf(panelOf(past(18), ahead()), 4).points).toHaveLength(4);
    expect(forecastOf(panelOf(past(18), ahead()), 8).points).toEqual([]);
    const quiet = week({ wanted: 0, open: 0, late: 0, knownOpen: 0 });
    const rare = Array.from({ length: 40 }, (_, at) => (at % 6 === 0 ? week() : quiet));
    expect(forecastOf(panelOf(rare, ahead()), 4)).toMatchObject({ points: [], sufficiency: { busyWeeks: 7 } });
    // Weeks before anybody was ever wanted are no history.
    const young = [...Array.from({ length: 30 }, () => quiet), ...past(10)];
    expect(forecastOf(panelOf(young, ahead()), 4).sufficiency).toMatchObject({ weeks: 10 });
    expect(forecastOf({ weeks: [], now: 0, orders: [] }, 8).sufficiency.weeks).toBe(0);
  });

  it('from a week that is past is what it would have been, whatever came later', () => {
    const then = expectedAt(panelOf(past(26), ahead()), 4);
    const since = Array.from({ length: 4 }, () => week({ open: 19, late: 17 }));
    const panel = panelOf([...past(27), ...since.map((one) => ({ ...one, known: week().known }))], ahead());
    expect(expectedAt(panel, 4, 26)).toEqual(then);
    expect(wantedAWeek(panel, 26)).toBe(20);
  });

  const weeks = fc
    .record({
      wanted: fc.nat(200),
      stays: fc.array(fc.nat(60), { minLength: most, maxLength: most }),
      late: fc.nat(40),
    })
    .chain(({ wanted, stays, late }) =>
      fc.array(fc.nat(80), { minLength: most, maxLength: most }).map((opens): ShortageWeek => {
        const open = Math.max(...stays) + late;
        return { wanted, open, known: stays.map((one, at) => ({ open: opens[at] ?? 0, stays: one })) };
      }),
    );

  it('lies in its interval, never below none, and never fails, however much there is', () => {
    fc.assert(
      fc.property(
        fc.array(weeks, { maxLength: 70 }),
        fc.array(weeks, { maxLength: 8 }),
        fc.array(fc.nat(50), { maxLength: 8 }),
        fc.integer({ min: 4, max: 8 }),
        (history, next, orders, count) => {
          const { points, backTest, sufficiency } = forecastOf(panelOf(history, next, orders), count);
          expect(points.length).toBe(backTest === null ? 0 : count);
          expect(sufficiency.weeks).toBeLessThanOrEqual(history.length);
          for (const { low, expected, high, stays, toCome, open } of points) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(expected + 1e-9);
            expect(high).toBeGreaterThanOrEqual(expected - 1e-9);
            expect(expected).toBeCloseTo(stays + toCome);
            // Never below what is known and expected to stay.
            expect(expected).toBeGreaterThanOrEqual(stays - 1e-9);
            expect(stays === 0 || open > 0).toBe(true);
          }
          if (backTest?.coverage) expect(backTest.coverage).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
