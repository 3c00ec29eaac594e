import { distanceM, type Place } from '../../matching/index.js';

/** Grid on which people are picked up, in degrees: about 1.1 km. No point is anybody's home. */
const grid = 0.01;

const snapped = ({ latitude, longitude }: Place): Place => ({
  latitude: Math.round(Math.round(latitude / grid) * grid * 1e6) / 1e6,
  longitude: Math.round(Math.round(longitude / grid) * grid * 1e6) / 1e6,
});
const keyOf = ({ latitude, longitude }: Place): string => `${latitude} ${longitude}`;

export interface PickUps {
  readonly points: readonly Place[];
  /** For each home the index of its point: the nearest. */
  readonly pointOf: readonly number[];
}

/**
 * Points such that everybody lives within `walkM` metres of one, or within a cell of the grid; few of them: the one that reaches most of those who
 * have none yet comes next (greedy set cover, within ln n of the fewest).
 */
export function pickUpsOf(homes: readonly Place[], walkM: number): PickUps {
  const cells = [...new Map(homes.map((home) => [keyOf(snapped(home)), snapped(home)])).values()];
  const reach = cells.map((cell) => homes.map((home) => isWithin(cell, home, walkM)));
  const open = new Set(homes.keys());
  const points: Place[] = [];
  while (open.size > 0) {
    const gains = reach.map((of) => [...open].filter((home) => of[home]).length);
    const best = gains.indexOf(Math.max(...gains));
    const cell = cells[best];
    if (!cell || gains[best] === 0) break;
    points.push(cell);
    for (const home of [...open]) if (reach[best]?.[home]) open.delete(home);
  }
  return { points, pointOf: homes.map((home) => nearest(points, home)) };
}

const isWithin = (cell: Place, home: Place, walkM: number): boolean =>
  distanceM(cell, home) <= walkM || keyOf(snapped(home)) === keyOf(cell);

function nearest(points: readonly Place[], home: Place): number {
  const distances = points.map((point) => distanceM(point, home));
  return distances.indexOf(Math.min(...distances));
}
