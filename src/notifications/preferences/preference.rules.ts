import type { Refusal } from '../../platform/errors/index.js';
import type { NotificationPreference } from './preference.entity.js';
import { preferenceMessages } from './preference.messages.js';
import type { QuietHours } from './quiet-hours.rules.js';

export type Preferences = Readonly<Omit<NotificationPreference, 'accountId'>>;

/** What holds until somebody chooses. The table has the same defaults. */
export const defaults: Preferences = {
  ...{ email: true, sms: false, mutedTopics: [], quietFrom: null, quietUntil: null, digest: 'none' },
};

/** Whether messages of a channel can come, and if not, why. */
export type Reach = 'ready' | 'no_address' | 'not_offered';

/** What somebody chose, and whether each channel can reach them. */
export interface PreferencesAndReach {
  readonly chosen: Preferences;
  readonly emailReach: Reach;
  readonly smsReach: Reach;
}

export function reachOf(isOffered: boolean, hasAddress: boolean): Reach {
  if (!isOffered) return 'not_offered';
  return hasAddress ? 'ready' : 'no_address';
}

export function quietHoursOf({
  quietFrom,
  quietUntil,
}: Pick<Preferences, 'quietFrom' | 'quietUntil'>): QuietHours | null {
  return quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
}

/** Both ends or neither, and not a whole day. */
export function refuseQuietHours(from: string | null, until: string | null): Refusal | undefined {
  const no = (message: Refusal['message'], field: string): Refusal => ({ code: 'VALIDATION_FAILED', message, field });
  if (from === null && until !== null) return no(preferenceMessages.quietHalf, 'input.quietFrom');
  if (until === null && from !== null) return no(preferenceMessages.quietHalf, 'input.quietUntil');
  return from !== null && from === until ? no(preferenceMessages.quietEmpty, 'input.quietUntil') : undefined;
}
