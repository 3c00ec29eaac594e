import type { ReactNode } from 'react';
import styles from './table.module.css';

/** Rows and columns that scroll sideways by themselves where the window is narrow. */
export function Table({
  caption,
  of = 'words',
  children,
}: {
  readonly caption: string;
  /** Figures stand below each other by their last digits. */
  readonly of?: 'words' | 'figures';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.scroll} data-of={of} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
