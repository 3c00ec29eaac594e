import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { WorkerNotice } from './notice';
import styles from './worker.module.css';
import { ConfirmTermsDocument, type MyPlacementFragment } from './worker.graphql.ts';

/** Whether the worker may confirm the terms of a placement now. */
export function mayConfirm({ actions, notice }: MyPlacementFragment): boolean {
  return actions.includes('CONFIRM_TERMS') && notice !== null;
}

/** The terms of a placement: to read, and before the first day to confirm. */
export function PlacementTerms({ placement }: { readonly placement: MyPlacementFragment }): ReactNode {
  const { t } = useTranslation('worker');
  const { id, notice } = placement;
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ConfirmTermsDocument);
  if (!notice) return null;
  const confirm = async (): Promise<void> => {
    if (await act({ input: { placementId: id, noticeHash: notice.hash } })) tell({ text: t('terms.done') });
  };
  return (
    <>
      <WorkerNotice notice={notice} />
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {mayConfirm(placement) && (
        <>
          <p>{t('terms.what')}</p>
          <div className={styles.one}>
            <Button kind="main" isBusy={isBusy} onClick={() => void confirm()}>
              {t('terms.confirm')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
