import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Outline = Feature<Polygon | MultiPolygon, { readonly name: string }> & { readonly id: string };

type MapFile = Topology<{ counties: GeometryCollection<{ name: string }> }>;

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
