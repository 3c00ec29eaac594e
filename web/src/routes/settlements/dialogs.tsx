import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { Button, type ButtonKind } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, LongTextField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { fenOf, type Settlement, yuanOf } from './settlement.rules';
import {
  DisputeSettlementDocument,
  RecordHostPaymentDocument,
  RecordInsuranceProofDocument,
} from './settlements.graphql.ts';

export interface SettlementDialogProps {
  readonly settlement: Settlement;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}
type FormProps = Omit<SettlementDialogProps, 'isOpen'>;

/** The buttons that end a dialog: doing it, or leaving it. */
export function Ends({
  text,
  kind = 'main',
  isBusy,
  onClose,
}: {
  readonly text: string;
  readonly kind?: ButtonKind;
  readonly isBusy: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Row>
      <Button kind={kind} type="submit" isBusy={isBusy}>
        {text}
      </Button>
      <Button onClick={onClose}>{t('act.leave')}</Button>
    </Row>
  );
}

/** Says what is wrong; days can be put right from here on. */
export function DisputeDialog({ isOpen, ...props }: SettlementDialogProps): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Dialog title={t('act.dispute')} isOpen={isOpen} onClose={props.onClose}>
      <DisputeForm {...props} />
    </Dialog>
  );
}

function DisputeForm({ settlement, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('settlements');
  const [reason, setReason] = useState('');
  const { act, isBusy, problem } = useAct(DisputeSettlementDocument);
  const submit = async (): Promise<void> => {
    if (await act({ input: { settlementId: settlement.id, reason } })) onClose();
  };
  return (
    <Form label={t('act.dispute')} problem={problem} onSubmit={() => void submit()}>
      <p>{t('dispute.what')}</p>
      <LongTextField
        label={t('dispute.reason')}
        path="reason"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        required
      />
      <Ends text={t('dispute.go')} kind="bad" isBusy={isBusy} onClose={onClose} />
    </Form>
  );
}

/** Proof of what the host paid the lender: what is open, unless it was less. */
export function HostPaymentDialog({ isOpen, ...props }: SettlementDialogProps): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Dialog title={t('act.hostPayment')} isOpen={isOpen} onClose={props.onClose}>
      <HostPaymentForm {...props} />
    </Dialog>
  );
}

function HostPaymentForm({ settlement, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('settlements');
  const { money } = useFormats();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [voucher, setVoucher] = useState('');
  const [paidOn, setPaidOn] = useState(inDays(0));
  const [amount, setAmount] = useState(yuanOf(settlement.hostOpenFen));
  const { act, isBusy, problem } = useAct(RecordHostPaymentDocument);
  const submit = async (): Promise<void> => {
    const input = { idempotencyKey, settlementId: settlement.id, voucher, paidOn, amountFen: fenOf(amount) };
    if (await act({ input })) onClose();
  };
  return (
    <Form label={t('act.hostPayment')} problem={problem} onSubmit={() => void submit()}>
      <p>{t('payment.hostWhat', { open: money(settlement.hostOpenFen) })}</p>
      <TextField
        label={t('payment.voucher')}
        path="voucher"
        value={voucher}
        onChange={setVoucher}
        maxLength={100}
        required
      />
      <TextField
        label={t('payment.paidOn')}
        path="paidOn"
        type="date"
        max={inDays(0)}
        value={paidOn}
        onChange={setPaidOn}
        required
      />
      <TextField
        label={t('payment.amount')}
        path="amountFen"
        type="number"
        min="0.01"
        step="0.01"
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
        required
      />
      <Ends text={t('payment.go')} isBusy={isBusy} onClose={onClose} />
    </Form>
  );
}

/** Proof of social insurance of the month in which the period ends. */
export function InsuranceDialog({ isOpen, ...props }: SettlementDialogProps): ReactNode {
  const { t } = useTranslation('settlements');
  return (
    <Dialog title={t('act.insurance')} isOpen={isOpen} onClose={props.onClose}>
      <InsuranceForm {...props} />
    </Dialog>
  );
}

function InsuranceForm({ settlement, onClose }: FormProps): ReactNode {
  const { t } = useTranslation('settlements');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [reference, setReference] = useState('');
  const { act, isBusy, problem } = useAct(RecordInsuranceProofDocument);
  const { agreementId, periodEndsOn: month } = settlement;
  const submit = async (): Promise<void> => {
    if (await act({ input: { idempotencyKey, agreementId, month, reference } })) onClose();
  };
  return (
    <Form label={t('act.insurance')} problem={problem} onSubmit={() => void submit()}>
      <p>{t('insurance.what', { month: month.slice(0, 7) })}</p>
      <TextField
        label={t('insurance.reference')}
        path="reference"
        value={reference}
        onChange={setReference}
        maxLength={200}
        required
      />
      <Ends text={t('payment.go')} isBusy={isBusy} onClose={onClose} />
    </Form>
  );
}
