import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Stack } from '../../ui/layout';
import styles from './agreements.module.css';
import type { ReimbursementKind } from './agreements.graphql.ts';
import type { CostDraft } from './terms.rules';

const kinds: readonly ReimbursementKind[] = ['LODGING', 'MEALS', 'TRANSPORT', 'TRAINING', 'HEALTH_CHECK'];

interface CostsFieldProps {
  readonly costs: readonly CostDraft[];
  readonly onChange: (costs: readonly CostDraft[]) => void;
}

/** What the host pays back beside wages, by what it is for; there is no kind for a margin. */
export function CostsField({ costs, onChange }: CostsFieldProps): ReactNode {
  const { t } = useTranslation('agreements');
  const change = (index: number, part: Partial<CostDraft>): void =>
    onChange(costs.map((cost, at) => (at === index ? { ...cost, ...part } : cost)));
  return (
    <Stack>
      {costs.map((cost, index) => (
        <fieldset key={index} className={styles.line}>
          <legend>{t('form.cost', { number: index + 1 })}</legend>
          <Columns least="s">
            <SelectField
              label={t('form.costKind')}
              value={cost.kind}
              onChange={(kind) => change(index, { kind: kinds.find((one) => one === kind) ?? 'LODGING' })}
              options={kinds.map((value) => ({ value, label: t(`costKind.${value}`) }))}
            />
            <TextField
              label={t('form.costYuan')}
              path={`terms.reimbursements.${String(index)}.perWorkerMonthFen`}
              type="number"
              min={0}
              max={100_000}
              step="any"
              required
              value={cost.yuan}
              onChange={(yuan) => change(index, { yuan })}
            />
          </Columns>
          <div>
            <Button onClick={() => onChange(costs.filter((_, at) => at !== index))}>
              {t('form.removeCost', { number: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {costs.length < 10 && (
        <div>
          <Button onClick={() => onChange([...costs, { kind: 'LODGING', yuan: '' }])}>{t('form.addCost')}</Button>
        </div>
      )}
    </Stack>
  );
}
