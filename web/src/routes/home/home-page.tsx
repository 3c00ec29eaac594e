import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSession } from '../../api/session';
import { startOf } from '../../shell/places';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Columns, Page, Row } from '../../ui/layout';
import { DemoLogins } from './demo-logins';
import { HomeDocument } from './home.graphql.ts';
import { Totals } from './totals';

/** What Gongji is, on one screen, and the ways in. */
export function HomePage(): ReactNode {
  const { t } = useTranslation('home');
  const { me } = useSession();
  const [{ data }] = useQuery({ query: HomeDocument, variables: {} });
  return (
    <Page title={t('title')}>
      <p>{t('what')}</p>
      <Row>
        {me ? (
          <ButtonLink kind="main" to={startOf(me.kind)}>
            {t('goOn')}
          </ButtonLink>
        ) : (
          <ButtonLink kind="main" to="/sign-up">
            {t('signUp')}
          </ButtonLink>
        )}
        <ButtonLink to="/work">{t('work')}</ButtonLink>
        {!me && <ButtonLink to="/log-in">{t('logIn')}</ButtonLink>}
      </Row>
      {data && <Totals totals={data.publicTotals} />}
      {me === null && data && data.demoLogins.length > 0 && <DemoLogins logins={data.demoLogins} />}
      <Columns>
        <Card title={t('worker.title')}>{t('worker.text')}</Card>
        <Card title={t('host.title')}>{t('host.text')}</Card>
        <Card title={t('lender.title')}>{t('lender.text')}</Card>
        <Card title={t('bureau.title')}>{t('bureau.text')}</Card>
      </Columns>
      <footer>
        <Row>
          <Link to="/verify">{t('verify')}</Link>
          {data && <span className="soft">{`${data.about.name} ${data.about.version}`}</span>}
        </Row>
      </footer>
    </Page>
  );
}
