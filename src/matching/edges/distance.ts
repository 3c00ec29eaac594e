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

/** A box in degrees that holds every point within `radiusM` of a place; a little too large, never too small. */
export function boxAround(
  { latitude, longitude }: Place,
  radiusM: number,
): { minX: number; minY: number; maxX: number; maxY: number } {
  const dLat = ((radiusM + 1) / earthRadiusM / radians) * 1.001;
  const widest = Math.min(89.9, Math.abs(latitude) + dLat);
  const dLon = Math.min(180, dLat / Math.cos(widest * radians));
  return { minX: longitude - dLon, minY: latitude - dLat, maxX: longitude + dLon, maxY: latitude + dLat };
}
