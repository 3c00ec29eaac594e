import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { legsOf } from './settlement.rules';
import styles from './settlements.module.css';
import type { SettlementFactsFragment } from './settlements.graphql.ts';

/** How far the money got: host → lender → workers. */
export function Legs({ settlement }: { readonly settlement: SettlementFactsFragment }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money } = useFormats();
  return (
    <ul className={styles.legs} aria-label={t('legs.title')}>
      {legsOf(settlement).map(({ name, paidFen, dueFen, share }) => {
        const text = t('legs.of', { paid: money(paidFen), due: money(dueFen) });
        return (
          <li key={name} className={styles.leg}>
            <span>{t(`legs.${name}`)}</span>
            <progress value={share} max={1} aria-label={`${t(`legs.${name}`)} ${text}`} />
            <span className="number">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
