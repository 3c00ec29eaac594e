import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type BookingFragment, CorrectRecordDocument, FulfilBookingDocument } from './bookings.graphql.ts';
import { hoursOf, minutesOf } from './capacity.rules';

interface RecordStepProps {
  readonly booking: BookingFragment;
  /** An answer to an objection, rather than the first record. */
  readonly isCorrection: boolean;
}

/** The hours that were really worked on each booked day. */
export function RecordStep({ booking, isCorrection }: RecordStepProps): ReactNode {
  const { t } = useTranslation('capacity');
  return (
    <Ask label={t(isCorrection ? 'record.correct' : 'record.label')} kind="main">
      {(close) => <RecordForm booking={booking} isCorrection={isCorrection} onClose={close} />}
    </Ask>
  );
}

function RecordForm({ booking, isCorrection, onClose }: RecordStepProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const { weekday, number } = useFormats();
  const tell = useToast();
  const fulfil = useAct(FulfilBookingDocument);
  const correct = useAct(CorrectRecordDocument);
  const { act, isBusy, problem } = isCorrection ? correct : fulfil;
  const [note, setNote] = useState(isCorrection ? '' : booking.recordNote);
  const [hours, setHours] = useState<readonly string[]>(() =>
    booking.days.map(({ minutes, recordedMinutes }) => String(hoursOf(recordedMinutes ?? minutes))),
  );
  const label = t(isCorrection ? 'record.correct' : 'record.label');
  const record = async (): Promise<void> => {
    const days = booking.days.map(({ day }, place) => ({ day, minutes: minutesOf(hours[place] ?? '0') }));
    if (!(await act({ input: { capacityBookingId: booking.id, days, note } }))) return;
    tell({ text: t('record.done') });
    onClose();
  };
  return (
    <Form label={label} problem={problem} onSubmit={() => void record()}>
      <p>{t('record.explain')}</p>
      <Columns least="s">
        {booking.days.map(({ day, minutes }, place) => (
          <TextField
            key={day}
            label={t('record.on', { day: weekday(day) })}
            hint={t('record.booked', { hours: number(hoursOf(minutes)) })}
            path={`days.${place}.minutes`}
            type="number"
            required
            min={0}
            max={hoursOf(minutes)}
            step="any"
            value={hours[place] ?? ''}
            onChange={(value) => setHours(hours.with(place, value))}
          />
        ))}
      </Columns>
      <TextAreaField label={t('record.note')} path="note" maxLength={500} rows={2} value={note} onChange={setNote} />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {label}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
