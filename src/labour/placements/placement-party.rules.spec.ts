import { expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { awaitedOf, nobodyYet, partyOf, withYes } from './placement-party.rules.js';

const loan = { hostId: 'host', lenderId: 'lender', workerId: 'worker' };
const enterprise = (enterpriseId: string): Viewer => ({
  ...{ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'owner', language: 'en' },
});
const now = new Date('2026-11-25T08:00:00Z');

it('a viewer is on one side of a placement, or on none', () => {
  expect(['host', 'lender', 'other'].map((id) => partyOf(enterprise(id), loan))).toEqual(['host', 'lender', undefined]);
  expect(partyOf({ kind: 'anonymous' }, loan)).toBeUndefined();
  expect(partyOf(enterprise('lender'), { ...loan, lenderId: null })).toBeUndefined();
});

it('a loan waits for three, a direct hire for two, and the first yes of a side counts', () => {
  expect(awaitedOf(loan, nobodyYet)).toEqual(['host', 'lender', 'worker']);
  expect(awaitedOf({ lenderId: null }, nobodyYet)).toEqual(['host', 'worker']);
  const both = withYes(withYes(nobodyYet, 'host', now), 'worker', now);
  expect(awaitedOf(loan, both)).toEqual(['lender']);
  expect(withYes(both, 'host', new Date(0)).hostAgreedAt).toBe(now);
});
