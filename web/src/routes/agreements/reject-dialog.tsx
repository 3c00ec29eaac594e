import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, LongTextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { RejectAgreementDocument } from './agreements.graphql.ts';
import type { AgreementDialogProps } from './sign-dialog';

/** Ends a negotiation; asks once, for there is no way back. */
export function RejectDialog({ agreement, isOpen, onClose }: AgreementDialogProps): ReactNode {
  const { t } = useTranslation('agreements');
  const tell = useToast();
  const [reason, setReason] = useState('');
  const { act, isBusy, problem } = useAct(RejectAgreementDocument);
  const submit = async (): Promise<void> => {
    if (!(await act({ input: { agreementId: agreement.id, reason } }))) return;
    tell({ text: t('reject.done') });
    onClose();
  };
  return (
    <Dialog title={t('reject.title')} isOpen={isOpen} onClose={onClose}>
      <Form label={t('reject.title')} problem={problem} onSubmit={() => void submit()}>
        <p>{t('reject.what')}</p>
        <LongTextField
          label={t('reject.reason')}
          path="reason"
          value={reason}
          onChange={setReason}
          maxLength={500}
          required
        />
        <Row>
          <Button kind="bad" type="submit" isBusy={isBusy}>
            {t('reject.go')}
          </Button>
          <Button onClick={onClose}>{t('act.leave')}</Button>
        </Row>
      </Form>
    </Dialog>
  );
}
