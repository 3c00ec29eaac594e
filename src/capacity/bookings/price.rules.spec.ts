import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../../platform/clock/local-date.js';
import { freeUntil, releaseFen } from './notice.rules.js';
import { amountFen, maxBookingFen, refuseLargeAmount, shareFen } from './price.rules.js';

describe('what machine time costs', () => {
  it.each([
    [60, 5_000, 5_000],
    [1, 60, 1],
    [1, 30, 1],
    [1, 29, 0],
    [125, 5_001, 10_419],
    [0, 5_000, 0],
    [90, 0, 0],
  ])('%i minutes at %i fen an hour are %i fen', (minutes, fenPerHour, fen) => {
    expect(amountFen(minutes, fenPerHour)).toBe(fen);
  });

  it('is exact half up for every booking that is let through', () => {
    const minutes = fc.integer({ min: 0, max: 366 * 720_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 10_000_000 }), (worked, fenPerHour) => {
        const exact = (BigInt(worked) * BigInt(fenPerHour) * 2n + 60n) / 120n;
        expect(BigInt(amountFen(worked, fenPerHour))).toBe(exact);
        const isRefused = refuseLargeAmount(worked, fenPerHour, 'input.days') !== undefined;
        expect(isRefused).toBe(exact > BigInt(maxBookingFen));
      }),
    );
  });

  it('rounds once for all days, so that a split costs no more than the whole and a fen a day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1440 }), { minLength: 1, maxLength: 30 }),
        fc.nat(100_000),
        (days, fen) => {
          const whole = amountFen(
            days.reduce((sum, minutes) => sum + minutes, 0),
            fen,
          );
          const apart = days.reduce((sum, minutes) => sum + amountFen(minutes, fen), 0);
          expect(Math.abs(whole - apart)).toBeLessThanOrEqual(days.length);
        },
      ),
    );
  });
});

describe('what a release costs', () => {
  const booking = { state: 'confirmed', startsOn: '2026-11-10', noticeDays: 3, latePercent: 25, bookedFen: 10_002 };

  it.each([
    ['2026-11-06', 0],
    ['2026-11-07', 0],
    ['2026-11-08', 2_501],
    ['2026-11-10', 2_501],
  ])('on %s is %i fen', (today, fen) => {
    expect(releaseFen(booking, today)).toBe(fen);
  });

  it('is nothing for a hold that nobody confirmed', () => {
    expect(releaseFen({ ...booking, state: 'held' }, '2026-11-09')).toBe(0);
  });

  it('is nothing up to the notice, and then the share, never more than what was booked', () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        whole(60),
        whole(100),
        whole(maxBookingFen),
        fc.integer({ min: -90, max: 5 }),
        (noticeDays, latePercent, bookedFen, days) => {
          const facts = { ...booking, noticeDays, latePercent, bookedFen };
          const today = addDays(booking.startsOn, days);
          const fen = releaseFen(facts, today);
          expect(fen).toBe(today <= freeUntil(facts) ? 0 : shareFen(bookedFen, latePercent));
          expect(fen).toBeLessThanOrEqual(bookedFen);
        },
      ),
    );
  });
});
