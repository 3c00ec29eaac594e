import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { Agreement } from './agreement.rules';
import styles from './agreements.module.css';

/** Every version, newest first: whose it was, what was said with it, what it changed. */
export function History({ agreement: { versions, host, lender } }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { dateTime } = useFormats();
  return (
    <ol className={styles.rows}>
      {versions.toReversed().map(({ version, isHosts, note, createdAt, differences }) => (
        <li key={version}>
          <p>
            <strong>{t('history.version', { version })}</strong>{' '}
            <span className="soft">
              {isHosts ? host?.name : lender?.name} · {dateTime(createdAt)}
            </span>
          </p>
          {note !== '' && <p>{t('history.note', { note })}</p>}
          {differences.length > 0 && (
            <details>
              <summary>{t('history.changes', { count: differences.length })}</summary>
              <ul className={styles.differences}>
                {differences.map(({ term, name, before, after }) => (
                  <li key={term}>
                    <span className="soft">{name}</span>{' '}
                    {t('history.change', { before: before ? before : '–', after: after ? after : '–' })}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
