import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { LineFactsFragment } from './lender.graphql.ts';

/** A line of a listing: whom, how many, for what wage at least, and how far it is with their names. */
export function LineFacts({ line }: { readonly line: LineFactsFragment }): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  const { money } = useFormats();
  const { occupation, headcount, level, wageFloorFen, wageUnit, named, consented } = line;
  const wage = t('line.floor', { wage: money(wageFloorFen), unit: t(`common:wageUnit.${wageUnit}`) });
  return (
    <li>
      <p>
        <strong>{occupation?.name ?? t('line.unknown')}</strong> {t('listing.heads', { count: headcount })}
      </p>
      <p className="soft">
        {[t(`common:level.${level as 1 | 2 | 3 | 4 | 5}`), wage, t('line.named', { named, consented })].join(' · ')}
      </p>
    </li>
  );
}
