import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GainsTable } from './gains-table';
import type { OutcomeFragment } from './what-if.graphql.ts';

/** Needs whose seats would be filled otherwise, those that change most first. */
export function MovedTable({ moved }: Pick<OutcomeFragment, 'moved'>): ReactNode {
  const { t } = useTranslation('whatIf');
  return (
    <GainsTable
      title={t('outcome.needs')}
      of={t('outcome.need')}
      few={10}
      rows={moved.map(({ needId, occupation, region, before, after }) => {
        const isNew = needId === 'what-if' && t('outcome.new');
        const name = [isNew, occupation?.name, region?.name].filter(Boolean).join(' · ');
        return { of: { id: needId, name }, before, after };
      })}
    />
  );
}
