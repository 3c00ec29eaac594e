import { describe, expect, it } from 'vitest';
import { defaults } from '../preferences/preference.rules.js';
import { type Offered, plansOf, reasonAgainst, type Recipient } from './delivery.rules.js';

const offered: Offered = {
  email: true,
  sms: true,
  push: true,
  smsTemplates: { offer: 'T1', consent: 'T2' },
  perDay: 20,
};
const both = { ...defaults, sms: true };
const one: Recipient = { hasEmail: true, hasPhone: true, hasDevice: false, preferences: defaults, sentToday: 0 };
const to = (changes: Partial<Recipient['preferences']>, others: Partial<Recipient> = {}): Recipient => ({
  ...{ ...one, ...others },
  preferences: { ...both, ...changes },
});
const sent = { state: 'pending', reason: null };
const email = { channel: 'email', ...sent };
const sms = { channel: 'sms', ...sent };

describe('a notification', () => {
  it('goes by mail unless somebody chose otherwise', () => {
    expect(plansOf('offerSent', one, offered)).toEqual([email]);
    expect(plansOf('offerSent', to({}), offered)).toEqual([email, sms]);
    expect(plansOf('offerSent', to({ email: false, sms: false }), offered)).toEqual([]);
  });

  it('goes only where there is an address and the channel is offered', () => {
    expect(plansOf('offerSent', to({}, { hasEmail: false }), offered)).toEqual([sms]);
    expect(plansOf('offerSent', to({}, { hasPhone: false }), offered)).toEqual([email]);
    expect(plansOf('offerSent', to({}), { ...offered, email: false, sms: false, push: false })).toEqual([]);
  });

  it('that comes all the time stays in the app', () => expect(plansOf('proposalsAdded', one, offered)).toEqual([]));

  it('is no SMS without an approved template, and that is known', () => {
    const reason = 'no approved template for terms';
    expect(plansOf('termsUnconfirmed', to({}), offered)).toEqual([email, { channel: 'sms', state: 'skipped', reason }]);
    expect(plansOf('needGone', to({}), offered)).toEqual([email]);
  });
});

describe('a muted topic', () => {
  it('stays in the app', () => expect(plansOf('offerSent', to({ mutedTopics: ['market'] }), offered)).toEqual([]));

  it('gives way to what a term of the law hangs on', () => {
    expect(plansOf('consentRequested', to({ mutedTopics: ['market'] }), offered)).toEqual([email, sms]);
  });

  it('does not mute others', () => {
    expect(plansOf('offerSent', to({ mutedTopics: ['money', 'life'] }), offered)).toEqual([email, sms]);
  });
});

describe('the daily digest', () => {
  it('is by mail, or by SMS where there is no mail', () => {
    expect(plansOf('offerSent', to({ digest: 'daily' }), offered)).toEqual([{ ...email, state: 'held' }]);
    expect(plansOf('offerSent', to({ digest: 'daily', email: false }), offered)).toEqual([{ ...sms, state: 'held' }]);
  });

  it('does not hold what a term of the law hangs on', () => {
    expect(plansOf('consentRequested', to({ digest: 'daily' }), offered)).toEqual([email, sms]);
  });

  it('takes what is above the cap, whatever it is', () => {
    expect(plansOf('consentRequested', to({}, { sentToday: 20 }), offered)).toEqual([{ ...email, state: 'held' }]);
    expect(plansOf('offerSent', to({}, { sentToday: 19 }), offered)).toEqual([email]);
    expect(plansOf('offerSent', to({}, { sentToday: 18 }), offered)).toEqual([email, sms]);
  });
});

describe('a device', () => {
  const device = { hasDevice: true };
  const push = { channel: 'push', ...sent };

  it('is told too, however much is sent otherwise', () => {
    expect(plansOf('needGone', to({}, device), offered)).toEqual([email, push]);
    expect(plansOf('needGone', to({}, { ...device, sentToday: 20 }), offered)).toEqual([
      { ...email, state: 'held' },
      push,
    ]);
    expect(plansOf('needGone', to({}, device), { ...offered, push: false })).toEqual([email]);
  });

  it('keeps quiet about what waits, and has a digest where there is no mail', () => {
    expect(plansOf('needGone', to({ digest: 'daily' }, device), offered)).toEqual([{ ...email, state: 'held' }]);
    expect(plansOf('offerSent', to({ digest: 'daily', email: false }, device), offered)).toEqual([
      { ...push, state: 'held' },
    ]);
    expect(plansOf('offerSent', to({ mutedTopics: ['market'] }, device), offered)).toEqual([]);
  });
});

describe('what was planned', () => {
  it('is not sent to whoever cannot or will not have it any more', () => {
    const now = { isDisabled: false, hasEmail: true, preferences: defaults };
    expect(reasonAgainst('email', now)).toBeUndefined();
    expect(reasonAgainst('sms', now)).toBe('sms is turned off');
    expect(reasonAgainst('email', { ...now, hasEmail: false })).toBe('no e-mail address');
    expect(reasonAgainst('email', { ...now, isDisabled: true })).toBe('the account is blocked');
  });
});
