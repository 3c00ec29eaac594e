import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import type { Remedy } from './change.rules';
import type { WageUnit } from './what-if.graphql.ts';

/** Of a single need: then a remedy says what it would pay and ask for, not by how much more or less. */
export interface NeedTerms {
  readonly wageFen: number;
  readonly wageUnit: WageUnit;
  readonly minLevel: number;
}

const levels = [1, 2, 3, 4, 5] as const;

/** Writes what a remedy changes. */
export function useRemedyWords(need?: NeedTerms): (remedy: Remedy) => string {
  const { t } = useTranslation(['whatIf', 'common']);
  const { money, distance, number, percent } = useFormats();
  return ({ kind, addFen, lowerBy, addM, percent: part, workers, fromRegion, fromOccupation, occupation }) => {
    switch (kind) {
      case 'WAGE':
        if (!need) return t('remedy.wageBy', { money: money(addFen ?? 0) });
        return t('remedy.wageTo', {
          money: money(need.wageFen + (addFen ?? 0)),
          unit: t(`common:wageUnit.${need.wageUnit}`),
        });
      case 'LEVEL': {
        const level = levels.find((known) => known === Math.max(1, (need?.minLevel ?? 0) - (lowerBy ?? 0)));
        return need && level
          ? t('remedy.levelTo', { level: t(`common:level.${level}`) })
          : t('remedy.levelBy', { count: lowerBy ?? 0 });
      }
      case 'OVERLAP':
        return t('remedy.overlap', { share: percent((part ?? 0) / 100) });
      case 'REACH':
        return t('remedy.reach', { distance: distance((addM ?? 0) / 1000) });
      case 'SHUTTLE':
        return t('remedy.shuttle', { town: fromRegion?.name ?? '' });
      case 'TRAINING':
        return t('remedy.training', {
          ...{ count: workers ?? 0, workers: number(workers ?? 0) },
          ...{ from: fromOccupation?.name ?? '', into: occupation?.name ?? '' },
        });
      case 'LODGING':
      case 'SUBSTITUTES':
      case 'WAGE_FLOOR':
      case 'OPENING':
      case 'CLOSING':
      case 'ARRIVALS':
        return t(`kind.${kind}`);
    }
  };
}
