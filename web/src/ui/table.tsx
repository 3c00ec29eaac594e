import type { ReactNode } from 'react';
import styles from './table.module.css';

/** Rows and columns that scroll sideways by themselves where the window is narrow. */
export function Table({ caption, children }: { readonly caption: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
