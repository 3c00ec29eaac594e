import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
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
    <Page
      title={t('placements.title')}
      width="text"
      actions={
        <>
          <ButtonLink to="/my/pass">{t('placements.pass')}</ButtonLink>
          <ButtonLink to="/my/attendance">{t('placements.attendance')}</ButtonLink>
        </>
      }
    >
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
                title={need?.occupation.name ?? t('offer.gone')}
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
