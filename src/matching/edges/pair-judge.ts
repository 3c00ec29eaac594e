import type { Demand, Substitutes, Supply } from './candidate.js';
import { distanceM } from './distance.js';
import { infeasibility, isKeptApart, reachM } from './feasibility.rules.js';
import { doableBesides, fitOf } from './fits.js';
import { type ScoreOf, scorePair, totalScore, type Weights } from './score.rules.js';

/** What there is to say of a feasible pair. */
export interface ScoredPair {
  readonly score: number;
  readonly parts: ScoreOf;
  readonly distanceM: number;
}

/** Looks at single pairs by the rules: slow, and what every quicker way must agree with. */
export class PairJudge {
  private readonly besides: Substitutes;

  constructor(
    substitutes: Substitutes,
    private readonly weights: Weights,
    private readonly today: number,
  ) {
    this.besides = doableBesides(substitutes);
  }

  /** undefined when the pair is not feasible. */
  judge(supply: Supply, demand: Demand): ScoredPair | undefined {
    const fit = fitOf(supply, demand, this.besides);
    if (!fit || isKeptApart(supply, demand)) return undefined;
    const distance = distanceM(supply, demand);
    if (infeasibility(supply, demand, fit.level, distance)) return undefined;
    const parts = scorePair(supply, demand, fit, distance, reachM(supply, demand), this.today);
    return { score: totalScore(parts, this.weights), parts, distanceM: Math.round(distance) };
  }
}
