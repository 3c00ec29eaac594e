import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import styles from './attendance.module.css';
import { DaysDocument, type DayOfWorkFragment } from './attendance.graphql.ts';
import { confirmable } from './attendance.rules';
import { DayFacts, StandingTag } from './day-facts';
import { DayHistory } from './day-history';
import { DayMark, useCalendar } from './day-mark';
import { DaySteps } from './day-steps';
import { useConfirm } from './use-confirm';
import { useNameOf } from './use-name-of';

/** Everyone's work on one day. */
export function DayList({ day }: { readonly day: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const calendar = useCalendar(day, day);
  return (
    <>
      <DayMark of={calendar.get(day)} />
      <Pages
        query={DaysDocument}
        variables={{ from: day, to: day }}
        of={['AttendanceDay']}
        pick={({ attendanceDays }) => attendanceDays}
        empty={t('host.nothing')}
      >
        {(days) => <People days={days} />}
      </Pages>
    </>
  );
}

function People({ days }: { readonly days: readonly DayOfWorkFragment[] }): ReactNode {
  const { t } = useTranslation('attendance');
  const nameOf = useNameOf();
  const { confirm, isBusy, problem } = useConfirm();
  const ids = confirmable(days);
  return (
    <>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {ids.length > 1 && (
        <Button kind="main" isBusy={isBusy} onClick={() => void confirm(ids)}>
          {t('confirm.all', { count: ids.length })}
        </Button>
      )}
      <ul className={styles.cards}>
        {days.map((day) => (
          <Card key={day.id} as="li" title={nameOf(day)} actions={<StandingTag day={day} />}>
            <div className={styles.inside}>
              <DayFacts day={day} />
              <DaySteps day={day} />
              <DayHistory id={day.id} />
            </div>
          </Card>
        ))}
      </ul>
    </>
  );
}
