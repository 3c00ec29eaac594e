import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Table } from '../../ui/table';
import type { EntryFragment } from './operator.graphql.ts';
import styles from './operator.module.css';
import { indented } from './operator.rules';

const columns = ['at', 'actor', 'operation', 'object', 'details'] as const;

export function AuditTable({ entries }: { readonly entries: readonly EntryFragment[] }): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <Table caption={t('audit.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </Table>
  );
}

/** Who and what lead to all that they did, and all that was done to them. */
function EntryRow({ entry }: { readonly entry: EntryFragment }): ReactNode {
  const { t } = useTranslation('operator');
  const { dateTime } = useFormats();
  const { at, actor, account, operation, objectType, objectId, details, chain, position } = entry;
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <time dateTime={at}>{dateTime(at)}</time>
      </th>
      <td className={`${styles.name} ${styles.actor}`}>
        {account ? (
          <Link to={`?actor=${account.id}`}>{account.login}</Link>
        ) : (
          t(`actor.${actor}`, { defaultValue: actor })
        )}
      </td>
      <td className={styles.nowrap}>
        <code>{operation}</code>
      </td>
      <td className={styles.name}>
        {t(`object.${objectType}`, { defaultValue: objectType })}{' '}
        <Link to={`?object=${encodeURIComponent(objectId)}`} className={styles.id}>
          {objectId}
        </Link>
      </td>
      <td className={styles.details}>
        <details>
          <summary>{t('audit.details')}</summary>
          <pre>{indented(details)}</pre>
          <p className="soft">{t('audit.place', { chain, position })}</p>
        </details>
      </td>
    </tr>
  );
}
