import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import styles from './attendance.module.css';
import { DaysDocument, type DayOfWorkFragment } from './attendance.graphql.ts';
import { confirmable } from './attendance.rules';
import { DayFacts } from './day-facts';
import { DaySteps } from './day-steps';
import { useConfirm } from './use-confirm';
import { useNameOf } from './use-name-of';

/** Days that wait for the host's word: to confirm, many at once, or in dispute. */
export function WaitingCard({ state }: { readonly state: 'RECORDED' | 'DISPUTED' }): ReactNode {
  const { t } = useTranslation('attendance');
  return (
    <Card title={t(`waiting.${state}`)}>
      <Pages
        query={DaysDocument}
        variables={{ state }}
        of={['AttendanceDay']}
        pick={({ attendanceDays }) => attendanceDays}
        empty={t('waiting.nothing')}
      >
        {(days) => <Waiting days={days} isDispute={state === 'DISPUTED'} />}
      </Pages>
    </Card>
  );
}

interface WaitingProps {
  readonly days: readonly DayOfWorkFragment[];
  readonly isDispute: boolean;
}

function Waiting({ days, isDispute }: WaitingProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { weekday } = useFormats();
  const nameOf = useNameOf();
  const { confirm, isBusy, problem } = useConfirm();
  const ids = confirmable(days);
  // A lender sees the days of its people too; they wait for somebody else.
  const own = days.filter(({ actions }) => (isDispute ? actions.length > 0 : actions.includes('CONFIRM')));
  if (own.length === 0) return <p className="soft">{t('waiting.nothing')}</p>;
  return (
    <>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      {!isDispute && ids.length > 1 && (
        <Button kind="main" isBusy={isBusy} onClick={() => void confirm(ids)}>
          {t('confirm.all', { count: ids.length })}
        </Button>
      )}
      <ul className={styles.rows}>
        {own.map((day) => (
          <li key={day.id}>
            <div>
              <strong>{nameOf(day)}</strong> {weekday(day.day)}
              <DayFacts day={day} />
            </div>
            <div>
              <DaySteps day={day} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
