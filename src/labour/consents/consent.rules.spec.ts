import { describe, expect, it } from '@jest/globals';
import { refuseTransition } from '../../platform/errors/index.js';
import { refuseLapsed } from './consent.rules.js';
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
