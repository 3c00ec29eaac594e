import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, LongTextField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { EndAgreementEarlyDocument } from './agreements.graphql.ts';
import type { AgreementDialogProps } from './sign-dialog';

/** Proposes an early end, which both sign like any agreement. */
export function EndEarlyDialog({ agreement, isOpen, onClose }: AgreementDialogProps): ReactNode {
  const { t } = useTranslation('agreements');
  const goTo = useNavigate();
  const [endsOn, setEndsOn] = useState('');
  const [note, setNote] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(EndAgreementEarlyDocument);
  const submit = async (): Promise<void> => {
    const done = await act({ input: { idempotencyKey, agreementId: agreement.id, endsOn, note } });
    if (!done) return;
    onClose();
    await goTo(`/agreements/${done.terminateAgreement.id}`);
  };
  return (
    <Dialog title={t('end.title')} isOpen={isOpen} onClose={onClose}>
      <Form label={t('end.title')} problem={problem} onSubmit={() => void submit()}>
        <p>{t('end.what')}</p>
        <TextField
          label={t('end.endsOn')}
          path="endsOn"
          type="date"
          min={inDays(0)}
          max={agreement.endsOn}
          value={endsOn}
          onChange={setEndsOn}
          required
        />
        <LongTextField label={t('end.note')} path="note" value={note} onChange={setNote} maxLength={2000} />
        <Row>
          <Button kind="bad" type="submit" isBusy={isBusy}>
            {t('end.go')}
          </Button>
          <Button onClick={onClose}>{t('act.leave')}</Button>
        </Row>
      </Form>
    </Dialog>
  );
}
