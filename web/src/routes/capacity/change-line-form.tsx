import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { hoursOf } from './capacity.rules';
import { ChangeLineDocument, type LineFragment } from './lines.graphql.ts';
import { type Shifts, shiftsInput } from './shift.rules';
import { ShiftFields } from './shift-fields';

interface ChangeLineFormProps {
  readonly line: LineFragment;
  readonly onClose: () => void;
}

/** Another name, other shifts; windows that are published keep their days. */
export function ChangeLineForm({ line, onClose }: ChangeLineFormProps): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ChangeLineDocument);
  const [name, setName] = useState(line.name);
  const [shifts, setShifts] = useState<Shifts>(() => ({
    machines: String(line.machines),
    hours: line.shiftMinutes.map((minutes) => String(hoursOf(minutes))),
    worksHolidays: line.worksHolidays,
  }));
  const change = async (): Promise<void> => {
    if (!(await act({ input: { productionLineId: line.id, name, ...shiftsInput(shifts) } }))) return;
    tell({ text: t('line.changed') });
    onClose();
  };
  return (
    <Form label={t('line.change')} problem={problem} onSubmit={() => void change()}>
      <p className="soft">{t('line.changeExplain')}</p>
      <TextField label={t('line.name')} path="name" required maxLength={100} value={name} onChange={setName} />
      <ShiftFields shifts={shifts} change={setShifts} />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('line.save')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
