import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../ui/card';
import type { ListingFactsFragment } from './lender.graphql.ts';

/** How many heads have a name, and how many of their workers said yes. */
export function ProgressBars({ progress }: { readonly progress: ListingFactsFragment['progress'] }): ReactNode {
  const { t } = useTranslation('lender');
  const { headcount, named, granted } = progress;
  const bar = (label: string, count: number): ReactNode => (
    <Bar label={label} share={headcount === 0 ? 0 : count / headcount} text={`${count} / ${headcount}`} />
  );
  return (
    <>
      {bar(t('progress.named'), named)}
      {bar(t('progress.granted'), granted)}
    </>
  );
}
