import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Page } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { MyReviews } from '../placement/my-reviews';
import { ChangePasswordDocument } from './account.graphql.ts';
import { ApiKeysCard } from './api-keys-card';
import { EnterpriseCard } from './enterprise-card';
import { NotificationsCard } from './notifications-card';
import { WebhooksCard } from './webhooks-card';

/** What belongs to the log-in rather than to the work: the enterprise's standing, the password, keys for its systems. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation('account');
  const { me } = useSession();
  if (!me) return null;
  return (
    <Page title={t('account.title')} width="text">
      {me.enterprise && <EnterpriseCard isOwner={me.isOwner} />}
      <Card title={me.login}>
        <PasswordForm />
      </Card>
      {(me.kind === 'ENTERPRISE' || me.kind === 'BUREAU') && <NotificationsCard reader={me.kind} />}
      {me.enterprise && me.isOwner && <ApiKeysCard />}
      {me.enterprise && me.isOwner && <WebhooksCard />}
      {me.enterprise && <MyReviews placements="/host/placements" />}
    </Page>
  );
}

/** A changed password ends every other session. */
function PasswordForm(): ReactNode {
  const { t } = useTranslation('account');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ChangePasswordDocument);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const submit = async (): Promise<void> => {
    if (!(await act({ input: { currentPassword, newPassword } }))) return;
    setCurrent('');
    setNew('');
    tell({ text: t('account.passwordChanged') });
  };
  return (
    <Form label={t('account.password')} problem={problem} onSubmit={() => void submit()}>
      <TextField
        label={t('account.currentPassword')}
        path="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        value={currentPassword}
        onChange={setCurrent}
      />
      <TextField
        label={t('account.newPassword')}
        path="newPassword"
        hint={t('signUp.passwordHint')}
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={200}
        required
        value={newPassword}
        onChange={setNew}
      />
      <Button type="submit" isBusy={isBusy}>
        {t('account.changePassword')}
      </Button>
    </Form>
  );
}
