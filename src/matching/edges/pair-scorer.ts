import type { Demand, Supply } from './candidate.js';
import type { DemandColumns } from './demand-columns.js';
import { distanceAlong, distanceM } from './distance.js';
import type { GrowingRows } from './edge-rows.js';
import type { PairSieve } from './pair-sieve.js';
import type { Reach } from './reach.js';
import {
  appliedPart,
  highestScore,
  mostSpareLevels,
  nearness,
  overlapPart,
  ratingPart,
  skillPart,
  totalWeight,
  wagePart,
  waitingPart,
  type Weights,
  wholePoints,
} from './score.rules.js';
import type { Target } from './skill-targets.js';

export interface ScorerParts {
  readonly demands: readonly Demand[];
  readonly columns: DemandColumns;
  /** Of the supply that begin() was told. */
  readonly reach: Reach;
  readonly sieve: PairSieve;
  readonly rows: GrowingRows;
  readonly weights: Weights;
  readonly today: number;
}

/**
 * Scores what the sieve left and writes it into rows. Sums the weighted parts in the order of `totalScore`, so that every
 * score is the same to the last bit. Loops over all pairs read and write numbers only: a look at an object among them
 * would make every column be found anew for each pair.
 */
export class PairScorer {
  private readonly weight: number;
  /** By spare levels: the weighted part of the skill. */
  private readonly skill = new Float64Array(mostSpareLevels + 1);
  /** The distance's part of each pair that the sieve left, and those of them where it is a close call. */
  private readonly near: Float64Array;
  private readonly close: Int32Array;
  /** By demand: the weighted part of an application; 0 but for the needs that the supply at hand applied for. */
  private readonly applied: Float64Array;
  private readonly demandsOf = new Map<string, number[]>();
  private appliedTo: readonly number[] = [];
  private waiting = 0;
  private rating = 0;
  private supply: Supply | undefined;

  constructor(private readonly parts: ScorerParts) {
    this.weight = totalWeight(parts.weights);
    this.near = new Float64Array(parts.demands.length);
    this.close = new Int32Array(parts.demands.length);
    this.applied = new Float64Array(parts.demands.length);
    for (const [demand, { needId }] of parts.demands.entries()) {
      const known = this.demandsOf.get(needId);
      if (known) known.push(demand);
      else this.demandsOf.set(needId, [demand]);
    }
  }

  begin(supply: Supply): void {
    const { demands, weights, today } = this.parts;
    this.supply = supply;
    this.waiting = waitingPart(supply, today) * weights.waiting;
    this.rating = ratingPart(supply) * weights.rating;
    for (const demand of this.appliedTo) this.applied[demand] = 0;
    this.appliedTo = (supply.appliedNeeds ?? []).flatMap((needId) => this.demandsOf.get(needId) ?? []);
    for (const demand of this.appliedTo)
      this.applied[demand] = appliedPart(supply, demands[demand] as Demand) * weights.applied;
  }

  /** Adds the edges to the first `count` places of the sieve. */
  readonly add = (target: Target, count: number): void => {
    const { supply } = this;
    if (!supply) return;
    const isAnyTooFar = this.settle(supply, this.measure(count));
    this.write(supply, target, isAnyTooFar ? this.dropTooFar(count) : count);
  };

  /** Finds the distances' parts by straight lines; returns how many are too close to call. */
  private measure(count: number): number {
    const { near, close } = this;
    const { places, halfSquared } = this.parts.sieve;
    const { reachM, sure, doubt } = this.parts.reach;
    const { lodging } = this.parts.columns;
    let calls = 0;
    for (let i = 0; i < count; i++) {
      const kind = lodging[places[i] as number] as number;
      const half = halfSquared[i] as number;
      const part = nearness(distanceAlong(half), reachM[kind] as number);
      const points = wholePoints(part);
      near[i] = points;
      const isClear = Math.abs(part - points) < 0.5 - highestScore * (doubt[kind] as number);
      if (!isClear || half > (sure[kind] as number)) close[calls++] = i;
    }
    return calls;
  }

  /** Asks the distance itself in close calls; a negative part is too far. Returns whether there is any. */
  private settle(supply: Supply, calls: number): boolean {
    const { demands, columns, reach, sieve } = this.parts;
    let isAnyTooFar = false;
    for (let call = 0; call < calls; call++) {
      const i = this.close[call] as number;
      const p = sieve.places[i] as number;
      const distance = distanceM(supply, demands[columns.demand[p] as number] as Demand);
      const reachM = reach.reachM[columns.lodging[p] as number] as number;
      const isTooFar = distance > reachM;
      this.near[i] = isTooFar ? -1 : wholePoints(nearness(distance, reachM));
      isAnyTooFar ||= isTooFar;
    }
    return isAnyTooFar;
  }

  private dropTooFar(count: number): number {
    const { near } = this;
    const { places } = this.parts.sieve;
    let left = 0;
    for (let i = 0; i < count; i++) {
      if ((near[i] as number) < 0) continue;
      places[left] = places[i] as number;
      near[left++] = near[i] as number;
    }
    return left;
  }

  private write(supply: Supply, { level, penalty }: Target, count: number): void {
    const { skill, near, waiting, rating, applied, weight } = this;
    const { columns, sieve, rows, weights } = this.parts;
    const { demand, minLevel, wageFen } = columns;
    const { firstDay, lastDay, wageFloorFen } = supply;
    const { places } = sieve;
    const { distance, wage, overlap } = weights;
    for (let spare = 0; spare <= mostSpareLevels; spare++) skill[spare] = skillPart(spare, penalty) * weights.skill;
    rows.reserve(count);
    const { sink, score } = rows;
    const edges = rows.count;
    for (let i = 0; i < count; i++) {
      const p = places[i] as number;
      const d = demand[p] as number;
      const from = columns.firstDay[p] as number;
      const to = columns.lastDay[p] as number;
      const common = lesser(lastDay, to) + lesser(-firstDay, -from) + 1;
      const sum =
        (skill[lesser(mostSpareLevels, level - (minLevel[p] as number))] as number) +
        (near[i] as number) * distance +
        wagePart(wageFen[p] as number, wageFloorFen) * wage +
        overlapPart(common, to - from + 1) * overlap +
        waiting +
        rating +
        (applied[d] as number);
      sink[edges + i] = d;
      score[edges + i] = wholePoints(sum / weight);
    }
    rows.count = edges + count;
  }
}

/** The lesser of two whole numbers, without a branch; they may be 2^31 apart at most. */
function lesser(a: number, b: number): number {
  const difference = (a - b) | 0;
  return b + (difference & (difference >> 31));
}
