import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { NotificationTopic } from '../topics/topic.rules.js';
import type { Digest } from './preference.entity.js';
import type { PreferencesAndReach, Reach } from './preference.rules.js';

export const NotificationTopicEnum = {
  MARKET: 'market',
  AGREEMENTS: 'agreements',
  WORK: 'work',
  LIFE: 'life',
  MONEY: 'money',
  VOICES: 'voices',
  REGISTER: 'register',
} as const satisfies Record<string, NotificationTopic>;
registerEnumType(NotificationTopicEnum, {
  name: 'NotificationTopic',
  description: 'What a notification is about.',
  valuesMap: {
    MARKET: { description: 'Needs, candidates, offers, consents; shared materials and capacity.' },
    AGREEMENTS: { description: 'Agreements between enterprises, from draft to end.' },
    WORK: { description: 'Placements and the days worked in them.' },
    LIFE: { description: 'What goes otherwise than planned: returns, extensions, no-shows, accidents.' },
    MONEY: { description: 'Settlements, pay and objections to it.' },
    VOICES: { description: 'Reviews and complaints.' },
    REGISTER: { description: 'Whether an enterprise may deal.' },
  },
});

export const DigestEnum = { NONE: 'none', DAILY: 'daily' } as const satisfies Record<string, Digest>;
registerEnumType(DigestEnum, {
  name: 'NotificationDigest',
  description: 'Whether messages come one by one or together.',
  valuesMap: {
    NONE: { description: 'One by one, at once.' },
    DAILY: { description: 'Together, once a day in the morning; what cannot wait still comes by itself.' },
  },
});

export const ReachEnum = {
  READY: 'ready',
  NO_ADDRESS: 'no_address',
  NOT_OFFERED: 'not_offered',
} as const satisfies Record<string, Reach>;
registerEnumType(ReachEnum, {
  name: 'NotificationReach',
  description: 'Whether a channel can reach you.',
  valuesMap: {
    READY: { description: 'It can.' },
    NO_ADDRESS: { description: 'Your account has no address for it.' },
    NOT_OFFERED: { description: 'This installation does not offer it.' },
  },
});

@ObjectType('NotificationPreferences', {
  description: 'How you want to be told. The app itself always shows everything.',
})
export class NotificationPreferencesView {
  @Field({ description: 'Whether messages come by e-mail.' }) email: boolean;
  @Field(() => ReachEnum, { description: 'Whether e-mail can reach you.' }) emailReach: Reach;
  @Field({ description: 'Whether the most important come by SMS.' }) sms: boolean;
  @Field(() => ReachEnum, { description: 'Whether SMS can reach you.' }) smsReach: Reach;
  @Field(() => [NotificationTopicEnum], { description: 'What is told in the app only.' })
  mutedTopics: NotificationTopic[];
  @Field(() => String, { nullable: true, description: 'From when nothing is sent, local time `HH:MM`.' })
  quietFrom: string | null;
  @Field(() => String, { nullable: true, description: 'Until when nothing is sent, local time `HH:MM`.' })
  quietUntil: string | null;
  @Field(() => DigestEnum, { description: 'Whether what can wait comes together, once a day.' }) digest: Digest;
}

const minutes = (time: string | null): string | null => time?.slice(0, 5) ?? null;

export function toNotificationPreferencesView({
  chosen,
  emailReach,
  smsReach,
}: PreferencesAndReach): NotificationPreferencesView {
  const { email, sms, mutedTopics, quietFrom, quietUntil, digest } = chosen;
  return {
    ...{ email, emailReach, sms, smsReach, mutedTopics, digest },
    ...{ quietFrom: minutes(quietFrom), quietUntil: minutes(quietUntil) },
  };
}
