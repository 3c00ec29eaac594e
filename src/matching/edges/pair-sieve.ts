import type { Demand, Supply } from './candidate.js';
import { acceptsSubstitutes, asksCertificates, type DemandColumns } from './demand-columns.js';
import { pointOf } from './distance.js';
import { isKeptApart, isBooked, isCertified } from './feasibility.rules.js';
import type { Reach } from './reach.js';
import type { Target } from './skill-targets.js';

/** No host's number. */
const nobody = 2 ** 30;
/** Makes a whole number of half a line, squared. */
const wholeSphere = 2 ** 30;

/**
 * Leaves of a bucket's demands those in a supply's reach that its level, wage and days fit. Its loops keep or drop by
 * adding 1 or 0 to a count: a branch that goes either way in no order would cost more than all they compute.
 */
export class PairSieve {
  /** What is left: places among the columns, and for each half the straight line to it, squared. */
  readonly places: Int32Array;
  readonly halfSquared: Float64Array;
  /** Pairs looked at so far. */
  tested = 0;
  private readonly spans: Int32Array;
  /** Some demand among the last that were sifted asks for certificates. */
  private asksMore = false;

  constructor(
    private readonly columns: DemandColumns,
    private readonly demands: readonly Demand[],
  ) {
    const { length } = columns.demand;
    this.places = new Int32Array(length);
    this.halfSquared = new Float64Array(length);
    this.spans = columns.grid.emptySpans();
  }

  /** Sifts each target's demands in turn and says how many are left; `use` must be done with them when it returns. */
  sift(supply: Supply, reach: Reach, targets: readonly Target[], use: (target: Target, left: number) => void): void {
    if (targets.length === 0) return;
    const spanEnd = this.columns.grid.spansAround(supply, reach.farthestM, this.spans);
    for (const target of targets) {
      const fitting = this.fitting(supply, target, spanEnd);
      const near = this.within(supply, reach, target, fitting);
      const left = this.asksMore || isParticular(supply) ? this.free(supply, near) : near;
      if (left > 0) use(target, left);
    }
  }

  private fitting(supply: Supply, { bucket, level }: Target, spanEnd: number): number {
    const { places, spans } = this;
    const { grid, start, minLevel, wageFen, leaveFrom, comeUntil, leastDays } = this.columns;
    const { firstDay, lastDay, wageFloorFen } = supply;
    const days = lastDay - firstDay + 1;
    const base = bucket * grid.cells;
    let tested = 0;
    let fitting = 0;
    for (let span = 0; span < spanEnd; span += 2) {
      const from = start[base + (spans[span] as number)] as number;
      const end = start[base + (spans[span + 1] as number)] as number;
      tested += end - from;
      for (let p = from; p < end; p++) {
        // Negative when any of them is.
        const lacks =
          (level - (minLevel[p] as number)) |
          ((wageFen[p] as number) - wageFloorFen) |
          (lastDay - (leaveFrom[p] as number)) |
          ((comeUntil[p] as number) - firstDay) |
          (days - (leastDays[p] as number));
        places[fitting] = p;
        fitting += 1 + (lacks >> 31);
      }
    }
    this.tested += tested;
    return fitting;
  }

  private within(supply: Supply, { limits }: Reach, { penalty }: Target, fitting: number): number {
    const { places, halfSquared } = this;
    const { x, y, z, lodging, flags, host } = this.columns;
    const point = pointOf(supply);
    const lender = (supply.lenderId === null ? undefined : this.columns.hostNumber(supply.lenderId)) ?? nobody;
    const asked = penalty > 0 ? acceptsSubstitutes : 0;
    let left = 0;
    let asks = 0;
    for (let i = 0; i < fitting; i++) {
      const p = places[i] as number;
      const flag = flags[p] as number;
      const dx = (x[p] as number) - point.x;
      const dy = (y[p] as number) - point.y;
      const dz = (z[p] as number) - point.z;
      const half = (dx * dx + dy * dy + dz * dz) / 4;
      places[left] = p;
      halfSquared[left] = half;
      asks |= flag;
      // Negative when any of them is; the fraction that a whole number lacks keeps a few too many, never too few.
      const lacks =
        (((limits[lodging[p] as number] as number) - half) * wholeSphere) |
        -(asked & ~flag) |
        (((host[p] as number) ^ lender) - 1);
      left += 1 + (lacks >> 31);
    }
    this.asksMore = (asks & asksCertificates) !== 0;
    return left;
  }

  /** Drops those whose certificates the supply lacks, those on days when it is booked, and those it is blocked from. */
  private free(supply: Supply, near: number): number {
    const { places, halfSquared, demands } = this;
    const { demand, flags } = this.columns;
    const isLooked = isParticular(supply);
    let left = 0;
    for (let i = 0; i < near; i++) {
      const p = places[i] as number;
      places[left] = p;
      halfSquared[left] = halfSquared[i] as number;
      const asks = ((flags[p] as number) & asksCertificates) !== 0;
      if ((asks || isLooked) && isRuledOut(supply, demands[demand[p] as number] as Demand)) continue;
      left++;
    }
    return left;
  }
}

function isRuledOut(supply: Supply, demand: Demand): boolean {
  return !isCertified(supply, demand) || isBooked(supply, demand) || isKeptApart(supply, demand);
}

/** Whether each demand has to be looked at for a supply, whatever the demand asks. */
function isParticular({ booked, blockedHosts, barredNeeds }: Supply): boolean {
  return booked.length > 0 || blockedHosts !== undefined || barredNeeds !== undefined;
}
