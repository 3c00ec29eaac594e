import { geoContains } from 'd3-geo';
import { type ReactNode, Suspense, use } from 'react';
import { Loading } from '../state';
import { loadOutlines, nameOf } from './map-data';
import { RegionMap } from './region-map';

export interface ChosenPlace {
  readonly latitude: number;
  readonly longitude: number;
  /** The county it lies in. */
  readonly regionId: string;
  readonly regionName: string;
}

interface PlaceFieldProps {
  readonly label: string;
  readonly value: ChosenPlace | null;
  readonly onChange: (place: ChosenPlace) => void;
}

/** A place, by a click on the map; the county comes with it. */
export function PlaceField(props: PlaceFieldProps): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <PlaceMap {...props} />
    </Suspense>
  );
}

function PlaceMap({ label, value, onChange }: PlaceFieldProps): ReactNode {
  const outlines = use(loadOutlines());
  const names = new Map(outlines.map((outline) => [outline.id, nameOf(outline)]));
  const choose = (latitude: number, longitude: number): void => {
    const county = outlines.find((outline) => geoContains(outline, [longitude, latitude]));
    if (county) onChange({ latitude, longitude, regionId: county.id, regionName: nameOf(county) });
  };
  const points = value ? [{ id: 'chosen', ...value, label: value.regionName, isChosen: true }] : [];
  return (
    <RegionMap
      label={label}
      points={points}
      onPlace={choose}
      caption={(id) => [names.get(id) ?? '']}
      {...(value && { focus: { latitude: value.latitude, longitude: value.longitude, zoom: 3 } })}
    />
  );
}
