import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { instantAt } from '../working-time/local-time.rules.js';
import { attendanceActions } from './attendance-action.rules.js';
import { dayOf, instantOf } from './attendance-import.rules.js';
import {
  type AnswerableDay,
  refuseCorrection,
  refuseDispute,
  refuseOverlap,
  refusePlacement,
  refuseResolution,
  refuseTimes,
} from './attendance.rules.js';

const now = instantAt('2026-11-25', '12:00');
const hourMs = 3_600_000;
const placement = { startsOn: '2026-11-01', endsOn: '2026-11-30', state: 'active', endedAt: null } as const;
const times = (from: string, to: string, breakMinutes = 0, day = '2026-11-24') => ({
  ...{ checkInAt: instantAt('2026-11-24', from), checkOutAt: instantAt(day, to), breakMinutes, pieces: null },
});
const recorded: AnswerableDay = {
  ...{ state: 'recorded', checkInAt: now, checkOutAt: now, hostConfirmedAt: null, workerConfirmedAt: null },
  ...{ disputedBy: null, claimedCheckInAt: null, settlementId: null },
};
const disputed: AnswerableDay = { ...recorded, state: 'disputed', disputedBy: 'worker', claimedCheckInAt: now };

describe('attendance', () => {
  it('belongs to an active placement, on a day of it that has come', () => {
    expect(refusePlacement(placement, '2026-11-25', now, 0)).toBeUndefined();
    expect(refusePlacement({ ...placement, state: 'planned' }, '2026-11-24', now, hourMs)?.code).toBe('CONFLICT');
    expect(refusePlacement(placement, '2026-10-31', now, 0)?.field).toBe('input.day');
    expect(refusePlacement(placement, '2026-11-26', now, 0)?.field).toBe('input.day');
  });

  it('of a placement that has just ended can still be brought', () => {
    const ended = { ...placement, state: 'completed', endedAt: new Date(now.getTime() - hourMs) } as const;
    expect(refusePlacement(ended, '2026-11-24', now, hourMs)).toBeUndefined();
    expect(refusePlacement(ended, '2026-11-24', now, hourMs - 1)?.code).toBe('CONFLICT');
  });

  it('is a shift that was worked: forward, of a day at most, behind us, longer than its break', () => {
    const field = (stated: ReturnType<typeof times>) => refuseTimes('2026-11-24', stated, now)?.field;
    expect(field(times('22:00', '06:00', 60, '2026-11-25'))).toBeUndefined();
    expect(field(times('08:00', '08:00'))).toBe('input.checkOutAt');
    expect(field(times('08:00', '08:01', 0, '2026-11-25'))).toBe('input.checkOutAt');
    expect(field(times('18:00', '13:00', 0, '2026-11-25'))).toBe('input.checkOutAt');
    expect(field(times('08:00', '09:00', 61))).toBe('input.breakMinutes');
    expect(refuseTimes('2026-11-23', times('08:00', '09:00'), now)?.field).toBe('input.checkInAt');
  });

  it('shares no moment with another shift of the worker', () => {
    const shift = times('08:00', '16:00');
    expect(refuseOverlap(shift, [times('16:00', '20:00')])).toBeUndefined();
    expect(refuseOverlap(shift, [times('15:59', '20:00')])?.code).toBe('CONFLICT');
  });

  it('is disputed by who has not confirmed it, until it is settled', () => {
    expect(refuseDispute(recorded, 'worker')).toBeUndefined();
    expect(refuseDispute({ ...recorded, state: 'confirmed' }, 'worker')).toBeUndefined();
    expect(refuseDispute({ ...recorded, workerConfirmedAt: now }, 'worker')?.code).toBe('CONFLICT');
    expect(refuseDispute({ ...recorded, settlementId: 's' }, 'worker')?.code).toBe('CONFLICT');
    expect(refuseCorrection({ ...recorded, settlementId: 's' })?.code).toBe('CONFLICT');
    expect(refuseCorrection({ ...recorded, state: 'resolved' })?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('in dispute is dropped by its side, accepted by the other, decided by the bureau', () => {
    const can = (side: 'host' | 'worker' | 'bureau') =>
      (['claim', 'keep', 'figures'] as const).filter((outcome) => !refuseResolution(disputed, side, outcome));
    expect([can('host'), can('worker'), can('bureau')]).toEqual([['claim'], ['keep'], ['claim', 'keep', 'figures']]);
    expect(refuseResolution({ ...disputed, claimedCheckInAt: null }, 'host', 'claim')?.field).toBe('input.outcome');
  });

  it('shows each side what it can do, and the lender nothing', () => {
    const day = { ...recorded, hostId: 'host', workerId: 'worker' };
    const enterprise = (enterpriseId: string, scopes?: ['labour:read']): Viewer => ({
      ...{ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'owner', language: 'en' },
      ...(scopes && { scopes }),
    });
    expect(attendanceActions(day, enterprise('host'))).toEqual(['confirm', 'dispute', 'correct']);
    expect(attendanceActions({ ...day, hostConfirmedAt: now }, enterprise('host'))).toEqual(['correct']);
    expect(attendanceActions(day, enterprise('lender'))).toEqual([]);
    expect(attendanceActions(day, enterprise('host', ['labour:read']))).toEqual([]);
  });
});

describe('a row of a sheet', () => {
  const placements = [
    { id: 'p1', name: '林小竹', startsOn: '2026-11-01', endsOn: '2026-11-15' },
    { id: 'p2', name: '林小竹', startsOn: '2026-11-16', endsOn: '2026-11-30' },
  ];
  const row = (changes: object) => ({
    ...{ placement: undefined, worker: '林小竹', day: '2026-11-24', in: '22:00', out: '6:30' },
    ...{ break: 30, pieces: undefined },
    ...changes,
  });

  it('finds the placement of its day, and an end on the next day', () => {
    expect(dayOf(row({}), placements)).toMatchObject({
      placementId: 'p2',
      checkInAt: instantAt('2026-11-24', '22:00'),
      checkOutAt: instantAt('2026-11-25', '06:30'),
    });
  });

  it('tells all of its faults', () => {
    expect(dayOf(row({ worker: '无此人', in: '8点', out: '25:00' }), placements)).toMatchObject([
      { column: 'worker' },
      { column: 'in' },
      { column: 'out' },
    ]);
    const both = placements.map((one) => ({ ...one, startsOn: '2026-11-01', endsOn: '2026-11-30' }));
    expect(dayOf(row({}), both)).toMatchObject([{ column: 'worker' }]);
  });

  it('reads a time with or without its date', () => {
    expect(instantOf('2026-11-25 06:30', '2026-11-24')).toEqual(instantAt('2026-11-25', '06:30'));
    expect(instantOf('8:05', '2026-11-24')).toEqual(instantAt('2026-11-24', '08:05'));
    expect([instantOf('24:00', '2026-11-24'), instantOf('0.33', '2026-11-24')]).toEqual([undefined, undefined]);
  });
});
