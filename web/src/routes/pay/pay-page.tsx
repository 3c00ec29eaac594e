import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { PayCard } from './pay-card';
import styles from './pay.module.css';
import { MyPayDocument } from './pay.graphql.ts';

/** What one earned, month by month, and what one got of it. */
export function PayPage(): ReactNode {
  const { t } = useTranslation('pay');
  return (
    <Page title={t('title')} width="text">
      <Pages
        query={MyPayDocument}
        variables={{}}
        of={['PayLine', 'LineObjection']}
        pick={({ myPayLines }) => myPayLines}
        empty={t('nothing')}
      >
        {(lines) => (
          <ul className={styles.list}>
            {lines.map((line) => (
              <PayCard key={line.id} line={line} />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
