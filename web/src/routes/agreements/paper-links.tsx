import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { languageNow } from '../../i18n/i18n';
import type { Agreement } from './agreement.rules';
import styles from './agreements.module.css';

/** The paper to read, to print and to keep. The Chinese one binds. */
export function PaperLinks({ agreement: { id, state } }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  return (
    <Card title={t('papers.title')}>
      <Stack>
        <Row>
          <a
            className={styles.link}
            href={`/agreements/${id}/paper?language=${languageNow()}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('papers.page')}
          </a>
          <a className={styles.link} href={`/agreements/${id}/paper.pdf?language=zh-CN`} download>
            {t('papers.pdfZh')}
          </a>
          <a className={styles.link} href={`/agreements/${id}/paper.pdf?language=en`} download>
            {t('papers.pdfEn')}
          </a>
        </Row>
        <p className="soft">{t(state === 'DRAFT' ? 'papers.draft' : 'papers.binding')}</p>
        <p>
          <Link to="/verify">{t('papers.verify')}</Link>
        </p>
      </Stack>
    </Card>
  );
}
