import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { RegionMap } from '../../ui/map/region-map';
import { Loading } from '../../ui/state';
import { coloursOf, type Group, numbersOf } from './markets.rules';

interface GroupMapProps {
  readonly label: string;
  readonly groups: readonly Group[];
  readonly fit: readonly string[];
  readonly marked: ReadonlySet<string>;
  readonly onCounty: (id: string) => void;
}

/** Which counties are solved together: one colour and one number each. The table beside it says the same in words. */
export function GroupMap({ label, groups, fit, marked, onCounty }: GroupMapProps): ReactNode {
  const { t } = useTranslation('markets');
  const { number } = useFormats();
  const numbers = numbersOf(groups);
  const groupOf = (id: string): Group | undefined => groups[(numbers.get(id) ?? 0) - 1];
  const describe = (id: string, name: string): string => {
    const group = groupOf(id);
    if (!group) return t('map.nothing', { county: name });
    const { figures } = group;
    return t(figures ? 'map.county' : 'map.unmeasured', {
      ...{ county: name, market: group.name, contained: number(figures?.containedPercent ?? 0) },
    });
  };
  return (
    <Suspense fallback={<Loading />}>
      <RegionMap
        key={fit.join()}
        label={label}
        colours={coloursOf(groups)}
        marked={marked}
        fit={fit}
        caption={(id) => {
          const place = numbers.get(id);
          return place === undefined ? undefined : [String(place)];
        }}
        describe={describe}
        onRegion={(id) => {
          if (fit.includes(id)) onCounty(id);
        }}
      />
    </Suspense>
  );
}
