import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import type { Problem } from '../../api/problem';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { type DayOfWorkFragment, CorrectDayDocument, RecordDaysDocument } from './attendance.graphql.ts';
import { draftOf, isFilled, timesOf } from './attendance.rules';
import { TimesFields } from './times-fields';

interface RecordFormProps {
  readonly placementId: string;
  readonly date: string;
  readonly onDone: () => void;
}

/** A day that is not on record yet, as the host states it. */
export function RecordForm({ placementId, date, onDone }: RecordFormProps): ReactNode {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RecordDaysDocument);
  const [refusal, setRefusal] = useState<Problem>();
  const [draft, setDraft] = useState(() => draftOf(null));
  const [key] = useState(() => crypto.randomUUID());
  const record = async (): Promise<void> => {
    const days = [{ placementId, day: date, ...timesOf(date, draft) }];
    const refused = (await act({ input: { idempotencyKey: key, days } }))?.recordAttendance[0];
    if (!refused) return;
    if (!refused.problem) {
      tell({ text: t('record.done') });
      onDone();
      return;
    }
    const { code, message, field } = refused.problem;
    setRefusal({ code, message, fields: new Map(field ? [[field.replace(/^input\./, ''), message]] : []) });
  };
  return (
    <Form label={t('record.title')} problem={problem ?? refusal} onSubmit={() => void record()}>
      <TimesFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Button kind="main" type="submit" isBusy={isBusy} disabled={!isFilled(draft)}>
        {t('record.go')}
      </Button>
    </Form>
  );
}

interface CorrectFormProps {
  readonly day: DayOfWorkFragment;
  readonly onDone: () => void;
}

/** Other times for a day on record; both sides confirm it anew. */
export function CorrectForm({ day, onDone }: CorrectFormProps): ReactNode {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(CorrectDayDocument);
  const [draft, setDraft] = useState(() => draftOf(day));
  const correct = async (): Promise<void> => {
    if (!(await act({ input: { attendanceId: day.id, ...timesOf(day.day, draft), pieces: day.pieces } }))) return;
    tell({ text: t('correct.done') });
    onDone();
  };
  return (
    <Form label={t('correct.title')} problem={problem} onSubmit={() => void correct()}>
      <TimesFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <p className="soft">{t('correct.anew')}</p>
      <Button kind="main" type="submit" isBusy={isBusy} disabled={!isFilled(draft)}>
        {t('correct.go')}
      </Button>
    </Form>
  );
}
