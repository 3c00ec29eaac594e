import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field, Form } from '../../ui/form';
import { Columns, Row, Stack } from '../../ui/layout';
import { AskWeightsDocument, type WeightsFragment } from './weights.graphql.ts';
import styles from './weights.module.css';
import { areSame, mostWeight, type PartName, partNames, shareOf, type Weights, weightsOf } from './weights.rules';
import { WhoAndWhen } from './who-and-when';

interface WeightsFormProps {
  readonly marketId: string;
  readonly current: WeightsFragment;
  readonly shown: Weights;
  readonly onFill: (weights: Weights) => void;
  readonly onAsked: (scenarioId: string) => void;
}

/** The weights, each with what it means; what is filled in can only be tried. */
export function WeightsForm({ marketId, current, shown, onFill, onAsked }: WeightsFormProps): ReactNode {
  const { t } = useTranslation('weights');
  const { act, isBusy, problem } = useAct(AskWeightsDocument);
  const held = weightsOf(current.parts);
  const isChanged = !areSame(shown, held);
  const ask = async (): Promise<void> => {
    const answer = await act({ input: { idempotencyKey: crypto.randomUUID(), marketId, weights: shown } });
    if (answer) onAsked(answer.askWeights.id);
  };
  return (
    <Card title={t('held.title', { version: current.version })}>
      <Stack>
        <WhoAndWhen of={current} />
        <Form label={t('field.form')} problem={problem} onSubmit={() => void ask()}>
          <Columns least="m">
            {partNames.map((name) => (
              <WeightField
                key={name}
                name={name}
                label={current.parts.find((part) => part.name === name)?.label ?? name}
                weights={shown}
                held={held[name]}
                onChange={(weight) => onFill({ ...shown, [name]: weight })}
              />
            ))}
          </Columns>
          <p className="soft">{isChanged ? t('field.changed') : t('field.same')}</p>
          <Row>
            <Button type="submit" kind="main" isBusy={isBusy} disabled={!isChanged}>
              {t('field.try')}
            </Button>
            {isChanged && <Button onClick={() => onFill(held)}>{t('field.reset')}</Button>}
          </Row>
        </Form>
      </Stack>
    </Card>
  );
}

interface WeightFieldProps {
  readonly name: PartName;
  readonly label: string;
  readonly weights: Weights;
  /** The weight that holds. */
  readonly held: number;
  readonly onChange: (weight: number) => void;
}

function WeightField({ name, label, weights, held, onChange }: WeightFieldProps): ReactNode {
  const { t } = useTranslation('weights');
  const { number, percent } = useFormats();
  const weight = weights[name];
  const value = t('field.value', { weight: number(weight), share: percent(shareOf(weights, name)) });
  return (
    <Field label={label} path={`weights.${name}`} hint={t(`part.${name}`)}>
      {(control) => (
        <div className={styles.slider}>
          <input
            {...control}
            type="range"
            min={0}
            max={mostWeight}
            step={1}
            value={weight}
            aria-valuetext={value}
            onChange={({ target }) => onChange(target.valueAsNumber)}
          />
          <output htmlFor={control.id} className="number">
            {value}
          </output>
          {weight !== held && <small className={styles.held}>{t('field.was', { weight: number(held) })}</small>}
        </div>
      )}
    </Field>
  );
}
