import type { ReactNode } from 'react';
import styles from './table.module.css';

interface TableProps {
  readonly caption: string;
  /** Figures stand at the end of their columns, words at the start. */
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** Rows and columns that scroll sideways by themselves where the window is narrow. */
export function Table({ caption, align = 'end', children }: TableProps): ReactNode {
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table} data-align={align}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
