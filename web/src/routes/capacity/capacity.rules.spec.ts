import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  adviceOf,
  bookedFen,
  freeDays,
  hoursOf,
  minutesOf,
  most,
  periodOf,
  securedShare,
  takenOf,
  withDay,
} from './capacity.rules';
import { blankRequest, blankStep, requestInput } from './new-request.rules';
import { plainShifts, shiftsInput } from './shift.rules';

const words = { number: String, nothing: 'nothing', free: (free: number, offered: number) => `${free} of ${offered}` };
const day = (name: string, offeredMinutes: number, freeMinutes: number) => ({
  ...{ day: name, offeredMinutes, freeMinutes, bookedMinutes: offeredMinutes - freeMinutes },
});

describe('capacity as the screens show it', () => {
  it('whole minutes survive being shown as hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => minutesOf(String(hoursOf(minutes))) === minutes),
    );
    expect(hoursOf(50)).toBe(0.83);
    expect(minutesOf('')).toBe(0);
  });

  it('a day is as deep as it is free, and has no measure where nothing is on offer', () => {
    const days = freeDays([day('2026-11-27', 480, 120), day('2026-11-28', 0, 0)], words);
    expect(days).toEqual([
      { day: '2026-11-27', figure: '2', text: '2 of 8', share: 0.25 },
      { day: '2026-11-28', figure: '', text: 'nothing' },
    ]);
    expect(takenOf([day('a', 480, 120), day('b', 60, 60)])).toEqual({ booked: 360, offered: 540 });
  });

  it('a day is taken with what is free of it, eight hours at most, and left again', () => {
    const one = withDay(new Map(), '2026-11-28', 900);
    const two = withDay(one, '2026-11-27', 90);
    expect([...two]).toEqual([
      ['2026-11-27', '1.5'],
      ['2026-11-28', '8'],
    ]);
    expect([...withDay(two, '2026-11-28', 900).keys()]).toEqual(['2026-11-27']);
  });

  it('the set-up takes its time of the first day', () => {
    const days = ['2026-11-27', '2026-11-28'];
    expect(most('2026-11-27', 480, { days, setupMinutes: 30 })).toBe(450);
    expect(most('2026-11-28', 480, { days, setupMinutes: 30 })).toBe(480);
    expect(most('2026-11-26', 480, { days, setupMinutes: 30 })).toBe(450);
    expect(most('2026-11-27', 20, { days, setupMinutes: 30 })).toBe(0);
  });

  it('a booking costs its hours with the set-up, half a fen up', () => {
    expect(bookedFen(new Map([['2026-11-27', '2']]), { fenPerHour: 5_001, setupMinutes: 15 })).toBe(11_252);
    expect(bookedFen(new Map([['2026-11-27', '0.5']]), { fenPerHour: 1, setupMinutes: 0 })).toBe(1);
    expect(bookedFen(new Map(), { fenPerHour: 5_001, setupMinutes: 15 })).toBe(0);
  });

  it('looks at the period of the address, which never ends before it begins', () => {
    const address = (text: string) => periodOf(new URLSearchParams(text));
    expect(address('from=2026-11-27')).toEqual({ from: '2026-11-27', until: '2026-12-31' });
    expect(address('from=2026-11-27&until=2026-11-01')).toEqual({ from: '2026-11-27', until: '2026-11-27' });
    expect(securedShare({ minutes: 600, securedMinutes: 900 })).toBe(1);
    expect(securedShare({ minutes: 0, securedMinutes: 0 })).toBe(0);
  });

  it('what is advised of one step and window is held together', () => {
    const of = (step: number, id: string, on: string) => ({ step, day: on, window: { id } });
    const advices = adviceOf([of(1, 'w', '1'), of(2, 'w', '2'), of(1, 'w', '3'), { step: 1, day: '4', window: null }]);
    expect(advices.map(({ step, proposals }) => [step, proposals.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('sends hours as minutes', () => {
    expect(shiftsInput(plainShifts)).toEqual({
      ...{ machines: 1, worksHolidays: false },
      shiftMinutes: [480, 480, 480, 480, 480, 480, 0],
    });
    const place = { regionId: 'GB2260:350524', regionName: '安溪县', latitude: 25, longitude: 118 };
    const step = { ...blankStep, processId: 'GJ:POWDER', hours: '1.5', transportDays: '1' };
    const filled = { ...blankRequest, place, km: '30', price: '60', steps: [step] };
    expect(requestInput(filled, 'key-0001')).toMatchObject({
      ...{ maxDistanceM: 30_000, maxFenPerHour: 6_000 },
      steps: [{ processId: 'GJ:POWDER', minutes: 90, needsOperators: 'EITHER', transportDays: 1 }],
    });
    expect(requestInput({ ...filled, steps: [blankStep] }, 'key-0001')).toBeUndefined();
    expect(requestInput({ ...filled, place: null }, 'key-0001')).toBeUndefined();
  });
});
