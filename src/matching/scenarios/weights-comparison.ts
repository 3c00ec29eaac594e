import type { ProposedPair } from '../../labour/index.js';
import type { Demand, Supply } from '../edges/candidate.js';
import { scoreParts, type ScorePartName } from '../edges/score.rules.js';
import { seatsOf } from '../runs/plan.js';
import { workersMoved } from './seat-outcome.js';

/** One figure under the present weights and under the proposed ones; null where nobody is seated. */
export interface Shift {
  readonly before: number | null;
  readonly after: number | null;
}

/** What other weights would make of a market: the same seats filled, by whom and how far from home. */
export interface WeightsComparison {
  readonly filled: { readonly before: number; readonly after: number };
  /** Workers whose seat would be another one, or who would have one and have none, or the reverse. */
  readonly workersMoved: number;
  /** Mean points of the chosen pairs, before weighing. */
  readonly parts: readonly ({ readonly name: ScorePartName } & Shift)[];
  readonly distanceM: Shift;
  /** How far the wage is above what the worker asks, percent; of those who ask for something. */
  readonly wageUpliftPercent: Shift;
  /** Of those seated. */
  readonly waitingDays: Shift;
}

interface Compared {
  readonly supplies: readonly Supply[];
  readonly demands: readonly Demand[];
  readonly before: readonly ProposedPair[];
  readonly after: readonly ProposedPair[];
  readonly today: number;
}

/** Of two plans of one market. */
export function compareWeights({ supplies, demands, before, after, today }: Compared): WeightsComparison {
  // Weights order full plans among themselves; how many seats are filled comes before any score.
  if (before.length !== after.length) throw new Error(`Weights cost seats: ${before.length} and ${after.length}`);
  const supplyOf = new Map(supplies.flatMap((supply) => supply.workerIds.map((id) => [id, supply] as const)));
  const demandOf = new Map(demands.map((demand) => [demand.needId, demand]));
  const shift = (figure: (pair: ProposedPair) => number | undefined, digits = 0): Shift => ({
    before: mean(before.map(figure), digits),
    after: mean(after.map(figure), digits),
  });
  return {
    filled: { before: before.length, after: after.length },
    workersMoved: workersMoved(seatsOf({ pairs: before }), seatsOf({ pairs: after })),
    parts: scoreParts.map((name) => ({ name, ...shift(({ parts }) => parts[name]) })),
    distanceM: shift(({ distanceM }) => distanceM),
    wageUpliftPercent: shift(({ workerId, needId }) => {
      const [floor, wage] = [supplyOf.get(workerId)?.wageFloorFen, demandOf.get(needId)?.wageFen];
      return floor && wage !== undefined ? (100 * (wage - floor)) / floor : undefined;
    }, 1),
    waitingDays: shift(({ workerId }) => {
      const since = supplyOf.get(workerId)?.waitingSinceDay;
      return since === undefined ? undefined : Math.max(0, today - since);
    }, 1),
  };
}

function mean(figures: readonly (number | undefined)[], digits: number): number | null {
  const known = figures.filter((figure) => figure !== undefined);
  if (known.length === 0) return null;
  const scale = 10 ** digits;
  return Math.round((scale * known.reduce((sum, figure) => sum + figure, 0)) / known.length) / scale;
}
