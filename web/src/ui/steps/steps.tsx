import type { ReactNode } from 'react';
import styles from './steps.module.css';

interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** So many are behind one; the next is where one stands. */
  readonly done: number;
}

/** How far something has come on its way. */
export function Steps({ label, steps, done }: StepsProps): ReactNode {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < done} aria-current={index === done ? 'step' : undefined}>
          <span aria-hidden="true">{index < done ? '✓' : index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
}
