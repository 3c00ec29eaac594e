import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Decision } from './decision';
import { RegisterDocument, type RegisterQuery, type Verification } from './register.graphql.ts';

const states: readonly Verification[] = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'SUSPENDED'];
const tones = { SUBMITTED: 'call', VERIFIED: 'good', REJECTED: 'bad', SUSPENDED: 'bad' } as const;

/** The enterprises of the jurisdiction: those that wait for a decision first, and all others by their standing. */
export function RegisterPage(): ReactNode {
  const { t } = useTranslation('register');
  const [state, setState] = useState<Verification>('SUBMITTED');
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const variables = { verification: state, search: asked === '' ? null : asked };
  return (
    <Page title={t('title')}>
      <Card>
        <Stack>
          <Row>
            <Choice
              label={t('standing')}
              value={state}
              onChange={(chosen) => setState(states.find((known) => known === chosen) ?? 'SUBMITTED')}
              options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            />
          </Row>
          <TextField label={t('search')} type="search" value={search} onChange={setSearch} maxLength={100} />
        </Stack>
      </Card>
      <Pages
        key={JSON.stringify(variables)}
        query={RegisterDocument}
        variables={variables}
        of={['Enterprise']}
        pick={({ enterprises }) => enterprises}
        empty={t(state === 'SUBMITTED' && asked === '' ? 'nothingToDo' : 'nothing')}
      >
        {(enterprises) => (
          <Columns>
            {enterprises.map((enterprise) => (
              <EnterpriseCard key={enterprise.id} enterprise={enterprise} />
            ))}
          </Columns>
        )}
      </Pages>
    </Page>
  );
}

export type RegisteredEnterprise = RegisterQuery['enterprises']['edges'][number]['node'];

function EnterpriseCard({ enterprise }: { readonly enterprise: RegisteredEnterprise }): ReactNode {
  const { t } = useTranslation('register');
  const { ago } = useFormats();
  const { name, registrationCode, verification, verificationNote, submittedAt, address, region, industry } = enterprise;
  return (
    <Card title={name} actions={<Tag tone={tones[verification]}>{t(`state.${verification}`)}</Tag>}>
      <Stack>
        <p className="number">{registrationCode}</p>
        <p className="soft">{[region.name, address, industry?.name].filter(Boolean).join(' · ')}</p>
        {submittedAt !== null && <p className="soft">{t('submitted', { when: ago(submittedAt) })}</p>}
        {verificationNote && <p>{t('note', { note: verificationNote })}</p>}
        <Decision enterprise={enterprise} />
      </Stack>
    </Card>
  );
}
