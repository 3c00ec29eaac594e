import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type ActionablePlacement, placementActions } from './placement-action.rules.js';
import type { LifeFacts } from './placement-life.loader.js';

const planned: ActionablePlacement = {
  ...{ hostId: 'host', lenderId: null, workerId: 'worker', kind: 'direct', state: 'planned', startsOn: '2026-12-01' },
  ...{ termsConfirmedAt: null, endedAt: null },
};
const loan = { ...planned, kind: 'loan', lenderId: 'lender', termsConfirmedAt: new Date(0) } as const;
const facts: LifeFacts = {
  ...{ hasAttendance: false, isPaused: false, hasOpenReturn: false, hasOpenExtension: false },
  ...{ isReplaced: false, needIsOpen: true, reviews: [] },
};
const now = new Date('2026-12-10T00:00:00Z');
const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' };
const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' };
const actions = (placement: ActionablePlacement, viewer: Viewer = host, today = '2026-12-02', changes = {}) =>
  placementActions(placement, viewer, { ...facts, ...changes }, today, now);

describe('what can be done with a placement', () => {
  it('its host may start it from its first day on, or say that nobody came', () => {
    expect(actions(planned, host, '2026-11-30')).toEqual(['end', 'pause', 'propose_extension']);
    expect(actions(planned)).toEqual(['start', 'end', 'report_no_show', 'pause', 'propose_extension']);
    expect(actions(planned, host, '2026-12-02', { hasAttendance: true })).not.toContain('report_no_show');
  });

  it('R7 a loan starts once its worker has confirmed the terms, who may until then', () => {
    const unconfirmed = { ...loan, termsConfirmedAt: null };
    expect(actions(unconfirmed)).not.toContain('start');
    expect(actions(unconfirmed, worker)).toContain('confirm_terms');
    expect(actions(loan)).toContain('start');
    expect(actions(loan, worker)).not.toContain('confirm_terms');
    expect(actions(planned, worker)).not.toContain('confirm_terms');
  });

  it('R21 a host ends what it hired itself; a running loan ends early by a return', () => {
    expect(actions({ ...planned, state: 'active' })).toContain('end');
    expect(actions({ ...loan, state: 'active' })).not.toContain('end');
    expect(actions({ ...loan, state: 'active' })).toContain('request_return');
    expect(actions(loan)).toContain('end');
  });

  it('its worker may ask to return and report an injury, its lender also pause and extend it', () => {
    const active = { ...loan, state: 'active' } as const;
    expect(actions(active, worker)).toEqual(['request_return', 'report_injury']);
    expect(actions(active, { ...host, enterpriseId: 'lender' })).toEqual([
      ...['pause', 'propose_extension', 'request_return', 'report_injury'],
    ]);
  });

  it('what is over leaves the report of an injury, and somebody else to ask for', () => {
    expect(actions({ ...planned, state: 'completed' })).toEqual(['report_injury']);
    expect(actions({ ...planned, state: 'ended_early' })).toEqual(['request_replacement', 'report_injury']);
    expect(actions({ ...planned, state: 'no_show' })).toEqual(['request_replacement']);
    expect(actions({ ...planned, state: 'cancelled' })).toEqual([]);
  });

  it('each side reviews what has ended, once and while it is fresh', () => {
    const ended = { ...loan, state: 'completed', endedAt: new Date('2026-12-09T00:00:00Z') } as const;
    expect(actions(ended)).toContain('write_review');
    expect(actions(ended, worker)).toContain('write_review');
    expect(actions(ended, host, '2026-12-02', { reviews: ['worker_of_host'] })).toContain('write_review');
    expect(actions(ended, worker, '2026-12-02', { reviews: ['worker_of_host'] })).not.toContain('write_review');
    expect(actions({ ...ended, endedAt: new Date('2026-11-20T00:00:00Z') })).not.toContain('write_review');
  });

  it('nobody else may do anything', () => {
    expect(actions(planned, { ...host, enterpriseId: 'stranger' })).toEqual([]);
    expect(actions(planned, { kind: 'anonymous' })).toEqual([]);
  });
});
