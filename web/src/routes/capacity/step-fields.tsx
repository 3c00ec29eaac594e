import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import styles from './capacity.module.css';
import { type Process, ProcessField } from './catalogue';
import { blankStep, mostSteps, operatorNeeds, type StepDraft } from './new-request.rules';

interface StepFieldsProps {
  readonly processes: readonly Process[];
  readonly steps: readonly StepDraft[];
  /** Says how the steps become others: two fields may change before they are drawn again. */
  readonly onChange: (next: (steps: readonly StepDraft[]) => readonly StepDraft[]) => void;
}

/** What is done, in the order in which it is done. */
export function StepFields({ processes, steps, onChange }: StepFieldsProps): ReactNode {
  const { t } = useTranslation('capacity');
  return (
    <section className={styles.list}>
      {steps.map((step, place) => (
        <OneStep
          key={place}
          place={place}
          processes={processes}
          step={step}
          change={(part) => onChange((known) => known.map((one, at) => (at === place ? { ...one, ...part } : one)))}
        />
      ))}
      <Row>
        {steps.length < mostSteps && (
          <Button onClick={() => onChange((known) => [...known, blankStep])}>{t('request.addStep')}</Button>
        )}
        {steps.length > 1 && (
          <Button onClick={() => onChange((known) => known.slice(0, -1))}>{t('request.dropStep')}</Button>
        )}
      </Row>
    </section>
  );
}

interface OneStepProps {
  readonly place: number;
  readonly processes: readonly Process[];
  readonly step: StepDraft;
  readonly change: (part: Partial<StepDraft>) => void;
}

function OneStep({ place, processes, step, change }: OneStepProps): ReactNode {
  const { t } = useTranslation('capacity');
  const number = place + 1;
  return (
    <fieldset className={styles.step}>
      <legend>{t('request.stepTitle', { number })}</legend>
      <Columns least="s">
        <ProcessField
          label={t('process')}
          path={`steps.${place}.processId`}
          processes={processes}
          required
          value={step.processId}
          onChange={(processId) => change({ processId })}
        />
        <TextField
          label={t('request.hours')}
          path={`steps.${place}.minutes`}
          type="number"
          min={0.01}
          step="any"
          required
          value={step.hours}
          onChange={(hours) => change({ hours })}
        />
        <SelectField
          label={t('find.operators')}
          path={`steps.${place}.needsOperators`}
          value={step.needsOperators}
          onChange={(need) => change({ needsOperators: operatorNeeds.find((known) => known === need) ?? 'EITHER' })}
          options={operatorNeeds.map((need) => ({ value: need, label: t(`operators.${need}`) }))}
        />
        <TextField
          label={t('request.transportField')}
          path={`steps.${place}.transportDays`}
          type="number"
          min={0}
          step={1}
          value={step.transportDays}
          onChange={(transportDays) => change({ transportDays })}
        />
      </Columns>
    </fieldset>
  );
}
