import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Stat, Stats } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import { GainsTable } from './gains-table';
import { MovedTable } from './moved-table';
import { gainOf, gains } from './outcome.rules';
import type { OutcomeFragment, WhatIfKind } from './what-if.graphql.ts';

interface OutcomeProps {
  readonly outcome: OutcomeFragment;
  readonly kinds: readonly WhatIfKind[];
}

/** What would be, against what is. */
export function Outcome({ outcome, kinds }: OutcomeProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const { number, signed } = useFormats();
  const { before, after, regions, occupations, moved, workersMoved } = outcome;
  const arrow = (one: number, other: number): string =>
    t('outcome.arrow', { before: number(one), after: number(other) });
  return (
    <Stack>
      <p className="soft">{t('outcome.tried', { list: kinds.map((kind) => t(`kind.${kind}`)).join(' · ') })}</p>
      <Stats>
        <Stat label={t('outcome.filled')} value={arrow(before.filled, after.filled)} />
        <Stat label={t('outcome.difference')} value={signed(gainOf(outcome))} />
        <Stat
          label={t('outcome.seats')}
          value={before.seats === after.seats ? number(after.seats) : arrow(before.seats, after.seats)}
        />
        <Stat label={t('outcome.workersMoved')} value={number(workersMoved)} />
      </Stats>
      <Columns least="l">
        <GainsTable
          title={t('outcome.regions')}
          of={t('outcome.region')}
          rows={gains(regions.map(({ region, ...seats }) => ({ of: region, ...seats })))}
        />
        <GainsTable
          title={t('outcome.occupations')}
          of={t('outcome.occupation')}
          rows={gains(occupations.map(({ occupation, ...seats }) => ({ of: occupation, ...seats })))}
        />
      </Columns>
      <MovedTable moved={moved} />
    </Stack>
  );
}
