import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { DisputeDialog, HostPaymentDialog, InsuranceDialog } from './dialogs';
import type { Settlement } from './settlement.rules';
import styles from './settlements.module.css';
import {
  ConfirmSettlementDocument,
  IssueSettlementDocument,
  PrepareSettlementDocument,
  ReissueSettlementDocument,
} from './settlements.graphql.ts';
import { WorkerPaymentsDialog } from './worker-payments-dialog';

type Open = 'dispute' | 'hostPayment' | 'workerPayments' | 'insurance';

/** Where it stands, and what the viewer's side may do now, as the API says. */
export function Actions({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money } = useFormats();
  const [open, setOpen] = useState<Open>();
  const { actions, state } = settlement;
  const stands = state === 'CONFIRMED' && settlement.hostOpenFen === 0 ? 'HOST_PAID' : state;
  const dialog = { settlement, onClose: () => setOpen(undefined) };
  return (
    <div className={styles.turn}>
      <p>{t(`stands.${stands}`, { open: money(settlement.hostOpenFen) })}</p>
      <Steps settlement={settlement} />
      <Row>
        {actions.includes('RECORD_HOST_PAYMENT') && (
          <Button kind={settlement.hostOpenFen > 0 ? 'main' : 'plain'} onClick={() => setOpen('hostPayment')}>
            {t('act.hostPayment')}
          </Button>
        )}
        {actions.includes('RECORD_WORKER_PAYMENTS') && settlement.workersPaidFen < settlement.payFen && (
          <Button kind="main" onClick={() => setOpen('workerPayments')}>
            {t('act.workerPayments')}
          </Button>
        )}
        {actions.includes('RECORD_INSURANCE_PROOF') && (
          <Button onClick={() => setOpen('insurance')}>{t('act.insurance')}</Button>
        )}
        {actions.includes('DISPUTE') && (
          <Button kind="bad" onClick={() => setOpen('dispute')}>
            {t('act.dispute')}
          </Button>
        )}
      </Row>
      <DisputeDialog {...dialog} isOpen={open === 'dispute'} />
      <HostPaymentDialog {...dialog} isOpen={open === 'hostPayment'} />
      <WorkerPaymentsDialog {...dialog} isOpen={open === 'workerPayments'} />
      <InsuranceDialog {...dialog} isOpen={open === 'insurance'} />
    </div>
  );
}

/** Steps that need no more than a press: computing anew, issuing, confirming. */
function Steps({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const tell = useToast();
  const [leaveOut, setLeaveOut] = useState(false);
  const prepare = useAct(PrepareSettlementDocument);
  const issue = useAct(IssueSettlementDocument);
  const reissue = useAct(ReissueSettlementDocument);
  const confirm = useAct(ConfirmSettlementDocument);
  const { id: settlementId, actions, agreementId, periodEndsOn: month } = settlement;
  const problem = prepare.problem ?? issue.problem ?? reissue.problem ?? confirm.problem;
  const issuing = actions.includes('ISSUE') || actions.includes('REISSUE');
  const then = async (done: Promise<unknown>, text: string): Promise<void> => {
    if (await done) tell({ text });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {issuing && <CheckField label={t('act.leaveOut')} checked={leaveOut} onChange={setLeaveOut} />}
      <Row>
        {actions.includes('CONFIRM') && (
          <Button
            kind="main"
            isBusy={confirm.isBusy}
            onClick={() => void then(confirm.act({ input: { settlementId } }), t('done.confirmed'))}
          >
            {t('act.confirm')}
          </Button>
        )}
        {actions.includes('ISSUE') && (
          <Button
            kind="main"
            isBusy={issue.isBusy}
            onClick={() => void then(issue.act({ input: { settlementId, leaveOut } }), t('done.issued'))}
          >
            {t('act.issue')}
          </Button>
        )}
        {actions.includes('REISSUE') && (
          <Button
            kind="main"
            isBusy={reissue.isBusy}
            onClick={() => void then(reissue.act({ input: { settlementId, leaveOut } }), t('done.issued'))}
          >
            {t('act.reissue')}
          </Button>
        )}
        {actions.includes('PREPARE') && (
          <Button
            isBusy={prepare.isBusy}
            onClick={() => void then(prepare.act({ input: { agreementId, month } }), t('done.prepared'))}
          >
            {t('act.prepare')}
          </Button>
        )}
      </Row>
    </>
  );
}
