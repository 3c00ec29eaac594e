import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { CheckField, Form, LongTextField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { fenOf, type Line } from './settlement.rules';
import styles from './settlements.module.css';
import { AnswerObjectionDocument } from './settlements.graphql.ts';

type One = Line['objections'][number];

/** What a worker says is wrong, and the lender's answer. */
export function Objection({ objection }: { readonly objection: One }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money, dateTime } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { state, reason, answer, correctionFen, createdAt, actions } = objection;
  return (
    <div className={styles.objection} data-state={state}>
      <p>
        <Tag tone={state === 'OPEN' ? 'call' : 'plain'}>{t(`objection.${state}`)}</Tag>{' '}
        <span className="soft">{dateTime(createdAt)}</span>
      </p>
      <p>{reason}</p>
      {answer !== '' && <p>{t('objection.answered', { answer })}</p>}
      {correctionFen > 0 && <p>{t('objection.granted', { amount: money(correctionFen) })}</p>}
      {actions.includes('ANSWER') && (
        <div>
          <Button kind="main" onClick={() => setOpen(true)}>
            {t('objection.go')}
          </Button>
        </div>
      )}
      <Dialog title={t('objection.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AnswerForm objection={objection} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function AnswerForm({ objection, onClose }: { readonly objection: One; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('settlements');
  const [accept, setAccept] = useState(true);
  const [answer, setAnswer] = useState('');
  const [amount, setAmount] = useState('');
  const { act, isBusy, problem } = useAct(AnswerObjectionDocument);
  const submit = async (): Promise<void> => {
    const correctionFen = accept ? fenOf(amount) : 0;
    if (await act({ input: { objectionId: objection.id, accept, answer, correctionFen } })) onClose();
  };
  return (
    <Form label={t('objection.title')} problem={problem} onSubmit={() => void submit()}>
      <p>{objection.reason}</p>
      <CheckField label={t('objection.accept')} checked={accept} onChange={setAccept} />
      {accept && (
        <TextField
          label={t('objection.amount')}
          hint={t('objection.amountHint')}
          path="correctionFen"
          type="number"
          min="0"
          step="0.01"
          inputMode="decimal"
          value={amount}
          onChange={setAmount}
        />
      )}
      <LongTextField
        label={t('objection.answer')}
        path="answer"
        value={answer}
        onChange={setAnswer}
        maxLength={2000}
        required
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('objection.send')}
        </Button>
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Form>
  );
}
