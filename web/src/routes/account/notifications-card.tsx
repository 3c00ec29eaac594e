import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import styles from './notifications-card.module.css';
import { NotificationsForm } from './notifications-form';
import { PreferencesDocument } from './notifications.graphql.ts';
import { PushDevice } from './push-device';
import { type Preferences, type Reader, waysOf } from './notifications.rules';

/** What reaches somebody outside of the app: by which way, about what, and when. */
export function NotificationsCard({ reader }: { readonly reader: Reader }): ReactNode {
  const { t } = useTranslation('notify');
  const context = useMemo(() => ({ additionalTypenames: ['NotificationPreferences'] }), []);
  const [answer, ask] = useLiveQuery({ query: PreferencesDocument, variables: {}, context });
  return (
    <Card title={t('title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ notificationPreferences: preferences }) => (
          <Stack>
            <p className="soft">{t('app')}</p>
            <p>{t(wordsOf(preferences))}</p>
            {(preferences.emailReach === 'READY' || preferences.smsReach === 'READY') && (
              <details className={styles.fold}>
                <summary>{t('change')}</summary>
                <NotificationsForm key={JSON.stringify(preferences)} preferences={preferences} reader={reader} />
              </details>
            )}
            <PushDevice />
          </Stack>
        )}
      </Answer>
    </Card>
  );
}

function wordsOf(preferences: Preferences): 'now.none' | `now.${'email' | 'sms' | 'both'}${'' | 'Daily'}` {
  const [way, ...more] = waysOf(preferences);
  if (way === undefined) return 'now.none';
  return `now.${more.length > 0 ? 'both' : way}${preferences.digest === 'DAILY' ? 'Daily' : ''}`;
}
