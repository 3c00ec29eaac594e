import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';

export interface CredentialsProps {
  readonly login: string;
  readonly password: string;
  readonly onLogin: (login: string) => void;
  readonly onPassword: (password: string) => void;
}

/** What one will log in with. */
export function CredentialsFields({ login, password, onLogin, onPassword }: CredentialsProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Columns least="s">
      <TextField
        label={t('logIn.login')}
        path="login"
        value={login}
        onChange={onLogin}
        autoComplete="username"
        maxLength={254}
        required
      />
      <TextField
        label={t('logIn.password')}
        path="password"
        hint={t('signUp.passwordHint')}
        value={password}
        onChange={onPassword}
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={200}
        required
      />
    </Columns>
  );
}
