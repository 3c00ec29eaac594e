import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { OccupationField } from '../../ui/occupation/occupation-field';
import styles from './lender.module.css';
import type { WageUnit } from './lender.graphql.ts';
import type { LineDraft } from './surplus.rules';

const levels = ['1', '2', '3', '4', '5'] as const;
const wageUnits: readonly WageUnit[] = ['HOUR', 'DAY', 'MONTH', 'PIECE'];

interface LineFieldsProps {
  readonly line: LineDraft;
  readonly index: number;
  readonly change: (part: Partial<LineDraft>) => void;
  /** Missing for the only line. */
  readonly onRemove: (() => void) | undefined;
}

/** Whom a line offers, how many, and on what conditions. */
export function LineFields({ line, index, change, onRemove }: LineFieldsProps): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  const path = `lines.${String(index)}`;
  return (
    <fieldset className={styles.line}>
      <legend>{t('new.line', { number: index + 1 })}</legend>
      <OccupationField
        label={t('new.occupation')}
        value={line.occupation}
        onChange={(occupation) => change({ occupation })}
      />
      <Columns least="s">
        <TextField
          label={t('new.headcount')}
          path={`${path}.headcount`}
          type="number"
          min={1}
          max={1000}
          required
          value={line.headcount}
          onChange={(headcount) => change({ headcount })}
        />
        <SelectField
          label={t('new.level')}
          path={`${path}.level`}
          value={line.level}
          onChange={(level) => change({ level })}
          options={levels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
        />
      </Columns>
      <Conditions line={line} path={path} change={change} />
      {onRemove && (
        <Row>
          <Button onClick={onRemove}>{t('new.removeLine', { number: index + 1 })}</Button>
        </Row>
      )}
    </fieldset>
  );
}

interface ConditionsProps extends Pick<LineFieldsProps, 'line' | 'change'> {
  readonly path: string;
}

function Conditions({ line, path, change }: ConditionsProps): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  return (
    <Columns least="s">
      <TextField
        label={t('new.wage')}
        path={`${path}.wageFloorFen`}
        type="number"
        min={0}
        step={0.01}
        required
        value={line.wage}
        onChange={(wage) => change({ wage })}
      />
      <SelectField
        label={t('new.wageUnit')}
        path={`${path}.wageUnit`}
        value={line.wageUnit}
        onChange={(unit) => change({ wageUnit: wageUnits.find((known) => known === unit) ?? 'HOUR' })}
        options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
      />
      <TextField
        label={t('new.radius')}
        path={`${path}.radiusM`}
        type="number"
        min={0}
        required
        value={line.radius}
        onChange={(radius) => change({ radius })}
      />
      <TextField
        label={t('new.relocation')}
        hint={t('new.relocationHint')}
        path={`${path}.relocationRadiusM`}
        type="number"
        min={0}
        value={line.relocation}
        onChange={(relocation) => change({ relocation })}
      />
    </Columns>
  );
}
