import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Answer } from '../../ui/state';
import styles from './attendance.module.css';
import { changedDayOf, operationOf } from './attendance.rules';
import { DayHistoryDocument } from './attendance.graphql.ts';
import { TimesText } from './day-facts';

/** Who changed what when; asked for when somebody opens it. */
export function DayHistory({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('history.title')}</summary>
      {isOpen && <Changes id={id} />}
    </details>
  );
}

function Changes({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const { dateTime } = useFormats();
  const [answer] = useQuery({ query: DayHistoryDocument, variables: { id } });
  return (
    <Answer of={answer}>
      {({ attendanceDay }) => (
        <ol className={styles.history}>
          {attendanceDay?.history.map(({ at, operation, actor, details }) => (
            <li key={`${at} ${operation}`}>
              <span className="soft">{dateTime(at)}</span> {t(`actor.${actor}`)}{' '}
              {t(`operation.${operationOf(operation)}`)}
              <br />
              <TimesText times={changedDayOf(details)} />
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
