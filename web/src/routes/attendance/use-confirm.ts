import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useToast } from '../../ui/toast';
import { ConfirmDaysDocument } from './attendance.graphql.ts';

/** The most that the API takes at once. */
const most = 200;

interface Confirming {
  readonly confirm: (ids: readonly string[]) => Promise<void>;
  readonly isBusy: boolean;
  /** Why it was refused, all or one of them. */
  readonly problem: string | undefined;
}

/** Says yes to days, many at once. */
export function useConfirm(): Confirming {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ConfirmDaysDocument);
  const [refused, setRefused] = useState<string>();
  const confirm = async (ids: readonly string[]): Promise<void> => {
    const outcomes = (await act({ input: { ids: ids.slice(0, most) } }))?.confirmAttendance;
    if (!outcomes) return;
    const done = outcomes.filter((outcome) => outcome.problem === null).length;
    setRefused(outcomes.find((outcome) => outcome.problem !== null)?.problem?.message);
    if (done > 0) tell({ text: t('confirm.done', { count: done }) });
  };
  return { confirm, isBusy, problem: problem?.message ?? refused };
}
