import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './agreements.module.css';
import { type Agreement, steps, stepsDone } from './agreement.rules';

/** Where an agreement stands on its way, in four steps. */
export function Stepper({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const done = stepsDone(agreement);
  return (
    <ol className={styles.steps} aria-label={t('steps.title')}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < done} aria-current={index === done ? 'step' : undefined}>
          <span aria-hidden="true">{index < done ? '✓' : index + 1}</span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
