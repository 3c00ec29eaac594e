import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { needActions } from './need-action.rules.js';

const open = { hostId: 'host', state: 'open' } as const;
const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' };
const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'w', language: 'en' };

describe('what can be done with a need', () => {
  it('its host may change and end it while it is open', () => {
    expect(needActions(open, host)).toEqual(['change', 'close', 'cancel']);
    expect(needActions({ ...open, state: 'closed' }, host)).toEqual([]);
    expect(needActions({ ...open, state: 'draft' }, host)).toEqual(['cancel']);
  });

  it('a worker may apply once', () => {
    expect(needActions(open, worker)).toEqual(['apply']);
    const free = { hasApplied: false, isBlocked: false, isBarredWork: false };
    expect(needActions(open, worker, { applicant: free })).toEqual(['apply']);
    expect(needActions(open, worker, { applicant: { ...free, hasApplied: true } })).toEqual([]);
    expect(needActions(open, worker, { applicant: { ...free, isBlocked: true } })).toEqual([]);
    expect(needActions(open, worker, { applicant: { ...free, isBarredWork: true } })).toEqual([]);
    expect(needActions({ ...open, state: 'expired' }, worker)).toEqual([]);
  });

  it('R31 the bureau of its site may take an open one down', () => {
    const officer = { kind: 'bureau', accountId: 'a', sessionId: 's', bureauId: 'b', regionId: 'r' } as const;
    const viewer: Viewer = { ...officer, language: 'en' };
    expect(needActions(open, viewer, { isInJurisdiction: true })).toEqual(['remove']);
    expect(needActions({ ...open, state: 'closed' }, viewer, { isInJurisdiction: true })).toEqual([]);
    expect(needActions(open, viewer)).toEqual([]);
  });

  it('everyone else may only look', () => {
    expect(needActions(open, { ...host, enterpriseId: 'other' })).toEqual([]);
    expect(needActions(open, { ...host, scopes: ['labour:read'] })).toEqual([]);
    expect(needActions(open, { kind: 'anonymous' })).toEqual([]);
  });
});
