import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { marksOf, type Period, spanOf } from './timeline.rules';
import styles from './timeline.module.css';

/** What is meant for a requirement: agreed to, held, or only found. */
export interface Piece {
  readonly id: string;
  readonly state: 'confirmed' | 'reserved' | 'planned';
  readonly stretches: readonly Period[];
  /** It in words. */
  readonly text: string;
  readonly to?: string | undefined;
}

export interface TimelineRow {
  readonly id: string;
  readonly title: string;
  /** What else is to know: own, missing, what would help. */
  readonly notes: readonly { readonly text: string; readonly isBad?: boolean }[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly pieces: readonly Piece[];
}

interface TimelineProps {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rows: readonly TimelineRow[];
}

const states = ['confirmed', 'reserved', 'planned'] as const;

/** People, goods and hours of an order on a line of days, each with its words below. */
export function Timeline({ label, startsOn, endsOn, rows }: TimelineProps): ReactNode {
  const { t } = useTranslation('orders');
  const { dayAndMonth } = useFormats();
  const whole = { startsOn, endsOn };
  const shown = new Set(rows.flatMap(({ pieces }) => pieces.map(({ state }) => state)));
  return (
    <figure className={styles.timeline} aria-label={label}>
      <div className={styles.axis} aria-hidden="true">
        {marksOf(whole).map((day) => (
          <span key={day} style={{ left: `${spanOf(whole, { startsOn: day, endsOn: day }).left}%` }}>
            {dayAndMonth(day)}
          </span>
        ))}
      </div>
      <ol className={styles.rows}>
        {rows.map((row) => (
          <TimelineLine key={row.id} row={row} whole={whole} />
        ))}
      </ol>
      <ul className={styles.legend}>
        {states
          .filter((state) => shown.has(state))
          .map((state) => (
            <li key={state}>
              <span className={styles.dot} data-state={state} aria-hidden="true" />
              {t(`piece.${state}`)}
            </li>
          ))}
      </ul>
    </figure>
  );
}

interface LineProps {
  readonly row: TimelineRow;
  readonly whole: Period;
}

function TimelineLine({ row, whole }: LineProps): ReactNode {
  const today = inDays(0);
  const place = (period: Period): { left: string; width: string } => {
    const { left, width } = spanOf(whole, period);
    return { left: `${left}%`, width: `${width}%` };
  };
  return (
    <li>
      <h3>{row.title}</h3>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.wanted} style={place(row)} />
        {row.pieces.flatMap(({ id, state, stretches }) =>
          stretches.map((stretch) => (
            <span
              key={`${id} ${stretch.startsOn}`}
              className={styles.piece}
              data-state={state}
              style={place(stretch)}
            />
          )),
        )}
        {today > whole.startsOn && today <= whole.endsOn && (
          <span className={styles.today} style={{ left: place({ startsOn: today, endsOn: today }).left }} />
        )}
      </div>
      <ul className={styles.words}>
        {row.pieces.map(({ id, state, text, to }) => (
          <li key={id}>
            <span className={styles.dot} data-state={state} aria-hidden="true" />
            {to === undefined ? text : <Link to={to}>{text}</Link>}
          </li>
        ))}
        {row.notes.map(({ text, isBad = false }) => (
          <li key={text} data-bad={isBad}>
            {text}
          </li>
        ))}
      </ul>
    </li>
  );
}
