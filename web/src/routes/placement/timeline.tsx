import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import styles from './placement.module.css';
import { type Life, type Moment, timelineOf, timeOf } from './placement.rules';

/** What happened, filled; what comes, hollow. */
export function Timeline({ life }: { readonly life: Life }): ReactNode {
  const { t } = useTranslation('placement');
  const [now] = useState(() => Date.now());
  return (
    <ol className={styles.timeline}>
      {timelineOf(life).map((moment) => (
        <li key={`${moment.kind} ${moment.at}`} data-ahead={timeOf(moment.at) > now}>
          <span>{t(`moment.${moment.kind}`)}</span>
          <When moment={moment} />
        </li>
      ))}
    </ol>
  );
}

function When({ moment: { at, until } }: { readonly moment: Moment }): ReactNode {
  const { date, dateTime, period } = useFormats();
  const text = until !== undefined ? period(at, until) : at.length === 10 ? date(at) : dateTime(at);
  return (
    <time className="soft" dateTime={at}>
      {text}
    </time>
  );
}
