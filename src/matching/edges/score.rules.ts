import { commonDays, type Demand, type Supply } from './candidate.js';

/** Named parts of a score, each 0 to 10000. Never an input: sex, age, ethnicity, origin, marriage, health. */
export const scoreParts = ['skill', 'distance', 'wage', 'overlap', 'waiting', 'rating'] as const;
export type ScorePartName = (typeof scoreParts)[number];
export type ScoreOf = Readonly<Record<ScorePartName, number>>;

/** Weight of each part; only their proportions matter. */
export type Weights = Readonly<Record<ScorePartName, number>>;

const full = 10_000;
const pointsPerSpareLevel = 1_000;
const generousUplift = 0.3;
const longWaitDays = 30;
const neutralRating = 50;

/** How well the pair's occupation fits. `penalty` per hundred is that of a substitute occupation, 0 for the occupation itself. */
export interface Fit {
  readonly level: number;
  readonly penalty: number;
}

/** The parts of a feasible pair's score. `distanceM` and `reachM` are metres; `today` is a day number. */
export function scorePair(
  supply: Supply,
  demand: Demand,
  fit: Fit,
  distanceM: number,
  reachM: number,
  today: number,
): ScoreOf {
  const exact = full - Math.min(4, fit.level - demand.minLevel) * pointsPerSpareLevel;
  const uplift =
    supply.wageFloorFen === 0 ? generousUplift : (demand.wageFen - supply.wageFloorFen) / supply.wageFloorFen;
  return {
    skill: Math.round((exact * (100 - fit.penalty)) / 100),
    distance: reachM === 0 ? full : Math.round(full * (1 - distanceM / reachM)),
    wage: Math.round(full * Math.min(1, uplift / generousUplift)),
    overlap: Math.round((full * commonDays(supply, demand)) / (demand.lastDay - demand.firstDay + 1)),
    waiting: Math.round((full * Math.min(longWaitDays, Math.max(0, today - supply.waitingSinceDay))) / longWaitDays),
    rating: (supply.rating ?? neutralRating) * 100,
  };
}

/** The weighted mean of the parts, an integer 0 to 10000. */
export function totalScore(parts: ScoreOf, weights: Weights): number {
  let sum = 0;
  let weight = 0;
  for (const name of scoreParts) {
    sum += parts[name] * weights[name];
    weight += weights[name];
  }
  return Math.round(sum / weight);
}
