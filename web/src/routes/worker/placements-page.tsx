import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Tag } from '../../ui/card';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { JobFacts } from './job-facts';
import styles from './worker.module.css';
import { MyPlacementsDocument } from './worker.graphql.ts';

/** Where the worker works, worked, or will. */
export function PlacementsPage(): ReactNode {
  const { t } = useTranslation('worker');
  return (
    <Page title={t('placements.title')} width="text">
      <Pages
        query={MyPlacementsDocument}
        variables={{}}
        of={['Placement']}
        pick={({ placements }) => placements}
        empty={t('placements.nothing')}
      >
        {(placements) => (
          <ul className={styles.list}>
            {placements.map(({ id, state, kind, startsOn, endsOn, need }) => (
              <Card
                key={id}
                as="li"
                title={<Link to={`/my/placements/${id}`}>{need?.occupation.name ?? t('offer.gone')}</Link>}
                actions={<Tag tone={state === 'ACTIVE' ? 'good' : 'plain'}>{t(`placementState.${state}`)}</Tag>}
              >
                <div className={styles.inside}>
                  {need && <JobFacts job={{ ...need, startsOn, endsOn }} />}
                  <p className="soft">{t(`kindText.${kind}`)}</p>
                </div>
              </Card>
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
