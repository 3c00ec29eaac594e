import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../../i18n/i18n';
import { Card } from '../../ui/card';
import { Row } from '../../ui/layout';
import type { Settlement } from './settlement.rules';
import styles from './settlements.module.css';

/** The statement to keep, to calculate with and to print. */
export function StatementLinks({ settlement: { id } }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const at = `/settlements/${id}/statement`;
  const language = `?language=${languageNow()}`;
  return (
    <Card title={t('statement.title')}>
      <Row>
        <a className={styles.link} href={`${at}.pdf${language}`} download>
          {t('statement.pdf')}
        </a>
        <a className={styles.link} href={`${at}.xlsx${language}`} download>
          {t('statement.xlsx')}
        </a>
        <a className={styles.link} href={`${at}${language}`} target="_blank" rel="noreferrer">
          {t('statement.page')}
        </a>
      </Row>
    </Card>
  );
}
