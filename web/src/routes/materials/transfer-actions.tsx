import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsDialog } from '../../ui/act/words-form';
import { Row } from '../../ui/layout';
import { ShortfallStep } from './shortfall-step';
import { QuantityStep } from './step-form';
import { toAccept, type Transfer } from './transfer.rules';
import {
  AcceptDocument,
  DeclineDocument,
  DeliverDocument,
  DisputeDocument,
  ReleaseDocument,
  ResolveDisputeDocument,
  ReturnMaterialDocument,
} from './transfers.graphql.ts';

interface ActionsProps {
  readonly transfer: Transfer;
}

/** What one may do with a transfer now: just what the API says. */
export function TransferActions({ transfer }: ActionsProps): ReactNode {
  const { actions } = transfer;
  if (actions.length === 0) return null;
  return (
    <Row>
      {actions.includes('DELIVER') && <Deliver transfer={transfer} />}
      {actions.includes('ACCEPT') && <Accept transfer={transfer} />}
      {actions.includes('DISPUTE') && <Dispute transfer={transfer} />}
      {actions.includes('RESOLVE') && <Resolve transfer={transfer} />}
      {actions.includes('RETURN') && <Return transfer={transfer} />}
      {actions.includes('SETTLE_SHORTFALL') && <ShortfallStep transfer={transfer} />}
      {actions.includes('DECLINE') && <Decline transfer={transfer} />}
      {actions.includes('RELEASE') && <Release transfer={transfer} />}
    </Row>
  );
}

function Deliver({ transfer: { id, quantity, lot } }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <QuantityStep
      label={t('deliver.label')}
      explain={t('deliver.explain', { percent: lot.tolerancePercent })}
      material={lot.kind}
      first={quantity}
      words={[
        { path: 'deliveryNote', label: t('deliver.note'), maxLength: 60 },
        { path: 'reason', label: t('deliver.reason'), maxLength: 300, isLong: true, isOptional: true },
      ]}
      document={DeliverDocument}
      input={(weighed, { deliveryNote = '', reason = '' }) => ({
        ...{ transferId: id, quantity: weighed, deliveryNote },
        ...(reason !== '' && { reason }),
      })}
      done={t('deliver.done')}
    />
  );
}

function Accept({ transfer }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  const { id, lot, state } = transfer;
  return (
    <QuantityStep
      label={t('accept.label')}
      explain={state === 'DISPUTED' ? t('accept.offered') : t('accept.explain', { percent: lot.tolerancePercent })}
      material={lot.kind}
      first={toAccept(transfer)}
      document={AcceptDocument}
      input={(quantity) => ({ transferId: id, quantity })}
      done={t('accept.done')}
    />
  );
}

function Dispute({ transfer }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  const { id, lot } = transfer;
  return (
    <QuantityStep
      label={t('dispute.label')}
      kind="plain"
      explain={t('dispute.explain')}
      material={lot.kind}
      first={toAccept(transfer)}
      mayBeNothing
      words={[{ path: 'reason', label: t('dispute.reason'), maxLength: 500, isLong: true }]}
      document={DisputeDocument}
      input={(quantity, { reason = '' }) => ({ transferId: id, quantity, reason })}
      done={t('dispute.done')}
    />
  );
}

function Resolve({ transfer: { id, lot, claimedQuantity, quantity } }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <QuantityStep
      label={t('resolve.label')}
      explain={t('resolve.explain')}
      material={lot.kind}
      first={claimedQuantity ?? quantity}
      mayBeNothing
      words={[{ path: 'note', label: t('resolve.note'), maxLength: 500, isLong: true, isOptional: true }]}
      document={ResolveDisputeDocument}
      input={(figure, { note = '' }) => ({ transferId: id, quantity: figure, note })}
      done={t('resolve.done')}
    />
  );
}

function Return({ transfer: { id, lot, stock } }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <QuantityStep
      label={t('return.label')}
      explain={t('return.explain')}
      material={lot.kind}
      first={stock.onLoan}
      words={[{ path: 'note', label: t('return.note'), maxLength: 300, isLong: true, isOptional: true }]}
      document={ReturnMaterialDocument}
      input={(quantity, { note = '' }) => ({
        ...{ idempotencyKey: crypto.randomUUID(), transferId: id, quantity, note },
      })}
      done={t('return.done')}
    />
  );
}

function Decline({ transfer: { id } }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <WordsDialog
      label={t('decline.label')}
      kind="bad"
      explain={t('decline.explain')}
      field={t('decline.reason')}
      path="reason"
      maxLength={300}
      document={DeclineDocument}
      variables={(reason) => ({ input: { transferId: id, reason } })}
      done={t('decline.done')}
    />
  );
}

function Release({ transfer: { id } }: ActionsProps): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <WordsDialog
      label={t('release.label')}
      kind="bad"
      explain={t('release.explain')}
      field={t('release.reason')}
      path="reason"
      maxLength={300}
      isOptional
      document={ReleaseDocument}
      variables={(reason) => ({ input: { transferId: id, reason: reason === '' ? null : reason } })}
      done={t('release.done')}
    />
  );
}
