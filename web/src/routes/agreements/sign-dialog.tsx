import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { languageNow } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import type { Agreement } from './agreement.rules';
import { SignAgreementDocument } from './agreements.graphql.ts';

export interface AgreementDialogProps {
  readonly agreement: Agreement;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Signing: one says again who one is, and signs what one has read. */
export function SignDialog({ agreement, isOpen, onClose }: AgreementDialogProps): ReactNode {
  const { t } = useTranslation('agreements');
  return (
    <Dialog title={t('sign.title', { number: agreement.number })} isOpen={isOpen} onClose={onClose}>
      <SignForm agreement={agreement} onClose={onClose} />
    </Dialog>
  );
}

function SignForm({ agreement, onClose }: Omit<AgreementDialogProps, 'isOpen'>): ReactNode {
  const { t } = useTranslation('agreements');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(SignAgreementDocument);
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [password, setPassword] = useState('');
  const { id, contentHash } = agreement;
  const hash = contentHash ?? '';
  const submit = async (): Promise<void> => {
    const done = await act({ input: { agreementId: id, contentHash: hash, name, title, password } });
    if (!done) return;
    tell({ text: t(done.signAgreement.state === 'ISSUED' ? 'sign.waits' : 'sign.binds') });
    onClose();
  };
  return (
    <Form label={t('sign.label')} problem={problem} onSubmit={() => void submit()}>
      <p>
        {t('sign.what')}{' '}
        <a href={`/agreements/${id}/paper?language=${languageNow()}`} target="_blank" rel="noreferrer">
          {t('sign.read')}
        </a>
      </p>
      <p className="soft">{t('sign.hash', { hash: `${hash.slice(0, 8)}…${hash.slice(-8)}` })}</p>
      <TextField
        label={t('sign.name')}
        path="name"
        value={name}
        onChange={setName}
        autoComplete="name"
        maxLength={100}
        required
      />
      <TextField
        label={t('sign.jobTitle')}
        hint={t('sign.jobTitleHint')}
        path="title"
        value={title}
        onChange={setTitle}
        autoComplete="organization-title"
        maxLength={100}
      />
      <TextField
        label={t('sign.password')}
        path="password"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('sign.go')}
        </Button>
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Form>
  );
}
