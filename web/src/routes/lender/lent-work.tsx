import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Fact } from '../worker/job-facts';
import styles from './lender.module.css';
import type { LentWorkFragment } from './lender.graphql.ts';

type Terms = Pick<LentWorkFragment, 'wageFen' | 'wageUnit' | 'startsOn' | 'endsOn'>;

/** What a worker would be lent for: where, when, for how much. `terms` are the offer's own, where there is one. */
export function LentWork({
  work,
  terms = work,
}: {
  readonly work: LentWorkFragment;
  readonly terms?: Terms;
}): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  const { money, period } = useFormats();
  return (
    <dl className={styles.facts}>
      <Fact label={t('work.host')}>{work.host.name}</Fact>
      <Fact label={t('work.place')}>{work.region.name}</Fact>
      <Fact label={t('work.wage')}>
        {money(terms.wageFen)} {t(`common:wageUnit.${terms.wageUnit}`)}
      </Fact>
      <Fact label={t('work.period')}>{period(terms.startsOn, terms.endsOn)}</Fact>
      <Fact label={t('work.shift')}>{t(`common:shift.${work.shift}`)}</Fact>
      <Fact label={t('work.lodging')}>{work.lodging ? t('work.lodged') : t('work.notLodged')}</Fact>
    </dl>
  );
}
