import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../../platform/clock/clock.js';
import { quietDelayMs, sinceMidnightMs } from './quiet-hours.rules.js';

const night = { from: '22:00', until: '07:30' };
const at = (time: string): Date => new Date(`2026-12-01T${time}:00+08:00`);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const quietHours = fc.record({ from: time, until: time }).filter(({ from, until }) => from !== until);
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('quiet hours', () => {
  it.each([
    ['21:59', 0],
    ['22:00', 9.5],
    ['23:30', 8],
    ['07:00', 0.5],
    ['07:30', 0],
    ['12:00', 0],
  ])('over midnight: at %s one waits %s hours', (now, hours) =>
    expect(quietDelayMs(at(now), night)).toBe(hours * HOUR_MS),
  );

  it('within a day', () => {
    expect(quietDelayMs(at('13:00'), { from: '12:00', until: '14:00' })).toBe(HOUR_MS);
    expect(quietDelayMs(at('14:00'), { from: '12:00', until: '14:00' })).toBe(0);
  });

  it('that nobody set delay nothing', () => expect(quietDelayMs(at('03:00'), null)).toBe(0));

  it('are over after the wait, which is as short as can be', () => {
    fc.assert(
      fc.property(instant, quietHours, (now, quiet) => {
        const delayMs = quietDelayMs(now, quiet);
        const then = new Date(now.getTime() + delayMs);
        expect(delayMs >= 0 && delayMs < DAY_MS && quietDelayMs(then, quiet) === 0).toBe(true);
        if (delayMs > 0) expect(quietDelayMs(new Date(then.getTime() - 1), quiet)).toBe(1);
      }),
    );
  });

  it('leave as much of a day as they do not take', () => {
    fc.assert(
      fc.property(quietHours, (quiet) => {
        const minutes = Array.from({ length: 1440 }, (_, minute) => new Date(minute * 60_000));
        const taken = minutes.filter((now) => quietDelayMs(now, quiet) > 0).length;
        const [from = 0, until = 0] = [quiet.from, quiet.until].map((text) => sinceMidnightMs(at(text)) / 60_000);
        expect(taken).toBe((until - from + 1440) % 1440);
      }),
      { numRuns: 20 },
    );
  });
});
