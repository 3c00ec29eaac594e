import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page, Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { useToast } from '../../ui/toast';
import {
  type AccountKind,
  AllAccountsDocument,
  type AllAccountsQuery,
  SetAccountStateDocument,
} from './operator.graphql.ts';

const kinds: readonly AccountKind[] = ['ENTERPRISE', 'WORKER', 'BUREAU', 'OPERATOR'];

/** Every account, and the way to block one. */
export function AccountsPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const asked = useDeferredValue(search.trim());
  const chosen = kinds.find((known) => known === kind);
  const variables = { search: asked === '' ? null : asked, kind: chosen ?? null };
  return (
    <Page title={t('accounts.title')}>
      <Card>
        <Columns least="s">
          <TextField label={t('accounts.search')} type="search" value={search} onChange={setSearch} maxLength={100} />
          <SelectField
            label={t('accounts.kind')}
            value={kind}
            onChange={setKind}
            options={[
              { value: '', label: t('accounts.all') },
              ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
          />
        </Columns>
      </Card>
      <Card>
        <Pages
          key={JSON.stringify(variables)}
          query={AllAccountsDocument}
          variables={variables}
          of={['Account']}
          pick={({ accounts }) => accounts}
          empty={t('accounts.nothing')}
        >
          {(accounts) => <AccountTable accounts={accounts} />}
        </Pages>
      </Card>
    </Page>
  );
}

type AnAccount = AllAccountsQuery['accounts']['edges'][number]['node'];

function AccountTable({ accounts }: { readonly accounts: readonly AnAccount[] }): ReactNode {
  const { t } = useTranslation('operator');
  const { ago } = useFormats();
  return (
    <Table caption={t('accounts.title')}>
      <thead>
        <tr>
          {(['login', 'kind', 'for', 'seen', 'state', 'action'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`accounts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">{account.login}</th>
            <td>{t(`kind.${account.kind}`)}</td>
            <td>{account.enterprise?.name ?? account.bureau?.name ?? '–'}</td>
            <td>{account.lastSeenAt === null ? '–' : ago(account.lastSeenAt)}</td>
            <td>
              <Tag tone={account.state === 'ACTIVE' ? 'good' : 'bad'}>{t(`accountState.${account.state}`)}</Tag>{' '}
              {account.stateNote}
            </td>
            <td>
              <Admission account={account} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Blocking asks for a reason; letting in again is one press. */
function Admission({ account }: { readonly account: AnAccount }): ReactNode {
  const { t } = useTranslation('operator');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(SetAccountStateDocument);
  const [isAsking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const admit = async (): Promise<void> => {
    const done = await act({ input: { accountId: account.id, state: 'ACTIVE', note: '' } });
    if (done) tell({ text: t('accounts.unblocked') });
  };
  const block = async (): Promise<void> => {
    if (!(await act({ input: { accountId: account.id, state: 'BLOCKED', note } }))) return;
    setAsking(false);
    tell({ text: t('accounts.blocked'), undo: { label: t('accounts.undo'), run: () => void admit() } });
  };
  if (account.state === 'BLOCKED')
    return (
      <Button isBusy={isBusy} onClick={() => void admit()}>
        {t('accounts.unblock')}
      </Button>
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('accounts.block')}</Button>
      <Dialog title={t('accounts.ask', { login: account.login })} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Form label={t('accounts.block')} problem={problem} onSubmit={() => void block()}>
          <TextField
            label={t('accounts.reason')}
            path="note"
            required
            maxLength={500}
            value={note}
            onChange={setNote}
          />
          <Row>
            <Button kind="bad" type="submit" isBusy={isBusy}>
              {t('accounts.block')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('accounts.keep')}</Button>
          </Row>
        </Form>
      </Dialog>
    </>
  );
}
