import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { MeaningFragment } from './indicators.graphql.ts';
import styles from './indicators.module.css';
import { changeOf, turnOf } from './indicators.rules';

interface ChangeProps {
  readonly indicator: Pick<MeaningFragment, 'unit' | 'better'>;
  readonly now: number | null;
  readonly than: number | null;
  readonly against: 'before' | 'yearAgo';
}

/** How a figure differs from another period's, in words and with an arrow; whether that is good, by colour and word. */
export function Change({ indicator: { unit, better }, now, than, against }: ChangeProps): ReactNode {
  const { t } = useTranslation('indicators');
  const { signed } = useFormats();
  const change = changeOf(unit, now, than);
  const turn = turnOf(better, now, than);
  if (change === null) return <p className={styles.change}>{t(`change.${against}.none`)}</p>;
  const arrow = change > 0 ? '▲' : change < 0 ? '▼' : '■';
  const by = t(unit === 'SHARE' ? 'change.points' : 'change.percent', { change: signed(change) });
  return (
    <p className={styles.change} data-turn={turn}>
      <span aria-hidden="true">{arrow} </span>
      {t(`change.${against}.by`, { by })} {turn === 'better' || turn === 'worse' ? t(`change.${turn}`) : ''}
    </p>
  );
}
