import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bookingActions } from './booking-action.rules.js';
import {
  type BookingFacts,
  objectableUntil,
  refuseConfirm,
  refuseCorrection,
  refuseDecline,
  refuseFulfil,
  refuseObjection,
  refuseRecord,
  refuseRelease,
} from './booking.rules.js';
import { type BookingState, bookingTransitions } from './booking.states.js';

const now = new Date('2026-11-05T04:00:00Z');
const today = '2026-11-05';
const booking = (changes: Partial<BookingFacts> = {}): BookingFacts => ({
  ...{ state: 'held', startsOn: '2026-11-06', endsOn: '2026-11-07', heldUntil: new Date('2026-11-06T00:00:00Z') },
  ...{ recordedAt: null, objectedAt: null },
  ...changes,
});
const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);

describe('a booking', () => {
  it('is confirmed while it is held and has not lapsed, before its first day has passed', () => {
    expect(refuseConfirm(booking(), now, today)).toBeUndefined();
    expect(refuseConfirm(booking({ startsOn: today }), now, today)).toBeUndefined();
    expect(refuseConfirm(booking({ heldUntil: now }), now, today)?.code).toBe('CONFLICT');
    expect(refuseConfirm(booking({ startsOn: '2026-11-04' }), now, today)?.code).toBe('CONFLICT');
    expect(refuseConfirm(booking({ state: 'confirmed' }), now, today)?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('is declined only while it is held', () => {
    expect(refuseDecline(booking())).toBeUndefined();
    expect(refuseDecline(booking({ state: 'confirmed' }))).toMatchObject({ allowed: ['fulfilled'] });
  });

  it('is released until its first day comes', () => {
    expect(refuseRelease(booking({ state: 'confirmed' }), today)).toBeUndefined();
    expect(refuseRelease(booking({ state: 'confirmed', startsOn: today }), today)?.code).toBe('CONFLICT');
    expect(refuseRelease(booking({ startsOn: today }), today)).toBeUndefined();
    expect(refuseRelease(booking({ state: 'fulfilled' }), today)?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('is recorded from its last day on', () => {
    expect(refuseFulfil(booking({ state: 'confirmed' }), today)?.code).toBe('CONFLICT');
    expect(refuseFulfil(booking({ state: 'confirmed' }), '2026-11-07')).toBeUndefined();
    expect(refuseFulfil(booking(), '2026-11-07')?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('is objected to within three days of the record that stands, once, and then answered', () => {
    const recorded = booking({ state: 'fulfilled', recordedAt: hours(-72) });
    expect(objectableUntil(recorded)).toEqual(now);
    expect(refuseObjection(recorded, now)?.code).toBe('CONFLICT');
    expect(refuseObjection(booking({ state: 'fulfilled', recordedAt: hours(-71) }), now)).toBeUndefined();
    expect(refuseObjection(booking({ state: 'fulfilled', recordedAt: now, objectedAt: now }), now)?.code).toBe(
      'CONFLICT',
    );
    expect(refuseObjection(booking({ state: 'confirmed' }), now)?.code).toBe('CONFLICT');
    expect(refuseCorrection(recorded)?.code).toBe('CONFLICT');
    expect(refuseCorrection({ ...recorded, objectedAt: now })).toBeUndefined();
  });

  it('has a record of each booked day, none above what was booked', () => {
    const booked = [
      { day: '2026-11-06', minutes: 75 },
      { day: '2026-11-07', minutes: 60 },
    ];
    const record = (...minutes: number[]) =>
      refuseRecord(
        booked.map(({ day }, at) => ({ day, minutes: minutes[at] ?? 0 })),
        booked,
      );
    expect(record(75, 0)).toBeUndefined();
    expect(record(75, 61)).toMatchObject({ field: 'input.days.1.minutes', params: { booked: 60 } });
    expect(refuseRecord(booked.slice(1), booked)).toMatchObject({ field: 'input.days' });
    expect(refuseRecord([...booked.slice(1), ...booked.slice(1)], booked)).toMatchObject({ field: 'input.days' });
    expect(refuseRecord([...booked, { day: '2026-11-08', minutes: 0 }], booked)).toMatchObject({ field: 'input.days' });
  });

  it('offers each party only what its state lets follow, and strangers nothing', () => {
    const states = Object.keys(bookingTransitions) as BookingState[];
    const viewer = (enterpriseId: string) =>
      ({ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'member', language: 'en' }) as const;
    const follows = { confirm: 'confirmed', decline: 'released', release: 'released', fulfil: 'fulfilled' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom('2026-11-04', '2026-11-05', '2026-11-06', '2026-11-08'),
        fc.boolean(),
        (state, day, isObjected) => {
          const recordedAt = state === 'fulfilled' ? now : null;
          const facts = {
            ...booking({ state, recordedAt, objectedAt: isObjected ? recordedAt : null }),
            ownerId: 'o',
            customerId: 'c',
          };
          const actions = ['o', 'c'].flatMap((id) => bookingActions(facts, viewer(id), now, day));
          for (const action of actions)
            if (action in follows) expect(bookingTransitions[state]).toContain(follows[action as keyof typeof follows]);
            else expect(state).toBe('fulfilled');
          expect(bookingActions(facts, viewer('x'), now, day)).toEqual([]);
        },
      ),
    );
  });
});
