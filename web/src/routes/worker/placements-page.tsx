import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { PlacementCard } from './placement-card';
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
            {placements.map((placement) => (
              <PlacementCard key={placement.id} placement={placement} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
