import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import styles from './attendance.module.css';
import {
  type DayOfWorkFragment,
  PersonMonthDocument,
  type PersonMonthQuery,
  type WorkedPlacementFragment,
} from './attendance.graphql.ts';
import { confirmable, daysOf } from './attendance.rules';
import { DayFacts, StandingTag } from './day-facts';
import { DayHistory } from './day-history';
import { DaySteps } from './day-steps';
import { Findings } from './findings';
import { Totals } from './totals';
import { useConfirm } from './use-confirm';

interface MonthDaysProps {
  readonly placement: WorkedPlacementFragment;
  readonly month: string;
  /** Stands over it; the host and the work without it. */
  readonly title?: string;
  /** The days themselves are shown when they are asked for. */
  readonly isFolded?: boolean;
  /** What else there is to do with it. */
  readonly children?: ReactNode;
}

const context = { additionalTypenames: ['AttendanceDay'] };

/** A month of one placement as a list of days, newest first. */
export function MonthDays({ placement, month, title, isFolded = false, children }: MonthDaysProps): ReactNode {
  const { id: placementId, need } = placement;
  const [answer, ask] = useLiveQuery({
    query: PersonMonthDocument,
    variables: { placementId, month, from: `${month}-01`, to: daysOf(month).at(-1) ?? month },
    context: useMemo(() => context, []),
  });
  return (
    <Card title={title ?? `${need?.host.name ?? ''} · ${need?.occupation.name ?? ''}`}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Month data={data} isFolded={isFolded} />}
      </Answer>
      {children}
    </Card>
  );
}

interface MonthProps {
  readonly data: PersonMonthQuery;
  readonly isFolded: boolean;
}

function Month({ data, isFolded }: MonthProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { confirm, isBusy, problem } = useConfirm();
  const days = data.attendanceDays.edges.map(({ node }) => node).sort((a, b) => b.day.localeCompare(a.day));
  const ids = confirmable(days);
  const list = (
    <ul className={styles.list}>
      {days.map((day) => (
        <Day key={day.id} day={day} />
      ))}
    </ul>
  );
  if (days.length === 0) return <p className="soft">{t('mine.noDays')}</p>;
  return (
    <div className={styles.inside}>
      {data.attendanceTotals && <Totals totals={data.attendanceTotals} />}
      {data.attendanceTotals && <Findings findings={data.attendanceTotals.findings} />}
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {ids.length > 1 && (
        <Button kind="main" isBusy={isBusy} onClick={() => void confirm(ids)}>
          {t('confirm.all', { count: ids.length })}
        </Button>
      )}
      {isFolded ? (
        <details>
          <summary>{t('mine.days', { count: days.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  );
}

function Day({ day }: { readonly day: DayOfWorkFragment }): ReactNode {
  const { weekday } = useFormats();
  return (
    <li className={styles.day}>
      <div className={styles.between}>
        <h3>{weekday(day.day)}</h3>
        <StandingTag day={day} />
      </div>
      <DayFacts day={day} />
      <DaySteps day={day} />
      <DayHistory id={day.id} />
    </li>
  );
}
