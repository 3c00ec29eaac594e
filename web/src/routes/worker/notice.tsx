import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fact } from './job-facts';
import styles from './worker.module.css';
import type { NoticeFragment } from './worker.graphql.ts';

/** So much is said at first: lender, host, work, place and time. */
const firstLines = 5;

/** What a worker is told before they say yes: the most important first, all of it and their rights for the asking. */
export function WorkerNotice({ notice }: { readonly notice: NoticeFragment }): ReactNode {
  const { t } = useTranslation('worker');
  return (
    <section className={styles.notice} aria-label={t('notice.title')}>
      <h3>{t('notice.title')}</h3>
      <Lines lines={notice.lines.slice(0, firstLines)} />
      <details>
        <summary>{t('notice.all')}</summary>
        <div className={styles.inside}>
          <Lines lines={notice.lines.slice(firstLines)} />
          <h4>{t('notice.rights')}</h4>
          <ul className={styles.rights}>
            {notice.rights.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  );
}

function Lines({ lines }: { readonly lines: NoticeFragment['lines'] }): ReactNode {
  return (
    <dl className={styles.lines}>
      {lines.map(({ label, value }) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}
