import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Stat, Stats } from '../../ui/card';
import type { HomeQuery } from './home.graphql.ts';

/** What goes on here at the moment, in five figures. */
export function Totals({ totals }: { readonly totals: HomeQuery['publicTotals'] }): ReactNode {
  const { t } = useTranslation('home');
  const { number } = useFormats();
  return (
    <Card>
      <Stats>
        <Stat label={t('totals.openSeats')} value={number(totals.openSeats)} />
        <Stat label={t('totals.workersAvailable')} value={number(totals.workersAvailable)} />
        <Stat label={t('totals.enterprises')} value={number(totals.enterprises)} />
        <Stat label={t('totals.placementsRunning')} value={number(totals.placementsRunning)} />
        <Stat label={t('totals.seatsFilledThisMonth')} value={number(totals.seatsFilledThisMonth)} />
      </Stats>
    </Card>
  );
}
