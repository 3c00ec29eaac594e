import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { JobFacts } from './job-facts';
import { mayConfirm, PlacementTerms } from './terms-card';
import styles from './worker.module.css';
import type { MyPlacementFragment } from './worker.graphql.ts';

/** A job that one has: where, when, on which terms. */
export function PlacementCard({ placement }: { readonly placement: MyPlacementFragment }): ReactNode {
  const { t } = useTranslation('worker');
  const { dateTime } = useFormats();
  const { state, kind, startsOn, endsOn, need, termsConfirmedAt } = placement;
  return (
    <Card
      as="li"
      title={<Link to={`/my/placements/${placement.id}`}>{need?.occupation.name ?? t('offer.gone')}</Link>}
      actions={
        <Tag tone={mayConfirm(placement) ? 'call' : state === 'ACTIVE' ? 'good' : 'plain'}>
          {mayConfirm(placement) ? t('terms.waits') : t(`placementState.${state}`)}
        </Tag>
      }
    >
      <div className={styles.inside}>
        {need && <JobFacts job={{ ...need, startsOn, endsOn }} />}
        <p className="soft">{t(`kindText.${kind}`)}</p>
        <PlacementTerms placement={placement} />
        {termsConfirmedAt !== null && (
          <p className="soft">{t('terms.confirmedAt', { at: dateTime(termsConfirmedAt) })}</p>
        )}
      </div>
    </Card>
  );
}
