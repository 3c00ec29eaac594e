import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { NotificationPreference } from './preference.entity.js';
import type { SetNotificationPreferencesInput } from './preference.input.js';
import { addressesOf } from './preference.loader.js';
import { defaults, type PreferencesAndReach, reachOf, refuseQuietHours } from './preference.rules.js';

/** How people want to be told. */
@Injectable()
export class NotificationPreferences {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async of({ accountId }: LoggedIn): Promise<PreferencesAndReach> {
    const [chosen, { hasEmail, hasPhone }] = await Promise.all([
      this.db.reader.findOneBy(NotificationPreference, { accountId }),
      addressesOf(this.db.reader, accountId),
    ]);
    const { SMTP_URL, SMS_PROVIDER } = this.config.settings;
    return {
      chosen: chosen ?? defaults,
      emailReach: reachOf(SMTP_URL !== '', hasEmail),
      smsReach: reachOf(SMS_PROVIDER !== 'off', hasPhone),
    };
  }

  /** Takes the place of what was chosen before. Of what waits already, only what goes by a channel turned off is not sent. */
  async set(viewer: LoggedIn, input: SetNotificationPreferencesInput): Promise<PreferencesAndReach> {
    const { email, sms, mutedTopics, digest, quietFrom = null, quietUntil = null } = input;
    refuse(refuseQuietHours(quietFrom, quietUntil));
    const { accountId } = viewer;
    await this.db.transaction(async (tx) => {
      const chosen = { accountId, email, sms, mutedTopics, digest, quietFrom, quietUntil };
      await tx.upsert(NotificationPreference, chosen, ['accountId']);
      await this.audit.record(tx, viewer, {
        action: 'notification.set-preferences',
        subjectType: 'account',
        subjectId: accountId,
        details: { email, sms, mutedTopics, digest },
      });
    });
    return this.of(viewer);
  }
}
