import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { CancelRunDocument, RequestRunDocument } from './matching.graphql.ts';

export function RequestRun({ marketId }: { readonly marketId: string }): ReactNode {
  const { t } = useTranslation('matching');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RequestRunDocument);
  const request = async (): Promise<void> => {
    if (await act({ input: { marketId } })) tell({ text: t('run.requested') });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button kind="main" isBusy={isBusy} onClick={() => void request()}>
        {t('run.request')}
      </Button>
    </>
  );
}

/** Nothing is lost by it: another run can be asked for at once. */
export function CancelRun({ runId, marketId }: { readonly runId: string; readonly marketId: string }): ReactNode {
  const { t } = useTranslation('matching');
  const tell = useToast();
  const cancel = useAct(CancelRunDocument);
  const again = useAct(RequestRunDocument);
  const problem = cancel.problem ?? again.problem;
  const callOff = async (): Promise<void> => {
    if (!(await cancel.act({ input: { runId } }))) return;
    const run = (): void => void again.act({ input: { marketId } });
    tell({ text: t('run.cancelled'), undo: { label: t('run.again'), run } });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button kind="bad" isBusy={cancel.isBusy} onClick={() => void callOff()}>
        {t('run.cancel')}
      </Button>
    </>
  );
}
