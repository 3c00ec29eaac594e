import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../ui/form';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { RegionField } from '../../ui/region/region-field';
import {
  type AmountField as Amount,
  amountOf,
  type ChangeDraft,
  type ChangeField as Field,
  isNeeded,
} from './change.rules';
import { HostField } from './host-field';

const levels = ['1', '2', '3', '4', '5'] as const;
const wageUnits = ['HOUR', 'DAY', 'MONTH', 'PIECE'] as const;

interface ChangeFieldProps {
  readonly field: Field;
  readonly draft: ChangeDraft;
  /** Of the change, below the input. */
  readonly path: string;
  readonly change: (part: Partial<ChangeDraft>) => void;
}

/** One field of a change, by what it takes. */
export function ChangeField({ field, draft, path, change }: ChangeFieldProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const { kind } = draft;
  switch (field) {
    case 'region':
    case 'fromRegion':
      return (
        <RegionField
          label={t(field === 'region' && !isNeeded(kind, field) ? 'scope.region' : `field.${field}`)}
          value={draft[field]}
          onChange={(region) => change({ [field]: region })}
          isRequired={isNeeded(kind, field)}
        />
      );
    case 'occupation':
    case 'fromOccupation':
      return (
        <OccupationField
          label={t(labelOfOccupation(draft, field))}
          value={draft[field]}
          onChange={(occupation) => change({ [field]: occupation })}
          isRequired={isNeeded(kind, field)}
        />
      );
    case 'host':
      return <HostField value={draft.host} onChange={(host) => change({ host })} />;
    case 'wageUnit':
    case 'level':
      return <ChoiceField field={field} draft={draft} path={path} change={change} />;
    case 'wage':
    case 'km':
    case 'lowerBy':
    case 'percent':
    case 'workers':
    case 'seats':
      return <AmountField field={field} draft={draft} path={path} change={change} />;
  }
}

function ChoiceField(props: ChangeFieldProps & { readonly field: 'wageUnit' | 'level' }): ReactNode {
  const { field, draft, path, change } = props;
  const { t } = useTranslation(['whatIf', 'common']);
  return (
    <SelectField
      label={t(`field.${field}`)}
      path={`${path}.${field}`}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
      options={
        field === 'level'
          ? levels.map((value) => ({ value, label: t(`common:level.${value}`) }))
          : wageUnits.map((value) => ({ value, label: t(`common:wageUnit.${value}`) }))
      }
    />
  );
}

function AmountField(props: ChangeFieldProps & { readonly field: Amount }): ReactNode {
  const { field, draft, path, change } = props;
  const { t } = useTranslation('whatIf');
  const { label, name, ...limits } = amountOf(draft.kind, field);
  return (
    <TextField
      label={t(`field.${label}`)}
      path={`${path}.${name}`}
      type="number"
      required
      {...limits}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

function labelOfOccupation(
  { kind }: ChangeDraft,
  field: 'occupation' | 'fromOccupation',
): 'field.fromOccupation' | 'field.into' | 'field.occupation' | 'scope.occupation' {
  if (field === 'fromOccupation') return 'field.fromOccupation';
  if (kind === 'TRAINING') return 'field.into';
  return isNeeded(kind, field) ? 'field.occupation' : 'scope.occupation';
}
