import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { type Problem, problemOf } from '../../api/problem';
import { useSession } from '../../api/session';
import { startOf } from '../../shell/places';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Page } from '../../ui/layout';

/** The same log-in for everyone: the account says what one is. */
export function LogInPage(): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const { me, logIn } = useSession();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  // Whoever was sent here goes on to where they wanted to go.
  const { from } = (useLocation().state ?? {}) as { readonly from?: string };
  if (me) return <Navigate to={from ?? startOf(me.kind)} replace />;
  const submit = async (): Promise<void> => {
    setBusy(true);
    const error = await logIn({ login, password });
    setBusy(false);
    setProblem(problemOf(error, t('common:state.offline')));
  };
  return (
    <Page title={t('logIn.title')} width="text">
      <Card>
        <Form label={t('logIn.title')} problem={problem} onSubmit={() => void submit()}>
          <TextField
            label={t('logIn.login')}
            path="login"
            hint={t('logIn.loginHint')}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            required
          />
          <TextField
            label={t('logIn.password')}
            path="password"
            value={password}
            onChange={setPassword}
            type="password"
            autoComplete="current-password"
            required
          />
          <Button kind="main" type="submit" isBusy={isBusy}>
            {t('logIn.go')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
