import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Card, Stat, Stats, Tag } from '../../ui/card';
import styles from './gate.module.css';
import { PresenceDocument } from './gate.graphql.ts';
import { presenceOf, type Scan } from './gate.rules';

/** What the host's gate knows besides: who is inside, who came last, and the list for those without a phone. */
export function GateDesk({ scans }: { readonly scans: readonly Scan[] }): ReactNode {
  const { t } = useTranslation('gate');
  const { number, time } = useFormats();
  const [{ data }, ask] = useLiveQuery({ query: PresenceDocument, variables: {} });
  useEffect(() => {
    if (scans.length > 0) ask({ requestPolicy: 'network-only' });
  }, [scans, ask]);
  const presence = data && presenceOf(data);
  return (
    <Card title={t('desk')} actions={<ButtonLink to="/host/on-site">{t('list')}</ButtonLink>}>
      {presence && (
        <Stats>
          <Stat label={t('inside')} value={number(presence.inside)} />
          <Stat label={t('expected')} value={`${number(presence.all)}${presence.isMore ? '+' : ''}`} />
        </Stats>
      )}
      {scans.length > 0 && (
        <ol className={styles.scans} aria-label={t('last')}>
          {scans.map(({ at, who, direction }) => (
            <li key={at}>
              <span className="number">{time(at)}</span> <span>{who}</span>
              <Tag tone={direction === 'IN' ? 'good' : 'plain'}>{t(`way.${direction}`)}</Tag>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
