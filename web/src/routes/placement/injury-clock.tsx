import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import type { InjuryFactsFragment } from './placement.graphql.ts';
import styles from './placement.module.css';
import { clockOf, isUnfiled } from './placement.rules';

/** How long the employer still has, and until when the worker may file themself. */
export function InjuryClock({
  injury,
}: {
  readonly injury: Pick<InjuryFactsFragment, 'state' | 'fileBy' | 'workerMayFileUntil' | 'isDueSoon'>;
}): ReactNode {
  const { t } = useTranslation('placement');
  const { date } = useFormats();
  if (!isUnfiled(injury)) return null;
  const { daysLeft, share } = clockOf(injury.fileBy, inDays(0));
  const isOver = daysLeft < 0;
  const text = isOver ? t('clock.over', { count: -daysLeft }) : t('clock.left', { count: daysLeft });
  return (
    <div className={styles.clock} data-tone={isOver ? 'bad' : injury.isDueSoon || daysLeft <= 10 ? 'call' : 'plain'}>
      <strong>{text}</strong>
      <progress value={share} max={1} aria-label={text} />
      <p>{t('clock.employer', { day: date(injury.fileBy) })}</p>
      <p className="soft">{t('clock.worker', { day: date(injury.workerMayFileUntil) })}</p>
    </div>
  );
}
