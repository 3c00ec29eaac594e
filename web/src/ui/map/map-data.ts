import { languageNow } from '../../i18n/i18n';
import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Names {
  readonly name: string;
  readonly nameEn?: string;
}

export type Outline = Feature<Polygon | MultiPolygon, Names> & { readonly id: string };

type MapFile = Topology<{ counties: GeometryCollection<Names> }>;

let outlines: Promise<readonly Outline[]> | undefined;

/** The counties' outlines, each with its region's id, read once. */
export function loadOutlines(): Promise<readonly Outline[]> {
  outlines ??= read();
  return outlines;
}

async function read(): Promise<readonly Outline[]> {
  const answer = await fetch('/maps/counties.topo.json');
  if (!answer.ok) throw new Error(`The map answers ${answer.status}`);
  const map = (await answer.json()) as MapFile;
  return feature(map, map.objects.counties).features.filter((found): found is Outline => typeof found.id === 'string');
}

/** A county's name in the reader's language; a map of one's own may know only one. */
export function nameOf({ properties: { name, nameEn } }: Outline): string {
  return languageNow() === 'en' ? (nameEn ?? name) : name;
}
