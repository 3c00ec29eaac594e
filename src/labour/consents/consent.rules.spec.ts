import { describe, expect, it } from 'vitest';
import { refuseTransition } from '../../platform/errors/index.js';
import { type AskingFacts, refuseAskingAgain, refuseLapsed } from './consent.rules.js';
import { type ConsentState, consentTransitions } from './consent.states.js';

const now = new Date('2026-11-23T08:00:00Z');
const consent = { expiresAt: new Date('2026-11-23T08:00:01Z'), endsOn: '2026-11-23' };

describe('answering a request for consent', () => {
  it('is possible until its last second and on the last day of its period', () => {
    expect(refuseLapsed(consent, now, '2026-11-23')).toBeUndefined();
  });

  it('is too late when it has expired, even before the job has said so', () => {
    expect(refuseLapsed({ ...consent, expiresAt: now }, now, '2026-11-23')).toMatchObject({
      code: 'CONFLICT',
      field: 'input.consentId',
    });
  });

  it('is too late when its period has passed', () => {
    expect(refuseLapsed(consent, now, '2026-11-24')).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the states of a consent', () => {
  const steps = (state: ConsentState) => consentTransitions[state];

  it('are answered once', () => {
    expect(steps('requested')).toEqual(['granted', 'refused', 'expired']);
    expect(refuseTransition(consentTransitions, 'refused', 'granted')).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('let what was granted be withdrawn, and nothing come back', () => {
    expect(steps('granted')).toEqual(['withdrawn', 'expired']);
    for (const state of ['refused', 'withdrawn', 'expired'] as const) expect(steps(state)).toEqual([]);
  });
});

describe('asking again', () => {
  const refused = { state: 'refused', endsOn: '2026-12-31' } as const;
  const facts: AskingFacts = { isEmployed: true, isOpen: false, lastRefusedAt: null };
  const after = (days: number): AskingFacts => ({
    ...facts,
    lastRefusedAt: new Date(now.getTime() - days * 86_400_000),
  });

  it('R5 leaves a worker who said no in peace for seven days, whatever was asked since', () => {
    expect(refuseAskingAgain(refused, after(6.99), now, '2026-11-23')).toMatchObject({ rule: 'R5' });
    expect(refuseAskingAgain(refused, after(7), now, '2026-11-23')).toBeUndefined();
    expect(refuseAskingAgain({ ...refused, state: 'expired' }, after(3), now, '2026-11-23')).toMatchObject({
      rule: 'R5',
    });
  });

  it('is possible at once where nobody said no', () => {
    for (const state of ['expired', 'withdrawn'] as const)
      expect(refuseAskingAgain({ ...refused, state }, facts, now, '2026-11-23')).toBeUndefined();
  });

  it('is not while it stands, nor for days that are over, nor of who has left', () => {
    for (const state of ['requested', 'granted'] as const)
      expect(refuseAskingAgain({ ...refused, state }, facts, now, '2026-11-23')).toMatchObject({ code: 'CONFLICT' });
    for (const changes of [{ isOpen: true }, { isEmployed: false }])
      expect(refuseAskingAgain(refused, { ...facts, ...changes }, now, '2026-11-23')).toMatchObject({
        code: 'CONFLICT',
      });
    expect(refuseAskingAgain(refused, facts, now, '2027-01-01')).toMatchObject({ code: 'CONFLICT' });
  });
});
