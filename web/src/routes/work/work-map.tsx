import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionMap } from '../../ui/map/region-map';
import { placesOf, type Work, type WorkSearch } from './work.rules';

interface WorkMapProps {
  readonly work: readonly Work[];
  readonly at: WorkSearch['at'];
  /** The place whose work is shown. */
  readonly picked: string | undefined;
  readonly onPick: (place: string) => void;
  readonly onPlace: (at: string) => void;
}

/** Where the work of the list is, to a kilometre; a place to search from, too. */
export function WorkMap({ work, at, picked, onPick, onPlace }: WorkMapProps): ReactNode {
  const { t } = useTranslation('work');
  const here = at ? [{ id: 'here', ...at, label: t('map.here'), isChosen: true }] : [];
  const points = placesOf(work).map(({ place, latitude, longitude, all }) => ({
    id: place,
    latitude,
    longitude,
    label: all.map(({ occupation, hostName }) => `${occupation.name} · ${hostName}`).join('\n'),
    isChosen: place === picked,
  }));
  return (
    <RegionMap
      key={`${String(at?.latitude)},${String(at?.longitude)},${String(work.length === 0)}`}
      fit={work.map(({ region }) => region.id)}
      label={t('map.label')}
      points={[...here, ...points]}
      onPlace={(latitude, longitude) => onPlace(`${latitude},${longitude}`)}
      onPoint={(id) => id !== 'here' && onPick(id)}
      {...(at && { focus: { ...at, zoom: 4 } })}
    />
  );
}
