import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder } from '../finder/finder';
import { FindRegionsDocument } from './region.graphql.ts';

export interface ChosenRegion {
  readonly id: string;
  readonly name: string;
}

interface RegionFieldProps {
  readonly label: string;
  readonly value: ChosenRegion | null;
  readonly onChange: (region: ChosenRegion | null) => void;
  readonly isRequired?: boolean;
}

/** Finds a region of any level, from a town to a province, by its name or code. */
export function RegionField({ isRequired = false, ...field }: RegionFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Finder
      {...field}
      isRequired={isRequired}
      placeholder={t('region.hint')}
      nothing={t('region.nothing')}
      query={FindRegionsDocument}
      pick={({ regions }) => regions.edges.map(({ node: { id, name, parent } }) => ({ id, name, note: parent?.name }))}
    />
  );
}
