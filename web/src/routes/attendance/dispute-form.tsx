import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { CheckField, Form, TextField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { type DayOfWorkFragment, DisputeDayDocument } from './attendance.graphql.ts';
import { draftOf, isFilled, timesOf } from './attendance.rules';
import { TimesFields } from './times-fields';

interface DisputeFormProps {
  readonly day: DayOfWorkFragment;
  readonly onDone: () => void;
}

/** “Not right”: why, and what is right, where one knows it. */
export function DisputeForm({ day, onDone }: DisputeFormProps): ReactNode {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(DisputeDayDocument);
  const [reason, setReason] = useState('');
  const [hasTimes, setHasTimes] = useState(true);
  const [draft, setDraft] = useState(() => draftOf(day));
  const send = async (): Promise<void> => {
    const claim = hasTimes ? timesOf(day.day, draft) : null;
    if (!(await act({ input: { attendanceId: day.id, reason, claim } }))) return;
    tell({ text: t('dispute.sent') });
    onDone();
  };
  return (
    <Form label={t('dispute.title')} problem={problem} onSubmit={() => void send()}>
      <TextField required label={t('dispute.why')} path="reason" value={reason} onChange={setReason} />
      <CheckField label={t('dispute.hasTimes')} checked={hasTimes} onChange={setHasTimes} />
      {hasTimes && <TimesFields draft={draft} at="claim." onChange={(part) => setDraft({ ...draft, ...part })} />}
      <Button kind="main" type="submit" isBusy={isBusy} disabled={hasTimes && !isFilled(draft)}>
        {t('dispute.send')}
      </Button>
    </Form>
  );
}
