const earthRadiusM = 6_371_008.8;
const radians = Math.PI / 180;

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in metres on the mean sphere (haversine). */
export function distanceM(a: Place, b: Place): number {
  const dLat = (b.latitude - a.latitude) * radians;
  const dLon = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A place as a point of the unit sphere: the straight line between two such points tells their distance. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function pointOf({ latitude, longitude }: Place): Point {
  const across = Math.cos(latitude * radians);
  return {
    x: across * Math.cos(longitude * radians),
    y: across * Math.sin(longitude * radians),
    z: Math.sin(latitude * radians),
  };
}

/** As far as this, `distanceAlong` and `distanceM` agree to less than `agreementM`: farther, an arc hardly shows in its line. */
export const agreementReachM = 10_000_000;
export const agreementM = 1e-6;

/** Half the straight line, squared, between points of the unit sphere that are so many metres apart; 1 on the far side. */
export function halfLineSquared(metres: number): number {
  return Math.sin(Math.min(Math.PI / 2, metres / (2 * earthRadiusM))) ** 2;
}

/** The metres between points of the unit sphere, from half their straight line, squared. */
export function distanceAlong(halfSquared: number): number {
  const half = Math.sqrt(halfSquared);
  // Up to some 300 km four terms of the arcsine's series are as good as the arcsine, and quicker.
  const arc =
    halfSquared < 6e-4
      ? half * (1 + halfSquared * (1 / 6 + halfSquared * (3 / 40 + halfSquared * (15 / 336))))
      : Math.asin(Math.min(1, half));
  return 2 * earthRadiusM * arc;
}
