import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionMap } from '../../ui/map/region-map';
import type { Work, WorkSearch } from './work.rules';

interface WorkMapProps {
  readonly work: readonly Work[];
  readonly at: WorkSearch['at'];
  /** Of the work whose card is shown. */
  readonly picked: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onPlace: (at: string) => void;
}

/** Where the work of the list is, to a kilometre; a place to search from, too. */
export function WorkMap({ work, at, picked, onPick, onPlace }: WorkMapProps): ReactNode {
  const { t } = useTranslation('work');
  const here = at ? [{ id: 'here', ...at, label: t('map.here'), isChosen: true }] : [];
  const points = work.map(({ id, latitude, longitude, occupation, hostName }) => ({
    id,
    latitude,
    longitude,
    label: `${occupation.name} · ${hostName}`,
    isChosen: id === picked,
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
