import type { NotificationKind } from '../inbox/notification.messages.js';
import type { Preferences } from '../preferences/preference.rules.js';
import { templateOf } from '../sms/sms-template.rules.js';
import { mustReach, topicOf } from '../topics/topic.rules.js';
import type { Channel } from './channels.js';
import type { DeliveryState } from './delivery.states.js';

/** What the installation offers. */
export interface Offered {
  readonly email: boolean;
  readonly sms: boolean;
  readonly push: boolean;
  /** Ids of approved templates by name. */
  readonly smsTemplates: Readonly<Record<string, string>>;
  /** E-mails and SMS of their own that one account gets in a day; what is above waits for the digest. */
  readonly perDay: number;
}

/** What is known of whoever is to be told. */
export interface Recipient {
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  /** Whether a device of theirs takes push messages. */
  readonly hasDevice: boolean;
  readonly preferences: Preferences;
  readonly sentToday: number;
}

export interface Plan {
  readonly channel: Channel;
  readonly state: 'pending' | 'held' | 'skipped';
  /** Why it is not sent. */
  readonly reason: string | null;
}

// So frequent that a message would be noise; the app shows them.
const inAppOnly: ReadonlySet<NotificationKind> = new Set([
  ...(['proposalsAdded', 'materialProposalsAdded', 'capacityProposalsAdded', 'attendanceToConfirm'] as const),
]);

/**
 * How one notification goes out. Muted topics and the digest give way to what must reach people; the cap does not, since
 * what is above it still comes the next morning; devices have no cap. What waits for a digest by one way needs none by
 * another.
 */
export function plansOf(kind: NotificationKind, recipient: Recipient, offered: Offered): Plan[] {
  const { preferences, sentToday } = recipient;
  const isUrgent = kind in mustReach;
  const topic = topicOf(kind);
  const isMuted = topic !== undefined && preferences.mutedTopics.includes(topic) && !isUrgent;
  if (inAppOnly.has(kind) || isMuted) return [];
  const waits = preferences.digest === 'daily' && !isUrgent;
  const plans: Plan[] = [];
  const isFull = (): boolean => sentToday + plans.filter(isCapped).length >= offered.perDay;
  const add = (channel: Channel): void => {
    const state = waits || (channel !== 'push' && isFull()) ? 'held' : 'pending';
    if (state === 'pending' || plans.length === 0) plans.push({ channel, state, reason: null });
  };
  if (offered.email && recipient.hasEmail && preferences.email) add('email');
  if (offered.push && recipient.hasDevice) add('push');
  const template = templateOf(kind);
  if (template === undefined || !offered.sms || !recipient.hasPhone || !preferences.sms) return plans;
  if (offered.smsTemplates[template.name] === undefined) {
    return [...plans, { channel: 'sms', state: 'skipped', reason: noTemplate(template.name) }];
  }
  add('sms');
  return plans;
}

function isCapped({ channel, state }: Plan): boolean {
  return channel !== 'push' && state === 'pending';
}

/** The reason of an SMS that no carrier would take. */
export const noTemplate = (name: string): string => `no approved template for ${name}`;

/** Whoever turned a channel off, was blocked or has no address any more since it was planned is not sent anything. */
export function reasonAgainst(
  channel: Channel,
  now: { readonly isDisabled: boolean; readonly hasEmail: boolean; readonly preferences: Preferences },
): string | undefined {
  if (now.isDisabled) return 'the account is blocked';
  if (channel !== 'push' && !now.preferences[channel]) return `${channel} is turned off`;
  return channel === 'email' && !now.hasEmail ? 'no e-mail address' : undefined;
}

/** Nothing is to be done for it again: a repeat of what brought it here is harmless. */
export function isOnItsWay(state: DeliveryState): boolean {
  return state === 'pending' || state === 'sent';
}
