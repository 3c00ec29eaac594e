import type { PlaceRow } from './demo-data.js';
import type { Random } from './random.js';
import { type TownName, towns } from './towns.js';

const metresPerDegree = 111_195;

/** A place within `spreadM` metres of a town's position, more often near it. */
export function placeNear(random: Random, name: TownName, spreadM: number): PlaceRow {
  const { county, latitude, longitude } = towns[name];
  const distance = random.next() * spreadM;
  const bearing = random.between(0, 2 * Math.PI);
  const north = (distance * Math.cos(bearing)) / metresPerDegree;
  const east = (distance * Math.sin(bearing)) / (metresPerDegree * Math.cos((latitude * Math.PI) / 180));
  return { regionId: `GB2260:${county}`, latitude: rounded(latitude + north), longitude: rounded(longitude + east) };
}

/** To a metre or so. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
