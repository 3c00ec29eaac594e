import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { startOf } from '../../shell/places';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/layout';
import { EnterpriseForm } from './enterprise-form';
import { WorkerForm } from './worker-form';

/** Workers and enterprises sign themselves up; officers and operators are made by an operator. */
export function SignUpPage(): ReactNode {
  const { t } = useTranslation('account');
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  if (me) return <Navigate to={startOf(me.kind)} replace />;
  const kind = search.get('as') === 'enterprise' ? 'enterprise' : 'worker';
  return (
    <Page title={t('signUp.title')} width="text">
      <Choice
        label={t('signUp.as')}
        value={kind}
        onChange={(as) => setSearch({ as }, { replace: true })}
        options={[
          { value: 'worker', label: t('signUp.worker') },
          { value: 'enterprise', label: t('signUp.enterprise') },
        ]}
      />
      {kind === 'worker' ? <WorkerForm /> : <EnterpriseForm />}
      <p className="soft">
        {t('signUp.have')} <Link to="/log-in">{t('logIn.go')}</Link>
      </p>
    </Page>
  );
}
