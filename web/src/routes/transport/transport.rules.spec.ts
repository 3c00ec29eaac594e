import { describe, expect, it } from 'vitest';
import { firstDraft, isUnderWay, minuteOf, planInput, seatsIn, sparedShare, wayOf } from './transport.rules';

describe('a draft of a plan of buses', () => {
  it('becomes what the API takes', () => {
    expect(planInput(firstDraft(['a', 'b']))).toEqual({
      ...{ minute: 480, walkM: 3_000, kmPerHour: 45 },
      vehicles: [
        { name: 'a', seats: 19, count: 10, fixedFen: 60_000, fenPerKm: 300 },
        { name: 'b', seats: 45, count: 5, fixedFen: 110_000, fenPerKm: 500 },
      ],
    });
  });

  it('sends what is no number as 0, which the API refuses', () => {
    const vehicle = { name: '', seats: 'x', count: '', fixed: 'y', perKm: '' };
    expect(planInput({ at: '', walkKm: 'z', kmPerHour: '', vehicles: [vehicle] })).toEqual({
      ...{ minute: 0, walkM: 0, kmPerHour: 0 },
      vehicles: [{ name: '', seats: 0, count: 0, fixedFen: 0, fenPerKm: 0 }],
    });
  });

  it('knows the minute of the day', () => {
    expect(['00:00', '07:35', '23:59'].map(minuteOf)).toEqual([0, 455, 1439]);
  });
});

describe('a plan of buses', () => {
  it('is under way until it is over', () => {
    const states = ['QUEUED', 'RUNNING', 'PLANNED', 'FAILED', 'PUBLISHED', 'CANCELLED'] as const;
    expect(states.map((state) => isUnderWay({ state }))).toEqual([true, true, false, false, false, false]);
  });

  it('spares a share of what it would cost alone', () => {
    expect(sparedShare({ costFen: 75, aloneFen: 100 })).toBe(0.25);
    expect(sparedShare({ costFen: 0, aloneFen: 0 })).toBe(0);
  });

  it('drives to work or home', () => {
    const ends = { origin: { id: '1', name: 'A' }, destination: { id: '2', name: 'B' } };
    expect(wayOf(ends, 'OUT')).toEqual({ from: 'A', to: 'B' });
    expect(wayOf(ends, 'HOME')).toEqual({ from: 'B', to: 'A' });
  });

  it('counts its seats by state', () => {
    const seatsByState = [
      { state: 'TAKEN' as const, count: 3 },
      { state: 'ASKED' as const, count: 2 },
    ];
    expect(seatsIn({ seatsByState }, 'TAKEN', 'ASKED')).toBe(5);
    expect(seatsIn({ seatsByState }, 'DECLINED')).toBe(0);
  });
});
