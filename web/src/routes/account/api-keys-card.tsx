import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, TextField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import {
  ApiKeysDocument,
  type ApiKeyScope,
  type ApiKeysQuery,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
} from './account.graphql.ts';

const scopes: readonly ApiKeyScope[] = [
  'DIRECTORY_READ',
  'LABOUR_READ',
  'LABOUR_WRITE',
  'MATERIALS_READ',
  'MATERIALS_WRITE',
  'CAPACITY_READ',
  'CAPACITY_WRITE',
  'IMPORT_WRITE',
];

/** Keys with which the enterprise's own systems call the API. */
export function ApiKeysCard(): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Card title={t('keys.title')}>
      <Stack>
        <p className="soft">{t('keys.text')}</p>
        <Pages
          query={ApiKeysDocument}
          variables={{}}
          of={['ApiKey']}
          pick={({ apiKeys }) => apiKeys}
          empty={t('keys.nothing')}
        >
          {(keys) => (
            <ul>
              {keys.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </ul>
          )}
        </Pages>
        <details>
          <summary>{t('keys.add')}</summary>
          <NewKey />
        </details>
      </Stack>
    </Card>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: ApiKeysQuery['apiKeys']['edges'][number]['node'] }): ReactNode {
  const { t } = useTranslation('account');
  const { ago, dateTime } = useFormats();
  const { act, isBusy, problem } = useAct(RevokeApiKeyDocument);
  const { id, name, lastUsedAt, revokedAt } = apiKey;
  const used = lastUsedAt === null ? t('keys.unused') : t('keys.used', { when: ago(lastUsedAt) });
  return (
    <li>
      <Row>
        <span>{name}</span>
        <span className="soft">{[apiKey.scopes.map((scope) => t(`scope.${scope}`)).join(', '), used].join(' · ')}</span>
        {revokedAt === null ? (
          <Button isBusy={isBusy} onClick={() => void act({ input: { apiKeyId: id } })}>
            {t('keys.revoke')}
          </Button>
        ) : (
          <span className="soft">{t('keys.revoked', { when: dateTime(revokedAt) })}</span>
        )}
      </Row>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
    </li>
  );
}

function NewKey(): ReactNode {
  const { t } = useTranslation('account');
  const { act, isBusy, problem } = useAct(CreateApiKeyDocument);
  const [name, setName] = useState('');
  const [chosen, choose] = useState<readonly ApiKeyScope[]>(['LABOUR_READ']);
  const [secret, setSecret] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    const done = await act({ input: { idempotencyKey: crypto.randomUUID(), name, scopes: [...chosen] } });
    if (!done) return;
    setSecret(done.createApiKey.secret);
    setName('');
  };
  return (
    <Form label={t('keys.add')} problem={problem} onSubmit={() => void create()}>
      <TextField label={t('keys.name')} path="name" required maxLength={80} value={name} onChange={setName} />
      <fieldset>
        <legend>{t('keys.scopes')}</legend>
        {scopes.map((scope) => (
          <CheckField
            key={scope}
            label={t(`scope.${scope}`)}
            checked={chosen.includes(scope)}
            onChange={(isOn) => choose(isOn ? [...chosen, scope] : chosen.filter((other) => other !== scope))}
          />
        ))}
      </fieldset>
      <Button type="submit" isBusy={isBusy} disabled={chosen.length === 0}>
        {t('keys.create')}
      </Button>
      {secret !== null && (
        <Notice tone="good">
          <p>{t('keys.secret')}</p>
          <code>{secret}</code>
        </Notice>
      )}
    </Form>
  );
}
