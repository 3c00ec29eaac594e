import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { ContractFields } from './contract-fields';
import { blankContract, type ContractDraft, contractInput } from './contract.rules';
import { RecordEmploymentDocument } from './lender.graphql.ts';

interface ContractDialogProps {
  /** Whose contract; undefined: the dialog is closed. */
  readonly worker: { readonly id: string; readonly name: string } | undefined;
  /** What is stated so far. */
  readonly known?: ContractDraft;
  readonly onClose: () => void;
}

/** States a worker's labour contract, or corrects it. Mount it anew, by a key, for each worker. */
export function ContractDialog({ worker, known = blankContract, onClose }: ContractDialogProps): ReactNode {
  const { t } = useTranslation('lender');
  const tell = useToast();
  const [contract, setContract] = useState(known);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(RecordEmploymentDocument);
  const submit = async (workerId: string): Promise<void> => {
    if (!(await act({ input: contractInput(contract, workerId, idempotencyKey) }))) return;
    tell({ text: t('contract.done') });
    onClose();
  };
  return (
    <Dialog title={t('contract.of', { name: worker?.name })} isOpen={worker !== undefined} onClose={onClose}>
      {worker && (
        <Form label={t('contract.title')} problem={problem} onSubmit={() => void submit(worker.id)}>
          <p className="soft">{t('contract.what')}</p>
          <ContractFields contract={contract} onChange={setContract} />
          <Row>
            <Button kind="main" type="submit" isBusy={isBusy}>
              {t('contract.go')}
            </Button>
            <Button onClick={onClose}>{t('name.cancel')}</Button>
          </Row>
        </Form>
      )}
    </Dialog>
  );
}
