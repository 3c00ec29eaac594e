import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { nobodyYet } from '../placements/placement-party.rules.js';
import { returnActions } from './return-action.rules.js';
import {
  type AnswerableReturn,
  dutyReasons,
  effectiveOn,
  firstState,
  hostReasons,
  refuseReason,
  refuseReplacement,
  refuseReturn,
  refuseUnagreedCase,
  refuseWithoutEvidence,
  returnKind,
} from './return.rules.js';

const now = new Date('2026-11-25T08:00:00Z');
const agreed = (returnCases: string, returnNoticeDays: number | null = 3) => ({
  terms: { returnCases, returnNoticeDays, injuryHostPercent: 50 },
});

describe('who may end a placement early, and why', () => {
  it('R19 the worker leaves at once for each breach of duty, and nobody else can use these reasons', () => {
    for (const reason of dutyReasons) {
      expect(firstState[returnKind(reason)]).toBe('effective');
      expect(refuseReason('worker', reason)).toBeUndefined();
      expect(refuseReason('host', reason)).toMatchObject({ rule: 'R21', field: 'input.reason' });
      expect(refuseReason('lender', reason)).toMatchObject({ rule: 'R20' });
    }
  });

  it('R20 anyone may say that it does not suit, and it waits for the others', () => {
    for (const party of ['worker', 'host', 'lender'] as const) expect(refuseReason(party, 'unsuited')).toBeUndefined();
    expect(firstState[returnKind('unsuited')]).toBe('waiting');
  });

  it('R21 only the host sends back, with evidence, and for an agreed case only if the agreement has one', () => {
    for (const reason of hostReasons) {
      expect(refuseReason('host', reason)).toBeUndefined();
      expect(refuseReason('worker', reason)).toMatchObject({ rule: 'R19' });
      expect(refuseWithoutEvidence(reason, '')).toMatchObject({ rule: 'R21', field: 'input.evidence' });
      expect(refuseWithoutEvidence(reason, 'a record')).toBeUndefined();
    }
    expect(refuseWithoutEvidence('unsafe_conditions', '')).toBeUndefined();
    expect(refuseUnagreedCase('agreed_case', agreed(''))).toMatchObject({ rule: 'R21' });
    expect(refuseUnagreedCase('agreed_case', undefined)).toMatchObject({ rule: 'R21' });
    expect(refuseUnagreedCase('agreed_case', agreed('三次迟到'))).toBeUndefined();
    expect(refuseUnagreedCase('incompetence', agreed(''))).toBeUndefined();
  });

  it('R21 it takes effect after the agreed notice, today where none is agreed', () => {
    expect(effectiveOn('R21', agreed('x', 3), '2026-11-29')).toBe('2026-12-02');
    expect(effectiveOn('R21', agreed('x', null), '2026-11-29')).toBe('2026-11-29');
    expect(effectiveOn('R19', agreed('x', 3), '2026-11-29')).toBe('2026-11-29');
  });

  it('only what runs is returned from, once at a time', () => {
    expect(refuseReturn({ state: 'active' }, { hasOpenReturn: false })).toBeUndefined();
    expect(refuseReturn({ state: 'active' }, { hasOpenReturn: true })).toMatchObject({ code: 'CONFLICT' });
    expect(refuseReturn({ state: 'planned' }, { hasOpenReturn: false })).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('what can be done with a return', () => {
  const loan = { hostId: 'host', lenderId: 'lender', workerId: 'worker' };
  const request = (changes: Partial<AnswerableReturn> = {}) => ({
    ...{ ...loan, ...nobodyYet, hostAgreedAt: now, requestedBy: 'host' as const, reason: 'unsuited' as const },
    ...{ state: 'waiting' as const, expiresAt: new Date(now.getTime() + 1), objectedAt: null },
    ...changes,
  });
  const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' };
  const enterprise = (enterpriseId: string): Viewer => ({
    ...{ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'owner', language: 'en' },
  });

  it('those asked agree or decline, the one who asked takes it back', () => {
    expect(returnActions(request(), worker, now)).toEqual(['agree', 'decline']);
    expect(returnActions(request(), enterprise('lender'), now)).toEqual(['agree', 'decline']);
    expect(returnActions(request(), enterprise('host'), now)).toEqual(['decline']);
    expect(returnActions(request(), enterprise('stranger'), now)).toEqual([]);
    expect(returnActions(request({ expiresAt: now }), worker, now)).toEqual(['decline']);
  });

  it('a notice is taken back by the host alone; its worker may object, once', () => {
    const notice = request({ state: 'due', reason: 'incompetence', expiresAt: null });
    expect(returnActions(notice, worker, now)).toEqual(['object']);
    expect(returnActions(notice, enterprise('lender'), now)).toEqual([]);
    expect(returnActions(notice, enterprise('host'), now)).toEqual(['decline']);
    expect(returnActions({ ...notice, objectedAt: now }, worker, now)).toEqual([]);
  });

  it('nothing is left to do with one that is over', () => {
    expect(returnActions(request({ state: 'declined' }), worker, now)).toEqual([]);
    expect(returnActions(request({ state: 'effective' }), enterprise('host'), now)).toEqual([]);
  });
});

it('somebody else is asked for once, after an early return or a no-show, while the need is open', () => {
  const facts = { isReplaced: false, needIsOpen: true };
  expect(refuseReplacement({ state: 'ended_early' }, facts)).toBeUndefined();
  expect(refuseReplacement({ state: 'no_show' }, facts)).toBeUndefined();
  expect(refuseReplacement({ state: 'no_show' }, { ...facts, isReplaced: true })).toBeDefined();
  expect(refuseReplacement({ state: 'no_show' }, { ...facts, needIsOpen: false })).toBeDefined();
  expect(refuseReplacement({ state: 'completed' }, facts)).toBeDefined();
});
