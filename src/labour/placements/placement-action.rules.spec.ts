import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type ActionablePlacement, placementActions } from './placement-action.rules.js';

const planned: ActionablePlacement = {
  ...{ kind: 'direct', hostId: 'host', workerId: 'worker', termsConfirmedAt: null },
  ...{ state: 'planned', startsOn: '2026-12-01' },
};
const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' };

describe('what can be done with a placement', () => {
  it('its host may start it from its first day on, and end it at any time before its end', () => {
    expect(placementActions(planned, host, '2026-11-30')).toEqual(['end']);
    expect(placementActions(planned, host, '2026-12-01')).toEqual(['start', 'end']);
    expect(placementActions({ ...planned, state: 'active' }, host, '2026-12-02')).toEqual(['end']);
    expect(placementActions({ ...planned, state: 'completed' }, host, '2026-12-02')).toEqual([]);
  });

  it('R7 a loan starts once its worker has confirmed the terms, who may until then', () => {
    const loan = { ...planned, kind: 'loan' as const };
    const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' };
    expect(placementActions(loan, host, '2026-12-01')).toEqual(['end']);
    expect(placementActions(loan, worker, '2026-12-01')).toEqual(['confirm_terms']);
    const confirmed = { ...loan, termsConfirmedAt: new Date(0) };
    expect(placementActions(confirmed, host, '2026-12-01')).toEqual(['start', 'end']);
    expect(placementActions(confirmed, worker, '2026-12-01')).toEqual([]);
    expect(placementActions(planned, worker, '2026-12-01')).toEqual([]);
  });

  it('nobody else may', () => {
    expect(placementActions(planned, { ...host, enterpriseId: 'lender' }, '2026-12-01')).toEqual([]);
    expect(placementActions(planned, { kind: 'anonymous' }, '2026-12-01')).toEqual([]);
  });
});
