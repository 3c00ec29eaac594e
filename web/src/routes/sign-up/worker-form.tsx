import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useDraft } from '../../api/draft';
import { useSession } from '../../api/session';
import { languageNow } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Form, TextField } from '../../ui/form';
import { type ChosenPlace, PlaceField } from '../../ui/map/place-field';
import { CredentialsFields } from './credentials-fields';
import { SignUpWorkerDocument, type SignUpWorkerInput } from './sign-up.graphql.ts';

interface Draft {
  readonly origin: 'code' | 'person';
  readonly claimCode: string;
  readonly name: string;
  readonly phone: string;
  readonly place: ChosenPlace | null;
  readonly login: string;
}

const blank: Draft = { origin: 'person', claimCode: '', name: '', phone: '', place: null, login: '' };

/** Whom the account is for; undefined while the place is not chosen. */
function whoIs(draft: Draft, idNumber: string): Pick<SignUpWorkerInput, 'claimCode' | 'person'> | undefined {
  const { origin, claimCode, name, phone, place } = draft;
  if (origin === 'code') return { claimCode };
  if (!place) return undefined;
  const { regionId, latitude, longitude } = place;
  return { person: { name, phone, idNumber, regionId, latitude, longitude } };
}

/** A worker signs up with the code of their employer, or as a person without one. */
export function WorkerForm(): ReactNode {
  const { t } = useTranslation('account');
  const { refresh } = useSession();
  const [draft, change, clear] = useDraft<Draft>('sign-up-worker', blank);
  // Neither is kept in the browser.
  const [password, setPassword] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(SignUpWorkerDocument);
  const { origin, claimCode, place, login } = draft;
  const submit = async (): Promise<void> => {
    const who = whoIs(draft, idNumber);
    if (!who) return;
    const language = languageNow() === 'en' ? 'EN' : 'ZH_CN';
    const done = await act({ input: { idempotencyKey: key, login, password, language, keepIn: 'COOKIE', ...who } });
    if (!done) return;
    clear();
    await refresh();
  };
  return (
    <Card>
      <Form label={t('signUp.worker')} problem={problem} onSubmit={() => void submit()}>
        <Choice
          label={t('signUp.origin')}
          value={origin}
          onChange={(chosen) => change({ origin: chosen === 'code' ? 'code' : 'person' })}
          options={[
            { value: 'person', label: t('signUp.person') },
            { value: 'code', label: t('signUp.code') },
          ]}
        />
        {origin === 'code' ? (
          <TextField
            label={t('signUp.claimCode')}
            path="claimCode"
            hint={t('signUp.claimCodeHint')}
            value={claimCode}
            onChange={(code) => change({ claimCode: code })}
            autoComplete="off"
            required
          />
        ) : (
          <PersonFields draft={draft} change={change} idNumber={idNumber} onIdNumber={setIdNumber} />
        )}
        <CredentialsFields
          login={login}
          password={password}
          onLogin={(text) => change({ login: text })}
          onPassword={setPassword}
        />
        <Button kind="main" type="submit" isBusy={isBusy} disabled={origin === 'person' && !place}>
          {t('signUp.go')}
        </Button>
      </Form>
    </Card>
  );
}

interface PersonFieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly idNumber: string;
  readonly onIdNumber: (idNumber: string) => void;
}

function PersonFields({ draft, change, idNumber, onIdNumber }: PersonFieldsProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <>
      <TextField
        label={t('signUp.name')}
        path="person.name"
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="name"
        maxLength={100}
        required
      />
      <TextField
        label={t('signUp.phone')}
        path="person.phone"
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        required
      />
      <TextField
        label={t('signUp.idNumber')}
        path="person.idNumber"
        hint={t('signUp.idNumberHint')}
        value={idNumber}
        onChange={onIdNumber}
        autoComplete="off"
        maxLength={40}
        required
      />
      <p>{draft.place ? t('signUp.livesIn', { region: draft.place.regionName }) : t('signUp.whereHome')}</p>
      <PlaceField label={t('signUp.whereHome')} value={draft.place} onChange={(place) => change({ place })} />
    </>
  );
}
