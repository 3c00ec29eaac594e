import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { ApplyDocument, MyApplicationsDocument, WithdrawApplicationDocument } from './apply.graphql.ts';

/** One tap to say that one wants a job, and one to take it back. */
export function ApplyButton({ needId }: { readonly needId: string }): ReactNode {
  const { t } = useTranslation();
  const tell = useToast();
  const standing = useStandingApplication(needId);
  const apply = useAct(ApplyDocument);
  const withdraw = useAct(WithdrawApplicationDocument);
  const problem = apply.problem ?? withdraw.problem;
  const takeBack = async (applicationId: string): Promise<void> => {
    if (await withdraw.act({ input: { applicationId } })) tell({ text: t('apply.withdrawn') });
  };
  const send = async (): Promise<void> => {
    // A key of its own for each try: who took an application back may apply anew. The API refuses a second standing one.
    const done = await apply.act({ input: { needId, idempotencyKey: crypto.randomUUID(), note: '' } });
    if (!done) return;
    const { id, kind } = done.applyForNeed;
    tell({ text: t(`apply.done.${kind}`), undo: { label: t('apply.undo'), run: () => void takeBack(id) } });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {standing === undefined ? (
        <Button kind="main" isBusy={apply.isBusy} onClick={() => void send()}>
          {t('apply.go')}
        </Button>
      ) : (
        <Row>
          <Tag tone="good">{t('apply.standing')}</Tag>
          <Button isBusy={withdraw.isBusy} onClick={() => void takeBack(standing)}>
            {t('apply.withdraw')}
          </Button>
        </Row>
      )}
    </>
  );
}

/** Id of the worker's application for a need that stands; all buttons of a screen share one question. */
function useStandingApplication(needId: string): string | undefined {
  const context = useMemo(() => ({ additionalTypenames: ['Application'] }), []);
  const [{ data }] = useLiveQuery({ query: MyApplicationsDocument, variables: {}, context });
  const found = data?.myApplications.edges.find(({ node }) => node.state === 'submitted' && node.need?.id === needId);
  return found?.node.id;
}
