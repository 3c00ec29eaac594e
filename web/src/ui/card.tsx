import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly as?: 'section' | 'article' | 'li';
}

export function Card({ title, actions, children, as: Element = 'section' }: CardProps): ReactNode {
  return (
    <Element className={styles.card}>
      {(title !== undefined || actions !== undefined) && (
        <header className={styles.head}>
          {title !== undefined && <h2>{title}</h2>}
          {actions}
        </header>
      )}
      {children}
    </Element>
  );
}

/** A figure, what it counts, and a word more. Goes into `Stats`. */
export function Stat({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}): ReactNode {
  return (
    <div className={styles.stat}>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
      {note !== undefined && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}

export function Stats({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={styles.stats}>{children}</dl>;
}

/** What state something is in, as a word with a colour. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'call' | 'bad';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** A share of a whole as a bar, with its figures beside it in words. */
export function Bar({
  label,
  share,
  text,
}: {
  readonly label: string;
  readonly share: number;
  readonly text: string;
}): ReactNode {
  return (
    <div className={styles.bar}>
      <span>{label}</span>
      <progress value={share} max={1} aria-label={`${label} ${text}`} />
      <span className="number">{text}</span>
    </div>
  );
}
