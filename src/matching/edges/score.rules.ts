import { commonDays, type Demand, type Supply } from './candidate.js';

/** Named parts of a score, each 0 to 10000. Never an input: sex, age, ethnicity, origin, marriage, health. */
export const scoreParts = ['skill', 'distance', 'wage', 'overlap', 'waiting', 'rating', 'applied'] as const;
export type ScorePartName = (typeof scoreParts)[number];
export type ScoreOf = Readonly<Record<ScorePartName, number>>;

/** Weight of each part; only their proportions matter. */
export type Weights = Readonly<Record<ScorePartName, number>>;

/** Of a part and of a score. */
export const highestScore = 10_000;
const full = highestScore;
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
  return {
    skill: skillPart(fit.level - demand.minLevel, fit.penalty),
    distance: wholePoints(nearness(distanceM, reachM)),
    wage: wagePart(demand.wageFen, supply.wageFloorFen),
    overlap: overlapPart(commonDays(supply, demand), demand.lastDay - demand.firstDay + 1),
    waiting: waitingPart(supply, today),
    rating: ratingPart(supply),
    applied: appliedPart(supply, demand),
  };
}

/** Rounded, as Math.round does for what is not negative, and a third as long: scores are computed by the million. */
export function wholePoints(points: number): number {
  return Math.floor(points + 0.5);
}

/** From this number of levels above the least on, more make no difference. */
export const mostSpareLevels = 4;

export function skillPart(spareLevels: number, penalty: number): number {
  const exact = full - Math.min(mostSpareLevels, spareLevels) * pointsPerSpareLevel;
  return wholePoints((exact * (100 - penalty)) / 100);
}

/** The distance's part before it is rounded; none for a site beyond the reach, where a bus goes. */
export function nearness(distanceM: number, reachM: number): number {
  if (distanceM > reachM) return 0;
  return reachM === 0 ? full : full * (1 - distanceM / reachM);
}

export function wagePart(wageFen: number, floorFen: number): number {
  const uplift = floorFen === 0 ? generousUplift : (wageFen - floorFen) / floorFen;
  return wholePoints(full * Math.min(1, uplift / generousUplift));
}

export function overlapPart(commonDays: number, days: number): number {
  return wholePoints((full * commonDays) / days);
}

export function waitingPart({ waitingSinceDay }: Supply, today: number): number {
  return wholePoints((full * Math.min(longWaitDays, Math.max(0, today - waitingSinceDay))) / longWaitDays);
}

export function ratingPart({ rating }: Supply): number {
  return (rating ?? neutralRating) * 100;
}

/** Whoever asked for just this work has it before others who would do as well. */
export function appliedPart({ appliedNeeds }: Supply, { needId }: Pick<Demand, 'needId'>): number {
  return appliedNeeds?.includes(needId) ? full : 0;
}

/** The weighted mean of the parts, an integer 0 to 10000. */
export function totalScore(parts: ScoreOf, weights: Weights): number {
  let sum = 0;
  for (const name of scoreParts) sum += parts[name] * weights[name];
  return wholePoints(sum / totalWeight(weights));
}

/** Throws when the weights cannot be weighed against each other. */
export function totalWeight(weights: Weights): number {
  let weight = 0;
  for (const name of scoreParts) {
    if (!(weights[name] >= 0)) throw new RangeError(`The weight of ${name} is ${weights[name]}`);
    weight += weights[name];
  }
  if (!(weight > 0 && weight < Infinity)) throw new RangeError(`The weights add up to ${weight}`);
  return weight;
}
