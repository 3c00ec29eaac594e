import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import styles from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly text: string; readonly count?: string }[];
}

/** Screens that belong together, side by side: links, each with how much waits there. */
export function Tabs({ label, tabs }: TabsProps): ReactNode {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, text, count }) => (
        <NavLink key={to} to={to} end>
          {text}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
