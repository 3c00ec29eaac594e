import { expect, it } from 'vitest';
import fc from 'fast-check';
import type { Viewer } from '../../platform/auth/viewer.js';
import { addDays } from '../../platform/clock/local-date.js';
import { penaltyActions } from './penalty-action.rules.js';
import { isInForce, penaltyPeriod, refuseDecision, refuseNoShow } from './penalty.rules.js';

const today = '2026-11-25';
const now = new Date('2026-11-25T08:00:00Z');

it('a no-show is reported from the first day on, of whom nothing was recorded', () => {
  const planned = { state: 'planned', startsOn: today } as const;
  expect(refuseNoShow(planned, { hasAttendance: false }, today)).toBeUndefined();
  expect(refuseNoShow(planned, { hasAttendance: false }, '2026-11-24')).toMatchObject({ code: 'CONFLICT' });
  expect(refuseNoShow(planned, { hasAttendance: true }, today)).toMatchObject({ code: 'CONFLICT' });
  expect(refuseNoShow({ ...planned, state: 'active' }, { hasAttendance: false }, today)).toBeDefined();
});

it('a penalty always ends, at most 180 days after it began', () => {
  expect(penaltyPeriod(today, 30)).toEqual({ startsOn: today, endsOn: '2026-12-24' });
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (days) => {
      const { startsOn, endsOn } = penaltyPeriod(today, days);
      expect(endsOn >= startsOn && endsOn < addDays(startsOn, 180)).toBe(true);
    }),
  );
});

it('it stands for its days, and not while an appeal waits', () => {
  const penalty = { state: 'upheld', startsOn: today, endsOn: '2026-12-24' } as const;
  expect(isInForce(penalty, '2026-12-24')).toBe(true);
  expect(isInForce(penalty, '2026-12-25')).toBe(false);
  expect(isInForce({ ...penalty, state: 'appealed' }, today)).toBe(false);
  expect(isInForce({ ...penalty, state: 'lifted' }, today)).toBe(false);
});

it('its worker appeals in time, an officer decides what was appealed', () => {
  const penalty = { workerId: 'w', state: 'proposed', appealBy: new Date(now.getTime() + 1) } as const;
  const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'w', language: 'en' };
  const bureau: Viewer = {
    ...{ kind: 'bureau', accountId: 'a', sessionId: 's', bureauId: 'b', regionId: 'r', language: 'en' },
  };
  expect(penaltyActions(penalty, worker, now)).toEqual(['appeal']);
  expect(penaltyActions({ ...penalty, appealBy: now }, worker, now)).toEqual([]);
  expect(penaltyActions(penalty, { ...worker, workerId: 'other' }, now)).toEqual([]);
  expect(penaltyActions(penalty, bureau, now)).toEqual([]);
  expect(penaltyActions({ ...penalty, state: 'appealed' }, bureau, now)).toEqual(['decide']);
  expect(refuseDecision({ state: 'proposed' }, 'upheld')).toMatchObject({ code: 'CONFLICT' });
});
