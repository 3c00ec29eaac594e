import { mean, sampleCorrelation, sum } from 'simple-statistics';
import type { LocalDate } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { type Period, stepAround, stepsOf, type Step } from '../reports/period.rules.js';
import type { Point } from './quality.rules.js';

export type Aggregate = 'sum' | 'mean';

/** How one series goes with another that is moved against it by some periods. */
export interface Correlation {
  /** How many periods the second comes later than the first; negative: earlier. */
  readonly lag: number;
  /** How many pairs there are. */
  readonly n: number;
  /** Pearson's r, -1 to 1; null where there are too few pairs, or one side never moves. */
  readonly r: number | null;
  /** |r| that unrelated values stay below 95 times in 100, roughly (1.96/√n); null where r is. */
  readonly noise: number | null;
}

const maxLag = 6;
const leastPairs = 8;

type Values = readonly (number | null)[];

/** Steps that a series of a cadence can be shown in: its own, and those that whole periods of it make up. Weeks make up no months. */
export function stepsFrom(cadence: Step): readonly Step[] {
  const steps = ['day', 'week', 'month', 'quarter', 'year'] as const;
  return steps.slice(steps.indexOf(cadence)).filter((step) => cadence !== 'week' || step === 'week');
}

/** A period made whole: from the first day of its first step to the last day of its last. */
export const wholeSteps = ({ from, until }: Period, step: Step): Period => ({
  from: stepAround(from, step).from,
  until: stepAround(until, step).until,
});

/** A series by the steps of a period of whole steps; null where a period of a step is missing. */
export function byStep(
  points: readonly Point[],
  { cadence, aggregate }: { readonly cadence: Step; readonly aggregate: Aggregate },
  period: Period,
  step: Step,
): (number | null)[] {
  const grouped = groupBy(points, ({ firstDay }) => stepAround(firstDay, step).from);
  return stepsOf(period, step).map((one) => {
    const values = (grouped.get(one.from) ?? []).map(({ value }) => value);
    if (values.length === 0 || values.length < stepsOf(one, cadence).length) return null;
    return aggregate === 'sum' ? sum(values) : mean(values);
  });
}

/** How the second series goes with the first, for every lag of up to six periods. */
export function correlations(first: Values, second: Values): Correlation[] {
  return Array.from({ length: 2 * maxLag + 1 }, (_, at) => correlationAt(first, second, at - maxLag));
}

/** The change of each value to the one before; null where either is not known. Two trends go together whatever they are of; their changes need not. */
export function changesOf(values: Values): (number | null)[] {
  return values.map((value, at) => {
    const before = values[at - 1] ?? null;
    return value === null || before === null ? null : value - before;
  });
}

/**
 * An indicator's figures from the first on that counted anything: what the platform did not see yet is not known to be zero,
 * and a step up from nothing would go together with anything.
 */
export function sinceCounted(
  figures: readonly {
    readonly value: number | null;
    readonly numerator: number;
    readonly denominator: number | null;
  }[],
): (number | null)[] {
  const first = figures.findIndex(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0);
  return figures.map(({ value }, at) => (first >= 0 && at >= first ? value : null));
}

/** The lag at which the two go together most, the shorter delay where two are alike; undefined where r is nowhere known. */
export function strongest(all: readonly Correlation[]): Correlation | undefined {
  const [best] = all
    .filter(({ r }) => r !== null)
    .toSorted((a, b) => Math.abs(b.r ?? 0) - Math.abs(a.r ?? 0) || Math.abs(a.lag) - Math.abs(b.lag));
  return best;
}

function correlationAt(first: Values, second: Values, lag: number): Correlation {
  const pairs = first.flatMap((a, at) => {
    const b = second[at + lag] ?? null;
    return a === null || b === null ? [] : [[a, b] as const];
  });
  const n = pairs.length;
  const r = n < leastPairs ? null : pearson(pairs);
  return { lag, n, r, noise: r === null ? null : 1.96 / Math.sqrt(n) };
}

function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  if (isConstant(first) || isConstant(second)) return null;
  const r = sampleCorrelation(first, second);
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null;
}

const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

/** Steps of a period that are over, in order. */
export const endedSteps = (period: Period, step: Step, today: LocalDate): Period[] =>
  stepsOf(period, step).filter(({ until }) => until < today);
