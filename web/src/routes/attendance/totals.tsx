import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Stat, Stats } from '../../ui/card';
import type { MonthTotalsFragment } from './attendance.graphql.ts';
import { classes, hoursOf, workedMinutes } from './attendance.rules';

/** A month in figures; classes without hours are left out. */
export function Totals({ totals }: { readonly totals: MonthTotalsFragment }): ReactNode {
  const { t } = useTranslation('attendance');
  const { number } = useFormats();
  const hours = (minutes: number): string => t('hours', { hours: number(hoursOf(minutes)) });
  return (
    <Stats>
      <Stat label={t('total.days')} value={number(totals.workedDays)} />
      <Stat label={t('total.all')} value={hours(workedMinutes(totals))} />
      {classes
        .filter((name) => name !== 'normalMinutes' && totals[name] > 0)
        .map((name) => (
          <Stat key={name} label={t(`class.${name}`)} value={hours(totals[name])} />
        ))}
      {totals.otherMinutes > 0 && <Stat label={t('total.elsewhere')} value={hours(totals.otherMinutes)} />}
    </Stats>
  );
}
