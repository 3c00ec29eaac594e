import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Problem, problemOf } from '../../api/problem';
import { useSession } from '../../api/session';
import { startOf } from '../../shell/places';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import type { HomeQuery } from './home.graphql.ts';

/** Ways into the demo region, one press each; they exist only where it is loaded. */
export function DemoLogins({ logins }: { readonly logins: HomeQuery['demoLogins'] }): ReactNode {
  const { t } = useTranslation(['home', 'common']);
  const { logIn, refresh } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const enter = async (login: string, password: string): Promise<void> => {
    setBusy(login);
    const error = await logIn({ login, password });
    setProblem(problemOf(error, t('common:state.offline')));
    setBusy(undefined);
    const me = error ? null : await refresh();
    if (me) await navigate(startOf(me.kind));
  };
  return (
    <Card title={t('demo.title')}>
      <p className="soft">{t('demo.text')}</p>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        {logins.map(({ login, password, label }) => (
          <Button key={login} isBusy={busy === login} onClick={() => void enter(login, password)}>
            {label}
          </Button>
        ))}
      </Row>
    </Card>
  );
}
