import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useEvery } from '../../api/every';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { bookedFen, freeDays, hoursOf, minutesOf, most, type WantedHours, withDay } from './capacity.rules';
import { HoldDocument, MyOpenStepsDocument, type MyOpenStepsQuery, type WindowFragment } from './windows.graphql.ts';
import { useWords } from './words';

interface HoldFormProps {
  readonly window: WindowFragment;
  readonly onClose: () => void;
}

/** Which days of a window, how many hours of each, for which step of one's own requests. */
export function HoldForm({ window, onClose }: HoldFormProps): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const { money } = useFormats();
  const tell = useToast();
  const words = useWords();
  const { act, isBusy, problem } = useAct(HoldDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [wanted, setWanted] = useState<WantedHours>(new Map<string, string>());
  const [step, setStep] = useState('');
  const [capacityRequestId, stepNumber] = step.split(' ');
  const freeOf = (day: string): number => {
    const free = window.days.find((one) => one.day === day)?.freeMinutes ?? 0;
    return most(day, free, { days: [...wanted.keys()], setupMinutes: window.setupMinutes });
  };
  const hold = async (): Promise<void> => {
    const days = [...wanted].map(([day, hours]) => ({ day, minutes: minutesOf(hours) }));
    const input = {
      ...{ idempotencyKey, capacityWindowId: window.id, days },
      ...(step !== '' && { capacityRequestId, step: Number(stepNumber) }),
    };
    if (!(await act({ input }))) return;
    tell({ text: t('hold.done') });
    onClose();
  };
  return (
    <Form label={t('hold.label')} problem={problem} onSubmit={() => void hold()}>
      <p>{t('hold.pick')}</p>
      <HeatCalendar
        label={t('hold.days')}
        days={freeDays(window.days, words.days)}
        picked={new Set(wanted.keys())}
        onPick={(day) => setWanted(withDay(wanted, day, freeOf(day)))}
      />
      <HoursOfDays wanted={wanted} freeOf={freeOf} onChange={setWanted} />
      <StepChoice window={window} value={step} onChange={setStep} />
      {wanted.size > 0 && (
        <p>{t('hold.about', { amount: money(bookedFen(wanted, window)), setup: words.hours(window.setupMinutes) })}</p>
      )}
      <p className="soft">{t('hold.next')}</p>
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy} disabled={wanted.size === 0}>
          {t('hold.confirm')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}

interface HoursOfDaysProps {
  readonly wanted: WantedHours;
  readonly freeOf: (day: string) => number;
  readonly onChange: (wanted: WantedHours) => void;
}

function HoursOfDays({ wanted, freeOf, onChange }: HoursOfDaysProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { weekday } = useFormats();
  return (
    <Columns least="s">
      {[...wanted].map(([day, hours], place) => (
        <TextField
          key={day}
          label={t('hold.hoursOn', { day: weekday(day) })}
          path={`days.${place}.minutes`}
          type="number"
          required
          min={0.01}
          max={hoursOf(freeOf(day))}
          step="any"
          value={hours}
          onChange={(value) => onChange(new Map(wanted).set(day, value))}
        />
      ))}
    </Columns>
  );
}

const none = {};
const requestsIn = ({ myCapacityRequests }: MyOpenStepsQuery) => myCapacityRequests;

interface StepChoiceProps {
  readonly window: WindowFragment;
  readonly value: string;
  readonly onChange: (step: string) => void;
}

/** Only where a step of one's own lacks just this process. */
function StepChoice({ window, value, onChange }: StepChoiceProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { date } = useFormats();
  const words = useWords();
  const [{ data }] = useEvery(MyOpenStepsDocument, none, requestsIn);
  const processId = window.line.machineType.process.id;
  const fitting = (data ?? []).flatMap(({ id, reference, dueDate, steps }) =>
    steps
      .filter(({ process, unmetMinutes }) => process.id === processId && unmetMinutes > 0)
      .map(({ step, unmetMinutes }) => ({
        value: `${id} ${String(step)}`,
        label: t('hold.oneStep', { reference, step, lacking: words.hours(unmetMinutes), by: date(dueDate) }),
      })),
  );
  if (fitting.length === 0) return null;
  return (
    <SelectField
      label={t('hold.step')}
      path="capacityRequestId"
      value={value}
      onChange={onChange}
      options={[{ value: '', label: t('hold.noStep') }, ...fitting]}
    />
  );
}
