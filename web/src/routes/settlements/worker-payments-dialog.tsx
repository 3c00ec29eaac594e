import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { Dialog } from '../../ui/dialog';
import { CheckField, Form, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Loading } from '../../ui/state';
import { useAllLines } from './all-lines';
import { Ends, type SettlementDialogProps } from './dialogs';
import { useWorkerName } from './lines-card';
import { type Line, missingFen, paymentsOf, yuanOf } from './settlement.rules';
import styles from './settlements.module.css';
import { RecordWorkerPaymentsDocument } from './settlements.graphql.ts';

/** Proof of what the workers got: one voucher and day for all, each with what is due unless it was another amount. */
export function WorkerPaymentsDialog({ settlement, isOpen, onClose }: SettlementDialogProps): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Dialog title={t('act.workerPayments')} isOpen={isOpen} onClose={onClose}>
      <Loaded settlementId={settlement.id} onClose={onClose} />
    </Dialog>
  );
}

function Loaded({ settlementId, onClose }: { readonly settlementId: string; readonly onClose: () => void }): ReactNode {
  const lines = useAllLines(settlementId);
  if (!lines) return <Loading />;
  return (
    <PaymentsForm settlementId={settlementId} lines={lines.filter((line) => missingFen(line) > 0)} onClose={onClose} />
  );
}

interface PaymentsFormProps {
  readonly settlementId: string;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

function PaymentsForm({ settlementId, lines, onClose }: PaymentsFormProps): ReactNode {
  const { t } = useTranslation('settlements');
  const { money } = useFormats();
  const nameOf = useWorkerName();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [voucher, setVoucher] = useState('');
  const [paidOn, setPaidOn] = useState(inDays(0));
  const [toOwnAccount, setToOwnAccount] = useState(false);
  const [amounts, setAmounts] = useState<ReadonlyMap<string, string>>(new Map());
  const { act, isBusy, problem } = useAct(RecordWorkerPaymentsDocument);
  const payments = paymentsOf(lines, amounts, { voucher, paidOn, toOwnAccount });
  const sum = payments.reduce((total, { amountFen }) => total + amountFen, 0);
  const due = lines.reduce((total, line) => total + missingFen(line), 0);
  const submit = async (): Promise<void> => {
    if (await act({ input: { idempotencyKey, settlementId, lines: [...payments] } })) onClose();
  };
  return (
    <Form label={t('act.workerPayments')} problem={problem} onSubmit={() => void submit()}>
      <p>{t('payment.workersWhat')}</p>
      <TextField label={t('payment.voucher')} value={voucher} onChange={setVoucher} maxLength={100} required />
      <TextField label={t('payment.paidOn')} type="date" max={inDays(0)} value={paidOn} onChange={setPaidOn} required />
      <div className={styles.amounts} role="group" aria-label={t('payment.amounts')} tabIndex={0}>
        {lines.map((line) => (
          <TextField
            key={line.id}
            label={t('payment.to', { name: nameOf(line) })}
            hint={t('payment.due', { due: money(missingFen(line)) })}
            type="number"
            min="0"
            step="0.01"
            inputMode="decimal"
            value={amounts.get(line.id) ?? yuanOf(missingFen(line))}
            onChange={(amount) => setAmounts(new Map([...amounts, [line.id, amount]]))}
          />
        ))}
      </div>
      <p>{t('payment.sum', { count: payments.length, sum: money(sum) })}</p>
      {sum < due && <Notice tone="call">{t('payment.short', { missing: money(due - sum) })}</Notice>}
      <CheckField label={t('payment.ownAccount')} checked={toOwnAccount} onChange={setToOwnAccount} />
      <Ends text={t('payment.go')} isBusy={isBusy} onClose={onClose} />
    </Form>
  );
}
