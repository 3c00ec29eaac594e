import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { AccountTable } from './account-table';
import { AccountsDocument } from './operator.graphql.ts';
import { accountFilterOf, accountKinds } from './operator.rules';

/** Everyone who may log in, and who may not. */
export function AccountsPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [address] = useAddress();
  const filter = accountFilterOf(address);
  return (
    <Page title={t('accounts.title')}>
      <Card>
        <Filter />
      </Card>
      <Card>
        <Pages
          key={JSON.stringify(filter)}
          query={AccountsDocument}
          variables={filter}
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

/** Words take effect when one presses Enter or leaves the field, the kind at once. */
function Filter(): ReactNode {
  const { t } = useTranslation('operator');
  const [address, go] = useAddress();
  const [search, setSearch] = useState(address.get('search') ?? '');
  const submit = (): void => go({ search: search.trim() });
  return (
    <Form label={t('accounts.filter')} onSubmit={submit}>
      <Columns least="s">
        <TextField
          label={t('accounts.search')}
          hint={t('accounts.searchHint')}
          type="search"
          value={search}
          onChange={setSearch}
          onBlur={submit}
          maxLength={100}
        />
        <SelectField
          label={t('accounts.kind')}
          value={accountFilterOf(address).kind ?? ''}
          onChange={(kind) => go({ kind })}
          options={[
            { value: '', label: t('accounts.anyKind') },
            ...accountKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
      </Columns>
      <div>
        <Button type="submit">{t('accounts.go')}</Button>
      </div>
    </Form>
  );
}
