import type { PreferencesQuery, SetNotificationPreferencesInput } from './notifications.graphql.ts';

export type Preferences = PreferencesQuery['notificationPreferences'];
export type Topic = Preferences['mutedTopics'][number];
export type Reader = 'WORKER' | 'ENTERPRISE' | 'BUREAU';

/** What each kind of reader is ever told about. */
export const topicsOf: Readonly<Record<Reader, readonly Topic[]>> = {
  WORKER: ['MARKET', 'WORK', 'MONEY', 'LIFE', 'VOICES'],
  ENTERPRISE: ['MARKET', 'AGREEMENTS', 'WORK', 'MONEY', 'LIFE', 'VOICES', 'REGISTER'],
  BUREAU: ['MONEY', 'LIFE', 'VOICES'],
};

/** What somebody has in hand before it is saved. Times stay while quiet hours are off, to come back with them. */
export interface Draft {
  readonly email: boolean;
  readonly sms: boolean;
  readonly mutedTopics: readonly Topic[];
  readonly isQuiet: boolean;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly digest: Preferences['digest'];
}

export function draftOf({ quietFrom, quietUntil, email, sms, mutedTopics, digest }: Preferences): Draft {
  return {
    ...{ email, sms, mutedTopics, digest, isQuiet: quietFrom !== null },
    ...{ quietFrom: quietFrom ?? '22:00', quietUntil: quietUntil ?? '07:00' },
  };
}

export function inputOf({
  isQuiet,
  quietFrom,
  quietUntil,
  mutedTopics,
  ...rest
}: Draft): SetNotificationPreferencesInput {
  const quiet = isQuiet ? { quietFrom, quietUntil } : {};
  return { ...rest, mutedTopics: [...mutedTopics], ...quiet };
}

/** The ways by which somebody is told now, outside of the app. */
export function waysOf({ email, emailReach, sms, smsReach }: Preferences): ('email' | 'sms')[] {
  const ways: ('email' | 'sms')[] = [];
  if (email && emailReach === 'READY') ways.push('email');
  if (sms && smsReach === 'READY') ways.push('sms');
  return ways;
}

export function withTopic(muted: readonly Topic[], topic: Topic, isTold: boolean): Topic[] {
  const others = muted.filter((one) => one !== topic);
  return isTold ? others : [...others, topic];
}
