import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { type DayOfWorkFragment, ResolveDayDocument } from './attendance.graphql.ts';
import { DisputeForm } from './dispute-form';
import { CorrectForm } from './record-form';
import { useConfirm } from './use-confirm';

/** What one can do with a day now: as the API says. */
export function DaySteps({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { confirm, isBusy, problem } = useConfirm();
  const resolve = useAct(ResolveDayDocument);
  const [form, setForm] = useState<'dispute' | 'correct'>();
  const { actions, id } = day;
  const has = (action: (typeof actions)[number]): boolean => actions.includes(action);
  const end = async (outcome: 'CLAIM' | 'KEEP'): Promise<void> => {
    if (await resolve.act({ input: { attendanceId: id, outcome } })) tell({ text: t('dispute.ended') });
  };
  const close = (): void => setForm(undefined);
  const fault = problem ?? resolve.problem?.message;
  if (actions.length === 0) return null;
  return (
    <>
      {fault !== undefined && <Notice tone="bad">{fault}</Notice>}
      <Row>
        {has('CONFIRM') && (
          <Button kind="main" isBusy={isBusy} onClick={() => void confirm([id])}>
            {t('confirm.go')}
          </Button>
        )}
        {has('ACCEPT_CLAIM') && (
          <Button kind="main" isBusy={resolve.isBusy} onClick={() => void end('CLAIM')}>
            {t('dispute.accept')}
          </Button>
        )}
        {has('DROP_DISPUTE') && (
          <Button isBusy={resolve.isBusy} onClick={() => void end('KEEP')}>
            {t('dispute.drop')}
          </Button>
        )}
        {has('CORRECT') && <Button onClick={() => setForm('correct')}>{t('correct.open')}</Button>}
        {has('DISPUTE') && !has('CORRECT') && <Button onClick={() => setForm('dispute')}>{t('dispute.open')}</Button>}
      </Row>
      <Dialog
        title={t(form === 'correct' ? 'correct.title' : 'dispute.title')}
        isOpen={form !== undefined}
        onClose={close}
      >
        {form === 'correct' ? <CorrectForm day={day} onDone={close} /> : <DisputeForm day={day} onDone={close} />}
        <Button onClick={close}>{t('cancel')}</Button>
      </Dialog>
    </>
  );
}
