import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Form, LongTextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import styles from './pay.module.css';
import { ObjectToPayDocument, type OwnPayFragment } from './pay.graphql.ts';

/** Saying that one's pay is not right, and what the employer answered. */
export function Objecting({ line }: { readonly line: OwnPayFragment }): ReactNode {
  const { t } = useTranslation('pay');
  const { money, dateTime } = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {line.objections.map(({ id, state, reason, answer, correctionFen, createdAt }) => (
        <div key={id} className={styles.said}>
          <p>
            <Tag tone={state === 'OPEN' ? 'call' : 'plain'}>{t(`objection.${state}`)}</Tag>{' '}
            <span className="soft">{dateTime(createdAt)}</span>
          </p>
          <p>{t('objection.said', { reason })}</p>
          {answer !== '' && <p>{t('objection.answer', { answer })}</p>}
          {correctionFen > 0 && <p>{t('objection.granted', { amount: money(correctionFen) })}</p>}
        </div>
      ))}
      {line.actions.includes('OBJECT') && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('objection.go')}</Button>
        </div>
      )}
      <Dialog title={t('objection.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ObjectionForm lineId={line.id} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ObjectionForm({ lineId, onClose }: { readonly lineId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('pay');
  const tell = useToast();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const { act, isBusy, problem } = useAct(ObjectToPayDocument);
  const submit = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey, lineId, reason } }))) return;
    tell({ text: t('objection.sent') });
    onClose();
  };
  return (
    <Form label={t('objection.title')} problem={problem} onSubmit={() => void submit()}>
      <p>{t('objection.what')}</p>
      <LongTextField
        label={t('objection.reason')}
        path="reason"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        required
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('objection.send')}
        </Button>
        <Button onClick={onClose}>{t('objection.leave')}</Button>
      </Row>
    </Form>
  );
}
