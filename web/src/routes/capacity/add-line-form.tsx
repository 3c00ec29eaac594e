import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useEvery } from '../../api/every';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { type MachineType, WithMachineTypes } from './catalogue';
import { AddLineDocument, MyWorkshopsDocument, type MyWorkshopsQuery } from './lines.graphql.ts';
import { plainShifts, shiftsInput } from './shift.rules';
import { ShiftFields } from './shift-fields';

const none = {};
const workshopsIn = ({ myWorkshops }: MyWorkshopsQuery) => myWorkshops;
type Workshop = MyWorkshopsQuery['myWorkshops']['edges'][number]['node'];

interface AddLineFormProps {
  readonly onClose: () => void;
}

/** Machines of one type that work the same shifts. */
export function AddLineForm({ onClose }: AddLineFormProps): ReactNode {
  const { t } = useTranslation('capacity');
  const [workshops, again] = useEvery(MyWorkshopsDocument, none, workshopsIn);
  return (
    <Answer of={workshops} onRetry={again}>
      {(found) =>
        found.length === 0 ? (
          <Empty action={<Button onClick={onClose}>{t('line.understood')}</Button>}>{t('line.noWorkshop')}</Empty>
        ) : (
          <WithMachineTypes>
            {(types) => <LineForm workshops={found} types={types} onClose={onClose} />}
          </WithMachineTypes>
        )
      }
    </Answer>
  );
}

interface LineFormProps extends AddLineFormProps {
  readonly workshops: readonly Workshop[];
  readonly types: readonly MachineType[];
}

function LineForm({ workshops, types, onClose }: LineFormProps): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(AddLineDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [workshopId, setWorkshopId] = useState(workshops[0]?.id ?? '');
  const [machineTypeId, setMachineTypeId] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [shifts, setShifts] = useState(plainShifts);
  const type = types.find(({ id }) => id === machineTypeId);
  const add = async (): Promise<void> => {
    const attributes = (type?.attributes ?? []).flatMap((attribute) => {
      const value = values[attribute.name];
      return value ? [{ name: attribute.name, value: Number(value) }] : [];
    });
    const input = { idempotencyKey, name, workshopId, machineTypeId, attributes, ...shiftsInput(shifts) };
    if (!(await act({ input }))) return;
    tell({ text: t('line.added') });
    onClose();
  };
  return (
    <Form label={t('line.add')} problem={problem} onSubmit={() => void add()}>
      <TextField label={t('line.name')} path="name" required maxLength={100} value={name} onChange={setName} />
      <SelectField
        label={t('line.workshop')}
        path="workshopId"
        value={workshopId}
        onChange={setWorkshopId}
        options={workshops.map((workshop) => ({ value: workshop.id, label: workshop.name }))}
      />
      <SelectField
        label={t('line.type')}
        path="machineTypeId"
        required
        value={machineTypeId}
        onChange={setMachineTypeId}
        options={[
          { value: '', label: t('line.chooseType') },
          ...types.map(({ id, name: typeName, process }) => ({ value: id, label: `${process.name} · ${typeName}` })),
        ]}
      />
      <Attributes type={type} values={values} onChange={setValues} />
      <ShiftFields shifts={shifts} change={setShifts} />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('line.add')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}

interface AttributesProps {
  readonly type: MachineType | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** What the machines can do: customers look for it. */
function Attributes({ type, values, onChange }: AttributesProps): ReactNode {
  if (!type) return null;
  return (
    <Columns least="s">
      {type.attributes.map(({ name, label, unit }) => (
        <TextField
          key={name}
          label={`${label} (${unit})`}
          type="number"
          step="any"
          value={values[name] ?? ''}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </Columns>
  );
}
