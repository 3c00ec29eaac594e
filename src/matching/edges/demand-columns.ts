import type { Demand } from './candidate.js';
import { CellGrid } from './cell-grid.js';
import { pointOf } from './distance.js';

/** Bits of `flags`. */
export const acceptsSubstitutes = 1;
export const asksCertificates = 2;

/** Number of all work of one occupation that is paid in one way. */
export type Bucket = number;

const cellsToSpare = 65_536;
const cellsPerDemand = 8;
/** More days than any supply has. */
const never = 10_000_000;

/**
 * What decides about demands, column by column, the demands of a bucket together and within it those of a cell: the
 * demands near a supply that its skill fits are a few runs of neighbouring places in every column.
 */
export class DemandColumns {
  readonly grid: CellGrid;
  /** First place of each bucket's each cell, at `bucket * grid.cells + cell`; the last entry is the number of places. */
  readonly start: Int32Array;
  /** Index of each place's demand among the demands given. */
  readonly demand: Int32Array;
  readonly minLevel: Int32Array;
  readonly wageFen: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Common days that a host is content with, at least 1. */
  readonly leastDays: Int32Array;
  /** A supply that leaves before this day, or comes after that one, has too few common days. */
  readonly leaveFrom: Int32Array;
  readonly comeUntil: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** 1 where the host lodges. */
  readonly lodging: Uint8Array;
  readonly flags: Uint8Array;
  /** Number of each place's host, as `hostNumber` tells it. */
  readonly host: Int32Array;
  private readonly hosts = new Map<string, number>();
  private readonly buckets = new Map<string, Map<string, Bucket>>();
  private bucketCount = 0;

  constructor(demands: readonly Demand[]) {
    const bucketOf = Int32Array.from(demands, (demand) => this.bucketFor(demand));
    const room = (cellsToSpare + cellsPerDemand * demands.length) / Math.max(1, this.bucketCount);
    this.grid = new CellGrid(demands, Math.max(1, room));
    const { cells } = this.grid;
    const keys = Int32Array.from(demands, (demand, d) => (bucketOf[d] as number) * cells + this.grid.cellOf(demand));
    const { start, order } = sorted(keys, this.bucketCount * cells);
    const ordered = Array.from(order, (d) => demands[d] as Demand);
    const whole = (value: (demand: Demand) => number): Int32Array => Int32Array.from(ordered, value);
    this.start = start;
    this.demand = order;
    this.minLevel = whole(({ minLevel }) => minLevel);
    this.wageFen = whole(({ wageFen }) => wageFen);
    this.firstDay = whole(({ firstDay }) => firstDay);
    this.lastDay = whole(({ lastDay }) => lastDay);
    this.leastDays = whole(leastDaysOf);
    this.leaveFrom = whole((demand) => demand.firstDay + leastDaysOf(demand) - 1);
    this.comeUntil = whole((demand) => demand.lastDay - leastDaysOf(demand) + 1);
    const points = ordered.map(pointOf);
    this.x = Float64Array.from(points, ({ x }) => x);
    this.y = Float64Array.from(points, ({ y }) => y);
    this.z = Float64Array.from(points, ({ z }) => z);
    this.lodging = Uint8Array.from(ordered, ({ lodging }) => (lodging ? 1 : 0));
    this.flags = Uint8Array.from(ordered, flagsOf);
    this.host = whole(({ hostId }) => this.numberHost(hostId));
  }

  /** Occupation → bucket of the work that is paid in this way, as `payOf` tells it. */
  paidIn(pay: string): ReadonlyMap<string, Bucket> | undefined {
    return this.buckets.get(pay);
  }

  /** undefined for an enterprise that asks for nobody. */
  hostNumber(enterpriseId: string): number | undefined {
    return this.hosts.get(enterpriseId);
  }

  private numberHost(hostId: string): number {
    const number = this.hosts.get(hostId) ?? this.hosts.size;
    this.hosts.set(hostId, number);
    return number;
  }

  private bucketFor(demand: Demand): Bucket {
    const { occupationId } = demand;
    const pay = payOf(demand);
    const occupations = this.buckets.get(pay) ?? new Map<string, Bucket>();
    this.buckets.set(pay, occupations);
    const bucket = occupations.get(occupationId) ?? this.bucketCount++;
    occupations.set(occupationId, bucket);
    return bucket;
  }
}

/** Tells one way of pay from another. */
export function payOf({ wageUnit, currency }: Pick<Demand, 'wageUnit' | 'currency'>): string {
  return `${wageUnit} ${currency}`;
}

/** `common * 100 >= days * minOverlapPercent` and `common >= 1`, solved for the whole number `common`. */
function leastDaysOf({ firstDay, lastDay, minOverlapPercent }: Demand): number {
  const days = lastDay - firstDay + 1;
  const least = Math.max(1, Math.ceil((days * minOverlapPercent) / 100));
  return least > days ? never : least;
}

function flagsOf({ acceptsSubstitutes: accepts, certificateCodes }: Demand): number {
  return (accepts ? acceptsSubstitutes : 0) | (certificateCodes.length > 0 ? asksCertificates : 0);
}

/** Where each key's run starts, and the indices of keys in ascending order of key. */
function sorted(keys: Int32Array, different: number): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(different + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] as number) + 1;
  for (let key = 0; key < different; key++) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const next = start.slice();
  const order = new Int32Array(keys.length);
  for (const [index, key] of keys.entries()) {
    const place = next[key] as number;
    order[place] = index;
    next[key] = place + 1;
  }
  return { start, order };
}
