import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { consentActions } from './consent-action.rules.js';

const now = new Date('2026-11-23T08:00:00Z');
const today = '2026-11-23';
const asked = {
  ...({
    workerId: 'w',
    lenderId: 'l',
    state: 'requested',
    endsOn: '2026-12-31',
    expiresAt: new Date(now.getTime() + 1),
  } as const),
};
const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'w', language: 'en' };

describe('what can be done with a consent', () => {
  it('its worker answers it while there is time, and takes a yes back at any time', () => {
    expect(consentActions(asked, worker, now, today)).toEqual(['grant', 'refuse']);
    expect(consentActions({ ...asked, expiresAt: now }, worker, now, today)).toEqual([]);
    expect(consentActions({ ...asked, state: 'granted', expiresAt: now }, worker, now, today)).toEqual(['withdraw']);
    expect(consentActions({ ...asked, state: 'withdrawn' }, worker, now, today)).toEqual([]);
  });

  it('nobody answers for them', () => {
    expect(consentActions(asked, { ...worker, workerId: 'other' }, now, today)).toEqual([]);
    expect(consentActions(asked, { kind: 'system' }, now, today)).toEqual([]);
  });

  it('the employer who asked may ask again, when the rules let it', () => {
    const lender: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'l', role: 'owner', language: 'en' };
    const refused = { ...asked, state: 'refused' } as const;
    const facts = { isEmployed: true, isOpen: false, lastRefusedAt: null };
    expect(consentActions(refused, lender, now, today, facts)).toEqual(['ask_again']);
    expect(consentActions(asked, lender, now, today, facts)).toEqual([]);
    expect(consentActions(refused, { ...lender, enterpriseId: 'x' }, now, today, facts)).toEqual([]);
    expect(consentActions(refused, { ...lender, scopes: ['labour:read'] }, now, today, facts)).toEqual([]);
  });
});
