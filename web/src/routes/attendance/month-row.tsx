import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import styles from './attendance.module.css';
import {
  type DayOfWorkFragment,
  type MonthTotalsFragment,
  PersonMonthDocument,
  type WorkedPlacementFragment,
} from './attendance.graphql.ts';
import { byDate, daysOf, hoursOf, isOpenDay, standingOf, workedMinutes } from './attendance.rules';
import { Findings } from './findings';
import type { ChosenDay } from './month-grid';
import { useNameOf } from './use-name-of';

interface Known {
  readonly days: ReadonlyMap<string, DayOfWorkFragment>;
  readonly findings: MonthTotalsFragment['findings'];
}

interface MonthRowProps {
  readonly placement: WorkedPlacementFragment;
  readonly month: string;
  readonly onChoose: (chosen: ChosenDay) => void;
  readonly onKnown: (known: Known) => void;
}

const context = { additionalTypenames: ['AttendanceDay'] };
const nothing: readonly DayOfWorkFragment[] = [];

/** One person's month. */
export function MonthRow({ placement, month, onChoose, onKnown }: MonthRowProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { number } = useFormats();
  const name = useNameOf()(placement);
  const { id: placementId } = placement;
  const dates = daysOf(month);
  const [{ data, error }] = useLiveQuery({
    query: PersonMonthDocument,
    variables: { placementId, month, from: `${month}-01`, to: dates.at(-1) ?? month },
    context: useMemo(() => context, []),
  });
  const days = useMemo(() => byDate(data?.attendanceDays.edges.map(({ node }) => node) ?? nothing), [data]);
  const totals = data?.attendanceTotals;
  useEffect(() => {
    onKnown({ days, findings: totals?.findings ?? [] });
    // The parent keeps what is told; telling it again for a new function would never end.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [days, totals]);
  return (
    <>
      <tr className={styles.days}>
        <th scope="row">{name}</th>
        {dates.map((date) => (
          <td key={date}>
            <Cell
              day={days.get(date)}
              label={`${name} ${date}`}
              isOpen={isOpenDay(placement, date, inDays(0))}
              onPress={() => onChoose({ name, placementId, date })}
            />
          </td>
        ))}
        <td>{totals && t('hours', { hours: number(hoursOf(workedMinutes(totals))) })}</td>
      </tr>
      {(error ?? (totals && totals.findings.length > 0)) && (
        <tr>
          <td colSpan={dates.length + 2}>
            {error ? t('host.failed') : <Findings findings={totals?.findings ?? []} />}
          </td>
        </tr>
      )}
    </>
  );
}

interface CellProps {
  readonly day: DayOfWorkFragment | undefined;
  readonly label: string;
  /** Nothing is on record, and something could be. */
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

function Cell({ day, label, isOpen, onPress }: CellProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { number } = useFormats();
  if (!day)
    return (
      isOpen && (
        <button type="button" className={styles.cell} aria-label={`${label}: ${t('record.title')}`} onClick={onPress}>
          +
        </button>
      )
    );
  const standing = standingOf(day);
  const text = standing === 'open' ? '…' : number(hoursOf(workedMinutes(day)));
  return (
    <button
      type="button"
      className={styles.cell}
      data-standing={standing}
      aria-label={`${label}: ${text} ${t(`standing.${standing}`)}`}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
