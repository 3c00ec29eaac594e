import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useDraft } from '../../api/draft';
import { useSession } from '../../api/session';
import { languageNow } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { CredentialsFields } from './credentials-fields';
import { type EnterpriseDraft, EnterpriseFields, SizeField, sizeOf } from './enterprise-fields';
import { SignUpEnterpriseDocument } from './sign-up.graphql.ts';

interface Draft extends EnterpriseDraft {
  readonly size: string;
  readonly login: string;
}

const blank: Draft = { name: '', registrationCode: '', address: '', place: null, size: '', login: '' };

/** An enterprise signs up, to host and to lend; the bureau of its place then verifies it. */
export function EnterpriseForm(): ReactNode {
  const { t } = useTranslation('account');
  const { refresh } = useSession();
  const [draft, change, clear] = useDraft<Draft>('sign-up-enterprise', blank);
  const [password, setPassword] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(SignUpEnterpriseDocument);
  const { name, registrationCode, address, place, login } = draft;
  const size = sizeOf(draft.size);
  const submit = async (): Promise<void> => {
    if (!place) return;
    const { regionId, latitude, longitude } = place;
    const language = languageNow() === 'en' ? 'EN' : 'ZH_CN';
    const enterprise = { name, registrationCode, address, regionId, latitude, longitude, ...(size && { size }) };
    const input = { idempotencyKey: key, login, password, language, keepIn: 'COOKIE', enterprise } as const;
    if (!(await act({ input }))) return;
    clear();
    await refresh();
  };
  return (
    <Card>
      <Form label={t('signUp.enterprise')} problem={problem} onSubmit={() => void submit()}>
        <Notice>{t('signUp.verified')}</Notice>
        <EnterpriseFields draft={draft} change={change} path="enterprise." />
        <SizeField path="enterprise.size" value={draft.size} onChange={(chosen) => change({ size: chosen })} />
        <CredentialsFields
          login={login}
          password={password}
          onLogin={(text) => change({ login: text })}
          onPassword={setPassword}
        />
        <Button kind="main" type="submit" isBusy={isBusy} disabled={!place}>
          {t('signUp.go')}
        </Button>
      </Form>
    </Card>
  );
}
