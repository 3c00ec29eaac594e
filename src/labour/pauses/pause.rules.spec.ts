import { expect, it } from 'vitest';
import { lastPausedDay, refusePause, refusePausePeriod, refuseResume } from './pause.rules.js';

const placement = { startsOn: '2026-11-20', endsOn: '2026-12-31' };
const today = '2026-11-25';

it('a pause lies between today and the end of the placement', () => {
  expect(refusePausePeriod({ startsOn: today, endsOn: '2026-12-31' }, placement, today)).toBeUndefined();
  expect(refusePausePeriod({ startsOn: '2026-11-24', endsOn: today }, placement, today)?.field).toBe('input.startsOn');
  expect(refusePausePeriod({ startsOn: today, endsOn: '2027-01-01' }, placement, today)?.field).toBe('input.endsOn');
  expect(refusePausePeriod({ startsOn: '2026-11-27', endsOn: '2026-11-26' }, placement, today)).toBeDefined();
});

it('what is over is not paused, and what is not paused does not go on', () => {
  expect(refusePause({ state: 'active' })).toBeUndefined();
  expect(refusePause({ state: 'completed' })).toBeDefined();
  expect(refuseResume({ isPaused: false })).toBeDefined();
  expect(refuseResume({ isPaused: true })).toBeUndefined();
});

it('the day on which work goes on is no longer paused', () => {
  expect(lastPausedDay({ startsOn: '2026-11-20' }, today)).toBe('2026-11-24');
  expect(lastPausedDay({ startsOn: today }, today)).toBe(today);
});
