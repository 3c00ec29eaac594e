import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { RecordOwnWorkDocument } from './attendance.graphql.ts';

interface OwnWorkFormProps {
  readonly workerId: string;
  readonly name: string;
}

/** Hours at one's own plant beside the loan: the guard of hours sums both. */
export function OwnWorkForm({ workerId, name }: OwnWorkFormProps): ReactNode {
  const { t } = useTranslation('attendance');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RecordOwnWorkDocument);
  const [day, setDay] = useState(inDays(0));
  const [hours, setHours] = useState('');
  const record = async (): Promise<void> => {
    const input = { workerId, day, minutes: Math.round(Number(hours) * 60) };
    if (!(await act({ input }))) return;
    tell({ text: t('own.done', { name }) });
    setHours('');
  };
  return (
    <details>
      <summary>{t('own.title')}</summary>
      <Form label={t('own.titleOf', { name })} problem={problem} onSubmit={() => void record()}>
        <p className="soft">{t('own.what')}</p>
        <Columns least="s">
          <TextField type="date" required label={t('own.day')} path="day" value={day} onChange={setDay} />
          <TextField
            inputMode="decimal"
            pattern="\d{1,2}([.]\d)?"
            required
            label={t('own.hours')}
            path="minutes"
            value={hours}
            onChange={setHours}
          />
        </Columns>
        <Button type="submit" isBusy={isBusy}>
          {t('own.go')}
        </Button>
      </Form>
    </details>
  );
}
