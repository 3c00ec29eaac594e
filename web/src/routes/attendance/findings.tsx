import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './attendance.module.css';
import type { MonthTotalsFragment } from './attendance.graphql.ts';
import { byRule } from './attendance.rules';

interface FindingsProps {
  readonly findings: MonthTotalsFragment['findings'];
  /** Only those of a day. */
  readonly day?: string;
}

/** What the guard of hours has to say: to be seen, not to alarm. What was worked is paid all the same. */
export function Findings({ findings, day }: FindingsProps): ReactNode {
  const { t } = useTranslation('attendance');
  const shown = day === undefined ? findings : findings.filter((finding) => finding.day === day);
  return byRule(shown).map(({ rule, title, messages, isBreach }) => (
    <div key={rule} className={styles.findings} data-severity={isBreach ? 'BREACH' : 'WARNING'}>
      <ul aria-label={t('findings')}>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <p className="soft">
        {rule} {title}
      </p>
    </div>
  ));
}
