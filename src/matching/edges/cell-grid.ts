import { halfLineSquared, type Place } from './distance.js';

const radians = Math.PI / 180;
const metresPerDegree = 111_195;
const finestCellM = 12_000;
/** Makes circles larger than they are, so that no rounding of degrees leaves out a place on the rim. */
const marginM = 1;

/** Cells of so many degrees each way, in rows from south to north, that cover all places given. */
export class CellGrid {
  readonly rows: number;
  readonly columns: number;
  private readonly south: number;
  private readonly west: number;
  private readonly height: number;
  private readonly width: number;
  /** Of each row, the least cosine of its latitudes. */
  private readonly leastCosine: Float64Array;

  /** Cells are as fine as `mostCells` (at least 1) allows. */
  constructor(places: readonly Place[], mostCells: number) {
    const { south, north, west, east } = boundsOf(places);
    const shrink = Math.max(0.1, Math.cos(((south + north) / 2) * radians));
    let height = finestCellM / metresPerDegree;
    const across = (extent: number, size: number): number => Math.floor(extent / size) + 1;
    while (across(north - south, height) * across(east - west, height / shrink) > mostCells) height *= 1.2;
    this.south = south;
    this.west = west;
    this.height = height;
    this.width = height / shrink;
    this.rows = across(north - south, this.height);
    this.columns = across(east - west, this.width);
    this.leastCosine = Float64Array.from({ length: this.rows }, (_, row) => this.leastCosineOf(row));
  }

  get cells(): number {
    return this.rows * this.columns;
  }

  /** The cell of one of the places that the grid was made for. */
  cellOf({ latitude, longitude }: Place): number {
    return this.rowOf(latitude) * this.columns + Math.floor((longitude - this.west) / this.width);
  }

  /** As long as the spans of any circle may be. */
  emptySpans(): Int32Array {
    return new Int32Array(6 * this.rows);
  }

  /**
   * Writes the runs of cells that hold every place within `radiusM` of the centre, as pairs of first cell and cell
   * after the last, none twice; returns how many numbers it wrote. Circles may reach over the poles and the 180th
   * meridian.
   */
  spansAround({ latitude, longitude }: Place, radiusM: number, spans: Int32Array): number {
    const reach = (radiusM + marginM) / metresPerDegree;
    const height = halfLineSquared(radiusM + marginM);
    const cosine = Math.cos(latitude * radians);
    const last = Math.min(this.rows - 1, this.rowOf(latitude + reach * 1.001));
    let count = 0;
    for (let row = Math.max(0, this.rowOf(latitude - reach * 1.001)); row <= last; row++) {
      const bottom = this.south + row * this.height;
      const gap = Math.max(0, bottom - latitude, latitude - bottom - this.height);
      const share = (height - Math.sin((gap / 2) * radians) ** 2) / (cosine * (this.leastCosine[row] as number));
      if (share < 0) continue;
      // Near a pole a row may lie within the circle all the way round.
      const half = share < 1 ? (2 * Math.asin(Math.sqrt(share))) / radians : 180;
      count = this.addSpans(row, longitude - half, longitude + half, spans, count);
    }
    return count;
  }

  /** The part of a row between two longitudes, which may lie beyond the 180th meridian on either side. */
  private addSpans(row: number, from: number, to: number, spans: Int32Array, before: number): number {
    let count = before;
    let next = 0;
    const first = to > 180 ? -360 : 0;
    const last = from < -180 ? 360 : 0;
    for (let turn = first; turn <= last; turn += 360) {
      const left = Math.max(next, Math.floor((from + turn - this.west) / this.width));
      const right = Math.min(this.columns - 1, Math.floor((to + turn - this.west) / this.width));
      if (right < left) continue;
      next = right + 1;
      spans[count++] = row * this.columns + left;
      spans[count++] = row * this.columns + next;
    }
    return count;
  }

  private rowOf(latitude: number): number {
    return Math.floor((latitude - this.south) / this.height);
  }

  private leastCosineOf(row: number): number {
    const bottom = this.south + row * this.height;
    const top = Math.min(90, bottom + this.height);
    return Math.max(0, Math.min(Math.cos(bottom * radians), Math.cos(top * radians)));
  }
}

function boundsOf(places: readonly Place[]): { south: number; north: number; west: number; east: number } {
  const { latitude = 0, longitude = 0 } = places[0] ?? {};
  const bounds = { south: latitude, north: latitude, west: longitude, east: longitude };
  for (const place of places) {
    bounds.south = Math.min(bounds.south, place.latitude);
    bounds.north = Math.max(bounds.north, place.latitude);
    bounds.west = Math.min(bounds.west, place.longitude);
    bounds.east = Math.max(bounds.east, place.longitude);
  }
  return bounds;
}
