import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import styles from './attendance.module.css';
import type { MonthTotalsFragment } from './attendance.graphql.ts';

interface FindingsProps {
  readonly findings: MonthTotalsFragment['findings'];
  /** Only those of a day. */
  readonly day?: string;
}

/** What the guard of hours has to say: to be seen, not to alarm. What was worked is paid all the same. */
export function Findings({ findings, day }: FindingsProps): ReactNode {
  const { t } = useTranslation('attendance');
  const { date } = useFormats();
  const shown = day === undefined ? findings : findings.filter((finding) => finding.day === day);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={t('findings')}>
      {shown.map((finding) => (
        <li key={`${finding.rule} ${finding.day ?? ''} ${finding.message}`} data-severity={finding.severity}>
          {finding.day !== null && day === undefined && <strong>{date(finding.day)} </strong>}
          {finding.message} <span className="soft">{finding.ruleTitle ?? finding.rule}</span>
        </li>
      ))}
    </ul>
  );
}
