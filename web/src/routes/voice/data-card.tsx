import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useSession } from '../../api/session';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { EraseMyAccountDocument } from './voice.graphql.ts';

/** A copy of one's data, and the end of the account. */
export function DataCard(): ReactNode {
  const { t } = useTranslation('voice');
  return (
    <Card title={t('data.title')}>
      <p>
        <a href="/my/data.json" download>
          {t('data.copy')}
        </a>
      </p>
      <Row>
        <Ask label={t('data.erase')}>{() => <Erase />}</Ask>
      </Row>
    </Card>
  );
}

function Erase(): ReactNode {
  const { t } = useTranslation('voice');
  const { refresh } = useSession();
  const { act, isBusy, problem } = useAct(EraseMyAccountDocument);
  const [password, setPassword] = useState('');
  const erase = async (): Promise<void> => {
    if (await act({ input: { password } })) await refresh();
  };
  return (
    <Form label={t('data.erase')} problem={problem} onSubmit={() => void erase()}>
      <p>{t('data.text')}</p>
      <TextField
        label={t('data.password')}
        path="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" kind="bad" isBusy={isBusy}>
        {t('data.erase')}
      </Button>
    </Form>
  );
}
