import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { PlacementHeadFragment } from './placement.graphql.ts';
import styles from './placement.module.css';

/** Who, where, when, for how much. */
export function PlacementFacts({ placement }: { readonly placement: PlacementHeadFragment }): ReactNode {
  const { t } = useTranslation(['placement', 'common']);
  const { period, money } = useFormats();
  const { kind, startsOn, endsOn, host, lender, candidate, need, party } = placement;
  const facts: [string, string | undefined][] = [
    [t('facts.worker'), party === 'WORKER' ? undefined : candidate?.person?.name],
    [t('facts.phone'), party === 'WORKER' ? undefined : candidate?.person?.phone],
    [t('facts.host'), host?.name],
    [t('facts.lender'), lender?.name],
    [t('facts.place'), need ? [need.region.name, need.address].filter(Boolean).join(' · ') : undefined],
    [t('facts.period'), period(startsOn, endsOn)],
    [t('facts.wage'), need ? `${money(need.wageFen)} ${t(`common:wageUnit.${need.wageUnit}`)}` : undefined],
    [t('facts.kind'), t(`common:kind.${kind}`)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
