import { describe, expect, it } from 'vitest';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { notificationTexts } from '../inbox/notification.messages.js';
import { alertTexts } from '../market/alert.messages.js';
import { bulletinTexts } from '../market/bulletin.messages.js';
import { deliveryActions, endpointActions } from './webhook-action.rules.js';
import { webhookTexts } from './webhook.messages.js';
import * as rules from './webhook.rules.js';

const { idsToTell, pauseAfter, retryDelayMs, topicOf, topicsByEnterprise, verdictOf } = rules;
const answered = (status: number | null): rules.Outcome => ({ status, error: null, durationMs: 1 });

describe('what is told', () => {
  it('every kind of notification has a topic, but those of webhooks and those that only bureaus are told', () => {
    const without = Object.keys(notificationTexts).filter((kind) => !topicOf(kind));
    const ofBureaus = [...Object.keys(alertTexts), ...Object.keys(bulletinTexts)];
    expect(without).toEqual([...ofBureaus, ...Object.keys(webhookTexts)]);
  });

  it('goes to the enterprises among those who are told', () => {
    const params = {};
    expect(
      topicsByEnterprise([
        { to: { enterpriseId: 'host' }, kind: 'offerAccepted', link: '', params },
        { to: { ownersOf: 'host' }, kind: 'signatureDue', link: '', params },
        { to: { enterpriseIds: ['a', 'b'] }, kind: 'placementEnded', link: '', params },
        { to: { enterpriseId: null }, kind: 'offerAccepted', link: '', params },
        { to: { workerId: 'w' }, kind: 'offerSent', link: '', params },
        { to: { bureauOf: 'r' }, kind: 'complaintFiled', link: '', params },
        { to: { ownersOf: 'host' }, kind: 'webhookPaused', link: '', params },
      ]),
    ).toEqual(
      new Map([
        ['host', ['market', 'agreements']],
        ['a', ['work']],
        ['b', ['work']],
      ]),
    );
  });

  it('is ids of things: nobody who works, complains or did it', () => {
    const people = {
      workerId: 'w',
      accountId: 'a',
      enterpriseId: 'complainant',
      openToId: 'e',
      by: 'e',
      regionId: 'r',
    };
    const others = { state: 'dismissed', added: 3, hostId: 'h', lenderId: 'l', listingId: null };
    expect(idsToTell({ ...people, ...others, complaintId: 'c', attendanceIds: ['d1', 'd2'] })).toEqual({
      complaintId: 'c',
      attendanceIds: ['d1', 'd2'],
    });
  });
});

describe('an attempt', () => {
  it('delivers with 2xx only', () => {
    for (const status of [200, 202, 204, 299]) expect(verdictOf(answered(status), 1, 8).state).toBe('delivered');
    for (const status of [100, 301, 302, 307, 400, 404, 500, 503, null])
      expect(verdictOf(answered(status), 1, 8).state).toBe('pending');
  });

  it('is the last when no more is allowed, or the endpoint is gone', () => {
    expect(verdictOf(answered(500), 8, 8)).toEqual({ state: 'failed', isGone: false });
    expect(verdictOf(answered(410), 1, 8)).toEqual({ state: 'failed', isGone: true });
  });

  it('is followed by the next later and later, for some hours in all', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7].map((tries) => retryDelayMs(tries, 0));
    expect(delays.slice(0, 3)).toEqual([2_000, 8_000, 32_000]);
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThan(3.2);
    expect(retryDelayMs(1, 1)).toBe(3_000);
  });

  it('pauses its endpoint after twenty failures in a row, or when that is gone', () => {
    const failed = { state: 'failed', isGone: false } as const;
    expect([pauseAfter(failed, 19), pauseAfter(failed, 20)]).toEqual([null, 'failures']);
    expect(pauseAfter({ state: 'failed', isGone: true }, 1)).toBe('gone');
    expect(pauseAfter({ state: 'pending', isGone: false }, 30)).toBeNull();
  });
});

describe('what can be done', () => {
  const owner: EnterpriseViewer = {
    kind: 'enterprise',
    accountId: 'a',
    enterpriseId: 'e',
    role: 'owner',
    language: 'en',
  };

  it('by owners in person only', () => {
    expect(endpointActions(null, owner)).toEqual(['update', 'pause', 'test', 'rotate', 'delete']);
    expect(endpointActions('gone', owner)).toContain('resume');
    for (const other of [
      { ...owner, role: 'member' as const },
      { ...owner, scopes: ['labour:read' as const] },
    ]) {
      expect(endpointActions(null, other)).toEqual([]);
      expect(deliveryActions('failed', null, other)).toEqual([]);
    }
  });

  it('what is under way, or whose endpoint is paused, is not sent again', () => {
    for (const state of ['delivered', 'failed', 'held'] as const) {
      expect(deliveryActions(state, null, owner)).toEqual(['replay']);
      expect(deliveryActions(state, 'owner', owner)).toEqual([]);
    }
    expect(deliveryActions('pending', null, owner)).toEqual([]);
  });

  it('a sixth endpoint has no slot', () => {
    expect(rules.freeSlot([1, 2, 4])).toBe(3);
    expect(rules.freeSlot([5, 4, 3, 2, 1])).toBeUndefined();
  });
});
