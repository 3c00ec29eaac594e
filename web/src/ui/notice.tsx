import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'plain' | 'good' | 'call' | 'bad';

/** Something to know, set apart; what is bad is read out at once. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
