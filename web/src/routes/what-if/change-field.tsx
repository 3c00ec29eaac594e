import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../ui/form';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { RegionField } from '../../ui/region/region-field';
import { amountOf, type ChangeDraft, type ChangeField as Field, isNeeded } from './change.rules';
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
  const { t } = useTranslation(['whatIf', 'common']);
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
      return (
        <SelectField
          label={t('field.wageUnit')}
          path={`${path}.wageUnit`}
          value={draft.wageUnit}
          onChange={(unit) => change({ wageUnit: wageUnits.find((known) => known === unit) ?? 'HOUR' })}
          options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
        />
      );
    case 'level':
      return (
        <SelectField
          label={t('field.level')}
          path={`${path}.level`}
          value={draft.level}
          onChange={(level) => change({ level })}
          options={levels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
        />
      );
    default: {
      const { label, name, ...limits } = amountOf(kind, field);
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
  }
}

function labelOfOccupation(
  { kind }: ChangeDraft,
  field: 'occupation' | 'fromOccupation',
): 'field.fromOccupation' | 'field.into' | 'field.occupation' | 'scope.occupation' {
  if (field === 'fromOccupation') return 'field.fromOccupation';
  if (kind === 'TRAINING') return 'field.into';
  return isNeeded(kind, field) ? 'field.occupation' : 'scope.occupation';
}
