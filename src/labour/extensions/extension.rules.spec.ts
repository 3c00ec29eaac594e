import { expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { nobodyYet } from '../placements/placement-party.rules.js';
import { extensionActions } from './extension-action.rules.js';
import { refuseBeyondAgreement, refuseBeyondContract, refuseEnd, refuseExtension } from './extension.rules.js';

const now = new Date('2026-11-25T08:00:00Z');

it('R22 a loan is extended within an agreement in force, else that is amended first', () => {
  const agreed = { state: 'in_force', endsOn: '2026-12-31' };
  expect(refuseBeyondAgreement('loan', '2026-12-31', agreed)).toBeUndefined();
  expect(refuseBeyondAgreement('loan', '2027-01-01', agreed)).toMatchObject({ rule: 'R22', field: 'input.newEndsOn' });
  expect(refuseBeyondAgreement('loan', '2026-12-31', { ...agreed, state: 'ended' })).toMatchObject({ rule: 'R22' });
  expect(refuseBeyondAgreement('loan', '2026-12-31', undefined)).toMatchObject({ rule: 'R22' });
  expect(refuseBeyondAgreement('direct', '2027-01-01', undefined)).toBeUndefined();
});

it('R2 an extension ends no later than the labour contract', () => {
  expect(refuseBeyondContract('2026-12-31', '2026-12-31')).toBeUndefined();
  expect(refuseBeyondContract('2027-01-01', '2026-12-31')).toMatchObject({ rule: 'R2', field: 'input.newEndsOn' });
  expect(refuseBeyondContract('2027-01-01', null)).toBeUndefined();
});

it('an extension is later, not endless, and one at a time', () => {
  expect(refuseEnd('2026-12-31', { endsOn: '2026-12-31' })).toMatchObject({ field: 'input.newEndsOn' });
  expect(refuseEnd('2027-01-01', { endsOn: '2026-12-31' })).toBeUndefined();
  expect(refuseEnd('2029-01-01', { endsOn: '2026-12-31' })).toBeDefined();
  expect(refuseExtension({ state: 'active' }, { hasOpenExtension: false })).toBeUndefined();
  expect(refuseExtension({ state: 'active' }, { hasOpenExtension: true })).toBeDefined();
  expect(refuseExtension({ state: 'completed' }, { hasOpenExtension: false })).toBeDefined();
});

it('R22 each side that has not said yes may; any side may say no while it waits', () => {
  const extension = {
    ...{ hostId: 'host', lenderId: 'lender', workerId: 'worker', ...nobodyYet, hostAgreedAt: now },
    ...{ state: 'waiting' as const, expiresAt: new Date(now.getTime() + 1) },
  };
  const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'host', role: 'owner', language: 'en' };
  const worker: Viewer = { kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' };
  expect(extensionActions(extension, host, now)).toEqual(['decline']);
  expect(extensionActions(extension, worker, now)).toEqual(['agree', 'decline']);
  expect(extensionActions({ ...extension, expiresAt: now }, worker, now)).toEqual(['decline']);
  expect(extensionActions({ ...extension, state: 'agreed' }, worker, now)).toEqual([]);
  expect(extensionActions(extension, { ...host, enterpriseId: 'other' }, now)).toEqual([]);
});
