import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { fenOf, yuanOf } from '../settlements/settlement.rules';
import type { Transfer } from './transfer.rules';
import { SettleShortfallDocument } from './transfers.graphql.ts';
import { useWords } from './words';

/** A price for what of a loan will not come back; it holds when the other names the same. */
export function ShortfallStep({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation('materials');
  return <Ask label={t('shortfall.label')}>{(close) => <ShortfallForm transfer={transfer} onClose={close} />}</Ask>;
}

interface ShortfallFormProps {
  readonly transfer: Transfer;
  readonly onClose: () => void;
}

function ShortfallForm({ transfer, onClose }: ShortfallFormProps): ReactNode {
  const { t } = useTranslation(['materials', 'common']);
  const tell = useToast();
  const words = useWords();
  const { act, isBusy, problem } = useAct(SettleShortfallDocument);
  const { id, side, stock, lot, shortfallTerms } = transfer;
  const theirs = shortfallTerms && shortfallTerms.namedBy !== side ? shortfallTerms.fen : undefined;
  const [amount, setAmount] = useState(theirs === undefined ? '' : yuanOf(theirs));
  const settle = async (): Promise<void> => {
    if (!(await act({ input: { transferId: id, fen: fenOf(amount) } }))) return;
    tell({ text: t('shortfall.done') });
    onClose();
  };
  return (
    <Form label={t('shortfall.label')} problem={problem} onSubmit={() => void settle()}>
      <p>{t('shortfall.explain', { quantity: words.quantity(stock.onLoan, lot.kind.baseUnit) })}</p>
      {theirs !== undefined && <p>{t('shortfall.theirs')}</p>}
      <TextField
        label={t('shortfall.amount')}
        path="fen"
        type="number"
        min={0.01}
        step={0.01}
        required
        value={amount}
        onChange={setAmount}
      />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('shortfall.label')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
