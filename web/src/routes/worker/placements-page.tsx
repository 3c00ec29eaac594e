import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { PlacementCard } from './placement-card';
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
            {placements.map((placement) => (
              <PlacementCard key={placement.id} placement={placement} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
