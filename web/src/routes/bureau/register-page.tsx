import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { OwnRegionDocument, RegionsWithinDocument, RegisterDocument, ToVerifyDocument } from './register.graphql.ts';
import { filterOf, verifications } from './register.rules';
import { RegisterList } from './register-list';

/** The register of enterprises: first those that wait for a decision. */
export function RegisterPage(): ReactNode {
  const { t } = useTranslation('register');
  const [address] = useAddress();
  const filter = filterOf(address);
  return (
    <Page title={t('title')} actions={<ButtonLink to="/agreements">{t('agreements')}</ButtonLink>}>
      <Card title={t('waiting.title')}>
        <Pages
          query={ToVerifyDocument}
          variables={{}}
          of={['Enterprise']}
          pick={({ enterprisesToVerify }) => enterprisesToVerify}
          empty={t('waiting.nothing')}
        >
          {(enterprises) => <RegisterList enterprises={enterprises} />}
        </Pages>
      </Card>
      <Card title={t('all.title')}>
        <Filter />
        <Pages
          key={JSON.stringify(filter)}
          query={RegisterDocument}
          variables={filter}
          of={['Enterprise']}
          pick={({ enterprises }) => enterprises}
          empty={t('all.nothing')}
        >
          {(enterprises) => <RegisterList enterprises={enterprises} />}
        </Pages>
      </Card>
    </Page>
  );
}

/** Words take effect when one presses Enter or leaves the field, all else at once. */
function Filter(): ReactNode {
  const { t } = useTranslation('register');
  const [address, go] = useAddress();
  const [search, setSearch] = useState(address.get('search') ?? '');
  const regions = useRegions();
  const submit = (): void => go({ search: search.trim() });
  return (
    <Form label={t('filter.title')} onSubmit={submit}>
      <Columns least="s">
        <TextField
          label={t('filter.search')}
          hint={t('filter.searchHint')}
          type="search"
          value={search}
          onChange={setSearch}
          onBlur={submit}
          maxLength={100}
        />
        <SelectField
          label={t('filter.region')}
          value={address.get('region') ?? ''}
          onChange={(region) => go({ region })}
          options={[{ value: '', label: t('filter.anywhere') }, ...regions]}
        />
        <SelectField
          label={t('filter.state')}
          value={filterOf(address).verification ?? ''}
          onChange={(state) => go({ state })}
          options={[
            { value: '', label: t('filter.anyState') },
            ...verifications.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
      </Columns>
      <div>
        <Button type="submit">{t('filter.go')}</Button>
      </div>
    </Form>
  );
}

/** The regions directly below the bureau's own. */
function useRegions(): { value: string; label: string }[] {
  const [{ data: own }] = useQuery({ query: OwnRegionDocument });
  const parentId = own?.myBureau.region.id ?? '';
  const [{ data }] = useQuery({ query: RegionsWithinDocument, variables: { parentId }, pause: parentId === '' });
  return (data?.regions.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
}
