import type { Demand, Substitutes, Supply } from './candidate.js';
import { BusEdges } from './bus-edges.js';
import { DemandColumns } from './demand-columns.js';
import { type EdgeRows, GrowingRows } from './edge-rows.js';
import { PairJudge } from './pair-judge.js';
import { PairScorer } from './pair-scorer.js';
import { PairSieve } from './pair-sieve.js';
import { Reach } from './reach.js';
import type { Weights } from './score.rules.js';
import { SkillTargets } from './skill-targets.js';

/** The feasible pairs, and how many pairs were looked at to find them. */
export interface BuiltEdges extends EdgeRows {
  readonly tested: number;
}

/**
 * All feasible pairs with their scores: the pairs and scores that a PairJudge finds by looking at every pair. A row's
 * edges are in no particular order.
 *
 * Demands are laid out by occupation and cell of a grid, so that a supply meets only those that a skill of its fits and
 * that lie about its circle; the cheapest tests come first, and distances are straight lines unless it is a close call.
 */
export function buildEdges(
  supplies: readonly Supply[],
  demands: readonly Demand[],
  substitutes: Substitutes,
  weights: Weights,
  today: number,
): BuiltEdges {
  const columns = new DemandColumns(demands);
  const skills = new SkillTargets(columns, substitutes);
  const sieve = new PairSieve(columns, demands);
  const reach = new Reach();
  const rows = new GrowingRows(supplies.length);
  const scorer = new PairScorer({ demands, columns, reach, sieve, rows, weights, today });
  const byBus = new BusEdges(demands, substitutes, new PairJudge(substitutes, weights, today));
  for (const supply of supplies) {
    if (supply.shuttles) {
      byBus.add(supply, rows);
      continue;
    }
    const targets = skills.of(supply);
    reach.set(supply);
    scorer.begin(supply);
    sieve.sift(supply, reach, targets, scorer.add);
    rows.endRow();
  }
  return { ...rows.finish(), tested: sieve.tested };
}
