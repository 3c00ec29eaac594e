import type { ReactNode } from 'react';
import styles from './indicators.module.css';
import { sparkLines } from './indicators.rules';

/** How a figure went, without axes: beside the figure, for those who see it. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }): ReactNode {
  return (
    <svg className={styles.spark} viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      {sparkLines(values).map((points) =>
        points.includes(' ') ? (
          <polyline key={points} points={points} />
        ) : (
          <line
            key={points}
            x1={points.split(',')[0]}
            x2={points.split(',')[0]}
            y1={points.split(',')[1]}
            y2={points.split(',')[1]}
          />
        ),
      )}
    </svg>
  );
}
