import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError, useClient } from 'urql';
import { type Problem, problemOf } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { ContractFields } from './contract-fields';
import { blankContract, contractInput } from './contract.rules';
import { ListingHeadsDocument, RecordEmploymentDocument } from './lender.graphql.ts';

/** States the same dates for every named head whose contract is not stated yet. */
export function ContractForAll({ listingId }: { readonly listingId: string }): ReactNode {
  const { t } = useTranslation('lender');
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <div>
        <Button onClick={() => setOpen(true)}>{t('contract.all')}</Button>
      </div>
      <Dialog title={t('contract.all')} isOpen={isOpen} onClose={close}>
        <ForAllForm listingId={listingId} onClose={close} />
      </Dialog>
    </>
  );
}

interface ForAllFormProps {
  readonly listingId: string;
  readonly onClose: () => void;
}

function ForAllForm({ listingId, onClose }: ForAllFormProps): ReactNode {
  const { t } = useTranslation('lender');
  const tell = useToast();
  const [contract, setContract] = useState(blankContract);
  const { run, isBusy, problem } = useForAll(listingId);
  const submit = async (): Promise<void> => {
    const count = await run((workerId) => contractInput(contract, workerId, crypto.randomUUID()));
    if (count === undefined) return;
    tell({ text: t('contract.allDone', { count }) });
    onClose();
  };
  return (
    <Form label={t('contract.all')} problem={problem} onSubmit={() => void submit()}>
      <p className="soft">{t('contract.allWhat')}</p>
      <ContractFields contract={contract} onChange={setContract} isForMany />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('contract.go')}
        </Button>
        <Button onClick={onClose}>{t('name.cancel')}</Button>
      </Row>
    </Form>
  );
}

/** One after the other; a fault stops it, and what was stated before stays: another try goes on from there. */
function useForAll(listingId: string) {
  const { t } = useTranslation();
  const api = useClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const offline = t('state.offline');
  const missing = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const variables: { listingId: string; named: boolean; after: string | null } = { listingId, named: true, after };
      const { data, error } = await api.query(ListingHeadsDocument, variables, { requestPolicy: 'network-only' });
      if (error) throw error;
      if (!data) return found;
      const { edges, pageInfo } = data.surplusHeads;
      found.push(...edges.filter(({ node }) => node.employment === null).map(({ node }) => node.workerId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return found;
  };
  const run = async (inputOf: (workerId: string) => ReturnType<typeof contractInput>): Promise<number | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const workers = await missing();
      for (const workerId of workers) {
        const { error } = await api.mutation(RecordEmploymentDocument, { input: inputOf(workerId) });
        if (error) throw error;
      }
      return workers.length;
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      setProblem(problemOf(error, offline));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, problem };
}
