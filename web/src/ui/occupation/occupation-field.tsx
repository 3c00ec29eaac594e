import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Finder } from '../finder/finder';
import { FindOccupationsDocument } from './occupation.graphql.ts';

export interface ChosenOccupation {
  readonly id: string;
  readonly name: string;
}

interface OccupationFieldProps {
  readonly label: string;
  readonly value: ChosenOccupation | null;
  readonly onChange: (occupation: ChosenOccupation | null) => void;
  readonly isRequired?: boolean;
}

/** Finds an occupation by its name in either language, by pinyin or by the pinyin's initials: `hg` finds 焊工. */
export function OccupationField({ isRequired = true, ...field }: OccupationFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Finder
      {...field}
      isRequired={isRequired}
      placeholder={t('occupation.hint')}
      nothing={t('occupation.nothing')}
      query={FindOccupationsDocument}
      pick={({ occupations }) => occupations.edges.map(({ node }) => node)}
    />
  );
}
