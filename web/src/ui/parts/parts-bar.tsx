import type { ReactNode } from 'react';
import styles from './parts-bar.module.css';

export interface Part {
  readonly name: string;
  readonly value: number;
  /** The value as it is said. */
  readonly text: string;
  /** What is not there yet stays grey. */
  readonly isMissing?: boolean;
}

interface PartsBarProps {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** What a whole is made of, in one bar; each part has its colour, its name and its figure below. Parts of nothing are left out. */
export function PartsBar({ label, parts }: PartsBarProps): ReactNode {
  const shown = parts
    .map((part, place) => ({ ...part, fill: part.isMissing ? 'var(--line)' : `var(--series-${(place % 5) + 1})` }))
    .filter(({ value }) => value > 0);
  return (
    <figure className={styles.parts} aria-label={label}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ name, value, fill }) => (
          <span key={name} style={{ flexGrow: value, background: fill }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map(({ name, text, fill }) => (
          <li key={name}>
            <span className={styles.dot} style={{ background: fill }} aria-hidden="true" />
            {name} <span className="number">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
