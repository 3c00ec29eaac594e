import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Viewer } from '../../platform/auth/viewer.js';
import { injuryActions } from './injury-action.rules.js';
import {
  dueSoonUpTo,
  injuryClock,
  instantOf,
  overdueUpTo,
  refuseAccident,
  refuseIncomplete,
  refuseWithoutSplit,
  splitCost,
} from './injury.rules.js';

describe('R14 injury clock', () => {
  it('R14 injury clock: the employer has thirty days, the worker a year, both from the accident', () => {
    expect(injuryClock('2026-11-25')).toEqual({ fileBy: '2026-12-25', workerMayFileUntil: '2027-11-25' });
  });

  it('R14 injury clock: day 20 is due soon, day 30 is in time, day 31 is overdue', () => {
    expect(dueSoonUpTo('2026-12-15')).toBe('2026-11-25');
    expect('2026-11-25' <= overdueUpTo('2026-12-25')).toBe(false);
    expect('2026-11-25' <= overdueUpTo('2026-12-26')).toBe(true);
  });
});

describe('R13 the agreed split of an injury’s cost', () => {
  it('R13 both shares are whole fen and together the cost, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), fc.integer({ min: 0, max: 100 }), (cost, percent) => {
        const { hostShareFen, employerShareFen } = splitCost(cost, percent);
        expect(hostShareFen + employerShareFen).toBe(cost);
        expect(Number.isInteger(hostShareFen) && hostShareFen >= 0 && employerShareFen >= 0).toBe(true);
        expect(Math.abs(hostShareFen - (cost * percent) / 100)).toBeLessThan(1);
      }),
    );
    expect(splitCost(10_001, 30)).toEqual({ hostShareFen: 3000, employerShareFen: 7001 });
  });

  it('R13 a loan without an agreed share cannot be compensated', () => {
    expect(refuseWithoutSplit('loan', null)).toMatchObject({ rule: 'R13' });
    expect(refuseWithoutSplit('loan', 0)).toBeUndefined();
    expect(refuseWithoutSplit('direct', null)).toBeUndefined();
  });
});

it('an accident lies in a placement that began, and not in the future', () => {
  const now = new Date('2026-11-25T08:00:00Z');
  const placement = { state: 'active', startsOn: '2026-11-20', endsOn: '2026-12-31' } as const;
  const at = (occurredOn: string, time = '09:30') => ({ occurredOn, atMs: instantOf(occurredOn, time) });
  expect(refuseAccident(placement, at('2026-11-25'), now)).toBeUndefined();
  expect(refuseAccident(placement, at('2026-11-25', '16:01'), now)).toMatchObject({ field: 'input.occurredOn' });
  expect(refuseAccident(placement, at('2026-11-19'), now)).toMatchObject({ field: 'input.occurredOn' });
  expect(refuseAccident(placement, at('2026-11-25', '25:00'), now)).toMatchObject({ field: 'input.time' });
  expect(refuseAccident({ ...placement, state: 'planned' }, at('2026-11-25'), now)).toMatchObject({ code: 'CONFLICT' });
});

it('a decision has a number and an outcome, a compensation a cost', () => {
  const step = (changes: object) => refuseIncomplete({ step: 'decided', decisionNumber: '', ...changes });
  expect(step({})?.field).toBe('input.decisionNumber');
  expect(step({ decisionNumber: '1' })?.field).toBe('input.isRecognised');
  expect(step({ decisionNumber: '1', isRecognised: false })).toBeUndefined();
  expect(step({ step: 'compensated' })?.field).toBe('input.costFen');
  expect(step({ step: 'compensated', costFen: 0 })).toBeUndefined();
  expect(step({ step: 'applied' })).toBeUndefined();
});

describe('the next steps of an injury', () => {
  const loan = { hostId: 'host', lenderId: 'lender', workerId: 'worker', isRecognised: null };
  const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' };
  const enterprise = (enterpriseId: string): Viewer => ({
    ...{ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'owner', language: 'en' },
  });
  const actions = (changes: object, viewer = enterprise('lender')) =>
    injuryActions({ ...loan, state: 'reported', ...changes }, viewer);

  it('are the employer’s; the worker may say that they filed themself', () => {
    expect(actions({})).toEqual(['lender_notified', 'applied']);
    expect(actions({}, enterprise('host'))).toEqual([]);
    expect(actions({ lenderId: null }, enterprise('host'))).toEqual(['lender_notified', 'applied']);
    expect(actions({}, worker)).toEqual(['applied']);
    expect(actions({}, enterprise('other'))).toEqual([]);
  });

  it('lead from the decision to the compensation, or to the end when it was none', () => {
    expect(actions({ state: 'applied' })).toEqual(['decided']);
    expect(actions({ state: 'decided', isRecognised: true })).toEqual(['compensated']);
    expect(actions({ state: 'decided', isRecognised: false })).toEqual(['closed']);
    expect(actions({ state: 'compensated', isRecognised: true })).toEqual(['closed']);
    expect(actions({ state: 'closed' })).toEqual([]);
  });
});
