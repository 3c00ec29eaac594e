import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { weeksOf } from './calendar.rules';
import styles from './heat-calendar.module.css';

export interface HeatDay {
  readonly day: string;
  /** 0 to 1: the deeper the colour. Missing where there is nothing to measure. */
  readonly share?: number;
  /** A few letters in the cell. */
  readonly figure: string;
  /** What the cell says, for those who point at it or do not see it. */
  readonly text: string;
}

interface HeatCalendarProps {
  readonly label: string;
  /** In the order in which they come. */
  readonly days: readonly HeatDay[];
  readonly picked?: ReadonlySet<string>;
  /** Makes days that have a share buttons. */
  readonly onPick?: (day: string) => void;
}

/** Days in weeks from Monday, each as deep in colour as there is much of it. */
export function HeatCalendar({ label, days, picked, onPick }: HeatCalendarProps): ReactNode {
  const { t } = useTranslation();
  const { weekday, dayAndMonth } = useFormats();
  const byDay = new Map(days.map((day) => [day.day, day]));
  const weeks = weeksOf(days.map(({ day }) => day));
  return (
    <div className={styles.calendar} role="group" aria-label={label}>
      <ol className={styles.week} aria-hidden="true">
        {(['1', '2', '3', '4', '5', '6', '7'] as const).map((name) => (
          <li key={name}>{t(`weekday.${name}`)}</li>
        ))}
      </ol>
      <ol className={styles.days}>
        {weeks.flat().map((day) => {
          const found = byDay.get(day);
          if (!found) return <li key={day} aria-hidden="true" />;
          const { share, figure, text } = found;
          const cell = (
            <>
              <span className={styles.date}>{dayAndMonth(day)}</span>
              <span className={styles.figure}>{figure}</span>
            </>
          );
          const shown = { className: styles.day, style: { background: colourOf(share) }, title: text };
          return (
            <li key={day}>
              {onPick && share !== undefined && share > 0 ? (
                <button type="button" {...shown} aria-pressed={picked?.has(day) ?? false} onClick={() => onPick(day)}>
                  {cell}
                  <span className="visually-hidden">{` ${weekday(day)} ${text}`}</span>
                </button>
              ) : (
                <div {...shown} data-picked={picked?.has(day) ?? false}>
                  {cell}
                  <span className="visually-hidden">{` ${weekday(day)} ${text}`}</span>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Never so deep that what is written on it cannot be read. */
function colourOf(share: number | undefined): string {
  if (share === undefined) return 'var(--sunken)';
  return `color-mix(in oklab, var(--series-1) ${Math.round(45 * share)}%, var(--surface))`;
}
