import { type ReactNode, useEffect } from 'react';
import styles from './layout.module.css';

interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** As wide as a line of text should be, as a screen of cards, or as a wall has room for. */
  readonly width?: 'text' | 'full' | 'wall';
}

/** A screen: its title is the window's too, and is read out when one comes to it. */
export function Page({ title, actions, children, width = 'full' }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · 共济 Gongji`;
  }, [title]);
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{title}</h1>
        {actions !== undefined && <div className={styles.row}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Things side by side as long as each has `least` rem, below each other otherwise. */
export function Columns({
  children,
  least = 'm',
}: {
  readonly children: ReactNode;
  readonly least?: 's' | 'm' | 'l';
}): ReactNode {
  return (
    <div className={styles.columns} data-least={least}>
      {children}
    </div>
  );
}

export function Row({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.row}>{children}</div>;
}

export function Stack({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.stack}>{children}</div>;
}
