import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { type Process, ProcessField } from '../capacity/catalogue';
import { type Kind, KindField } from '../materials/kinds';
import { blankLine, grades, levels, type LineDraft, mostLines, wageUnits } from './lines.rules';
import { legs } from './orders.rules';
import styles from './orders.module.css';
import { useUnitName } from './words';

export interface Catalogue {
  readonly kinds: readonly Kind[];
  readonly processes: readonly Process[];
}

interface LinesProps extends Catalogue {
  /** Whether amounts are for one unit, or for the whole order. */
  readonly of: 'recipe' | 'order';
  readonly lines: readonly LineDraft[];
  /** Says how the lines become others: two fields may change before they are drawn again. */
  readonly onChange: (next: (lines: readonly LineDraft[]) => readonly LineDraft[]) => void;
}

/** What it takes, line by line; processes in the order in which they are done. */
export function LineFields({ lines, onChange, ...rest }: LinesProps): ReactNode {
  const { t } = useTranslation('orders');
  return (
    <div className={styles.lines}>
      {lines.map((line, place) => (
        <OneLine
          key={place}
          {...rest}
          line={line}
          place={place}
          change={(part) => onChange((known) => known.map((one, at) => (at === place ? { ...one, ...part } : one)))}
          onRemove={lines.length > 1 ? () => onChange((known) => known.toSpliced(place, 1)) : undefined}
        />
      ))}
      {lines.length < mostLines && (
        <Row>
          <Button onClick={() => onChange((known) => [...known, blankLine])}>{t('line.add')}</Button>
        </Row>
      )}
    </div>
  );
}

interface OneLineProps extends Omit<LinesProps, 'lines' | 'onChange'> {
  readonly line: LineDraft;
  readonly place: number;
  readonly change: (part: Partial<LineDraft>) => void;
  readonly onRemove: (() => void) | undefined;
}

function OneLine(props: OneLineProps): ReactNode {
  const { t } = useTranslation('orders');
  const { of, line, place, kinds, change, onRemove } = props;
  const { leg, thingId } = line;
  const unit = useUnitName()(kinds.find(({ id }) => id === thingId)?.baseUnit.toLowerCase() ?? '');
  const path = `${of === 'recipe' ? 'lines' : 'requirements'}.${place}`;
  return (
    <fieldset className={styles.line}>
      <legend>{t('line.title', { number: place + 1 })}</legend>
      <Columns least="s">
        <SelectField
          label={t('line.leg')}
          path={`${path}.leg`}
          value={leg}
          onChange={(chosen) => change({ leg: legs.find((known) => known === chosen) ?? 'LABOUR', thingId: '' })}
          options={legs.map((known) => ({ value: known, label: t(`leg.${known}`) }))}
        />
        <ThingField {...props} path={path} />
        <TextField
          label={t(`line.amount.${of}.${leg}`, { unit })}
          path={of === 'recipe' ? `${path}.perUnit` : `${path}.quantity`}
          type="number"
          required
          min={0}
          step="any"
          value={line.amount}
          onChange={(amount) => change({ amount })}
        />
        {of === 'order' && (
          <TextField
            label={t(`line.own.${leg}`, { unit })}
            path={`${path}.ownQuantity`}
            type="number"
            min={0}
            step="any"
            value={line.own}
            onChange={(own) => change({ own })}
          />
        )}
        <TermsFields line={line} unit={unit} path={path} change={change} />
      </Columns>
      {onRemove && (
        <Row>
          <Button kind="quiet" onClick={onRemove}>
            {t('line.remove', { number: place + 1 })}
          </Button>
        </Row>
      )}
    </fieldset>
  );
}

function ThingField({ line, kinds, processes, path, change }: OneLineProps & { readonly path: string }): ReactNode {
  const { t } = useTranslation(['orders', 'materials']);
  const { leg, occupation, thingId } = line;
  switch (leg) {
    case 'LABOUR':
      return (
        <OccupationField
          label={t('line.occupation')}
          value={occupation}
          onChange={(chosen) => change({ occupation: chosen })}
        />
      );
    case 'MATERIAL':
      return (
        <KindField
          label={t('line.kind')}
          path={`${path}.thingId`}
          kinds={kinds}
          blank={t('materials:chooseKind')}
          required
          value={thingId}
          onChange={(kindId) => change({ thingId: kindId })}
        />
      );
    case 'CAPACITY':
      return (
        <ProcessField
          label={t('line.process')}
          path={`${path}.thingId`}
          processes={processes}
          required
          value={thingId}
          onChange={(processId) => change({ thingId: processId })}
        />
      );
  }
}

interface TermsProps extends Pick<OneLineProps, 'line' | 'change'> {
  /** What its material is counted in, in words. */
  readonly unit: string;
  readonly path: string;
}

/** What is asked of people, goods or machines. */
function TermsFields({ line, unit, path, change }: TermsProps): ReactNode {
  const { t } = useTranslation(['orders', 'common', 'materials']);
  const { leg, minLevel, grade, ceiling, wageUnit } = line;
  return (
    <>
      {leg === 'LABOUR' && (
        <SelectField
          label={t('line.level')}
          path={`${path}.minLevel`}
          value={String(minLevel)}
          onChange={(level) => change({ minLevel: Number(level) })}
          options={levels.map((level) => ({ value: String(level), label: t(`common:level.${level}`) }))}
        />
      )}
      {leg === 'MATERIAL' && (
        <SelectField
          label={t('line.grade')}
          path={`${path}.minimumGrade`}
          value={grade}
          onChange={(chosen) => change({ grade: grades.find((known) => known === chosen) ?? 'B' })}
          options={grades.map((known) => ({ value: known, label: t(`materials:grade.${known}`) }))}
        />
      )}
      <TextField
        label={t(`line.ceiling.${leg}`, { unit })}
        path={`${path}.ceilingFen`}
        type="number"
        required={leg === 'LABOUR'}
        min={0.01}
        step={0.01}
        value={ceiling}
        onChange={(yuan) => change({ ceiling: yuan })}
      />
      {leg === 'LABOUR' && (
        <SelectField
          label={t('line.wageUnit')}
          path={`${path}.wageUnit`}
          value={wageUnit}
          onChange={(unit) => change({ wageUnit: wageUnits.find((known) => known === unit) ?? 'HOUR' })}
          options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
        />
      )}
    </>
  );
}
