import { describe, expect, it } from 'vitest';
import { draftOf, inputOf, type Preferences, topicsOf, waysOf, withTopic } from './notifications.rules';

const chosen: Preferences = {
  ...{ email: true, emailReach: 'READY', sms: true, smsReach: 'NOT_OFFERED' },
  ...{ mutedTopics: ['MONEY'], quietFrom: null, quietUntil: null, digest: 'DAILY' },
};

describe('preferences', () => {
  it('that nobody touched are saved as they were', () => {
    expect(inputOf(draftOf(chosen))).toEqual({ email: true, sms: true, mutedTopics: ['MONEY'], digest: 'DAILY' });
    const quiet = { quietFrom: '23:00', quietUntil: '06:00' };
    expect(inputOf(draftOf({ ...chosen, ...quiet }))).toMatchObject(quiet);
  });

  it('offer a night to begin with', () => {
    expect(inputOf({ ...draftOf(chosen), isQuiet: true })).toMatchObject({ quietFrom: '22:00', quietUntil: '07:00' });
  });

  it('tell only of ways that lead somewhere', () => {
    expect(waysOf(chosen)).toEqual(['email']);
    expect(waysOf({ ...chosen, emailReach: 'NO_ADDRESS', smsReach: 'READY' })).toEqual(['sms']);
  });
});

describe('a topic', () => {
  it('is muted and told again, once', () => {
    expect(withTopic(['MONEY'], 'WORK', false)).toEqual(['MONEY', 'WORK']);
    expect(withTopic(['MONEY'], 'MONEY', false)).toEqual(['MONEY']);
    expect(withTopic(['MONEY', 'WORK'], 'MONEY', true)).toEqual(['WORK']);
  });

  it('that a worker is never told of is not offered to them', () => {
    expect(topicsOf.WORKER).not.toContain('AGREEMENTS');
    expect(topicsOf.WORKER).not.toContain('REGISTER');
  });
});
