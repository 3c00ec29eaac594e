import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns, Stack } from '../../ui/layout';
import { GainsTable } from '../what-if/gains-table';
import { MovedTable } from '../what-if/moved-table';
import { gains } from '../what-if/outcome.rules';
import type { WeightsOutcomeFragment } from '../what-if/what-if.graphql.ts';

interface FavouredProps {
  readonly favoured: NonNullable<WeightsOutcomeFragment['favoured']>;
}

/** Who gains seats, and who loses them to others. */
export function Favoured({ favoured }: FavouredProps): ReactNode {
  const { t } = useTranslation(['weights', 'whatIf']);
  const { regions, occupations, enterprises, moved } = favoured;
  if (moved.length === 0) return <p className="soft">{t('outcome.sameSeats')}</p>;
  return (
    <>
      <Columns least="l">
        <GainsTable
          title={t('outcome.enterprises')}
          of={t('outcome.enterprise')}
          few={10}
          rows={enterprises.map(({ enterprise, ...seats }) => ({ of: enterprise, ...seats }))}
        />
        <Stack>
          <GainsTable
            title={t('whatIf:outcome.regions')}
            of={t('whatIf:outcome.region')}
            rows={gains(regions.map(({ region, ...seats }) => ({ of: region, ...seats })))}
          />
          <GainsTable
            title={t('whatIf:outcome.occupations')}
            of={t('whatIf:outcome.occupation')}
            rows={gains(occupations.map(({ occupation, ...seats }) => ({ of: occupation, ...seats })))}
          />
        </Stack>
      </Columns>
      <MovedTable moved={moved} />
    </>
  );
}
