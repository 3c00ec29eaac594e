import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../ui/card';
import { Table } from '../../ui/table';
import { AccountState } from './account-state';
import type { ListedFragment } from './operator.graphql.ts';
import styles from './operator.module.css';

const columns = ['login', 'kind', 'whose', 'state', 'created', 'seen', 'do'] as const;

export function AccountTable({ accounts }: { readonly accounts: readonly ListedFragment[] }): ReactNode {
  const { t } = useTranslation('operator');
  return (
    <Table caption={t('accounts.title')}>
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
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </tbody>
    </Table>
  );
}

function AccountRow({ account }: { readonly account: ListedFragment }): ReactNode {
  const { t } = useTranslation('operator');
  const { date, ago } = useFormats();
  const { me } = useSession();
  const { id, login, kind, state, stateNote, createdAt, lastSeenAt, enterprise, bureau } = account;
  return (
    <tr>
      <th scope="row" className={`${styles.name} ${styles.login}`}>
        {login}
      </th>
      <td className={styles.nowrap}>{t(`kind.${kind}`)}</td>
      <td className={styles.name}>{enterprise?.name ?? bureau?.name ?? '–'}</td>
      <td className={styles.note}>
        <Tag tone={state === 'ACTIVE' ? 'good' : 'bad'}>{t(`accountState.${state}`)}</Tag>
        {stateNote && <p className="soft">{stateNote}</p>}
      </td>
      <td className={styles.nowrap}>{date(createdAt)}</td>
      <td className={styles.nowrap}>
        {lastSeenAt === null ? '–' : <time dateTime={lastSeenAt}>{ago(lastSeenAt)}</time>}
      </td>
      <td>
        <div className={styles.actions}>
          {id === me?.id ? <span className="soft">{t('accounts.own')}</span> : <AccountState account={account} />}
          <Link to={`/operator/audit?actor=${id}`} aria-label={t('accounts.trailOf', { login })}>
            {t('accounts.trail')}
          </Link>
        </div>
      </td>
    </tr>
  );
}
