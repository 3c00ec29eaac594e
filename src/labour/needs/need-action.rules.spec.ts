import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../platform/auth/viewer.js';
import { needActions } from './need-action.rules.js';

const open = { hostId: 'host', state: 'open' } as const;
const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' };
const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'w', language: 'en' };

describe('what can be done with a need', () => {
  it('its host may change and end it while it is open', () => {
    expect(needActions(open, host, false)).toEqual(['change', 'close', 'cancel']);
    expect(needActions({ ...open, state: 'closed' }, host, false)).toEqual([]);
    expect(needActions({ ...open, state: 'draft' }, host, false)).toEqual(['cancel']);
  });

  it('a worker may apply once', () => {
    expect(needActions(open, worker, false)).toEqual(['apply']);
    expect(needActions(open, worker, true)).toEqual([]);
    expect(needActions({ ...open, state: 'expired' }, worker, false)).toEqual([]);
  });

  it('everyone else may only look', () => {
    expect(needActions(open, { ...host, enterpriseId: 'other' }, false)).toEqual([]);
    expect(needActions(open, { ...host, scopes: ['labour:read'] }, false)).toEqual([]);
    expect(needActions(open, { kind: 'anonymous' }, false)).toEqual([]);
  });
});
