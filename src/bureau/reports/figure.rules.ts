import type { Formula } from '../catalogue/indicator.js';

/** How much a measure came to, by bucket. */
export interface Amount {
  readonly measure: string;
  readonly bucket: number;
  readonly amount: number;
}

/** A figure with what it is made of, so that it can be counted again. */
export interface Figure {
  /** Null where there is nothing to divide by, or nothing to take the middle of. */
  readonly value: number | null;
  readonly numerator: number;
  /** Null for a sum; for a quantile how many there are. */
  readonly denominator: number | null;
}

/** A figure out of the amounts of its measures. */
export function figureOf(formula: Formula, amounts: readonly Amount[]): Figure {
  const total = (measure: string): number =>
    amounts.reduce((sum, one) => sum + (one.measure === measure ? one.amount : 0), 0);
  if (formula.kind === 'sum') {
    const numerator = total(formula.of);
    return { value: numerator * (formula.times ?? 1), numerator, denominator: null };
  }
  if (formula.kind === 'ratio') {
    const [numerator, denominator] = [total(formula.of), total(formula.per)];
    return {
      value: denominator === 0 ? null : (numerator / denominator) * (formula.times ?? 1),
      numerator,
      denominator,
    };
  }
  return formula.kind === 'largest' ? largest(formula, amounts) : quantile(formula, amounts);
}

/** Where the fullest buckets are told by themselves: all others, which are none of them. */
export const restBucket = -1;

function largest({ of, count }: Extract<Formula, { kind: 'largest' }>, amounts: readonly Amount[]): Figure {
  const sums = new Map<number, number>();
  for (const { measure, bucket, amount } of amounts)
    if (measure === of) sums.set(bucket, (sums.get(bucket) ?? 0) + amount);
  const rest = sums.get(restBucket) ?? 0;
  sums.delete(restBucket);
  const sorted = [...sums.values()].toSorted((a, b) => b - a);
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const [numerator, denominator] = [sumOf(sorted.slice(0, count)), sumOf(sorted) + rest];
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

function quantile({ of, share, width }: Extract<Formula, { kind: 'quantile' }>, amounts: readonly Amount[]): Figure {
  const buckets = amounts.filter(({ measure }) => measure === of).toSorted((a, b) => a.bucket - b.bucket);
  const all = buckets.reduce((sum, { amount }) => sum + amount, 0);
  if (all === 0) return { value: null, numerator: 0, denominator: 0 };
  let below = 0;
  for (const { bucket, amount } of buckets) {
    below += amount;
    // Nearest rank; a hair less, so that rounding of the share does not move it.
    if (below >= share * all - 1e-9) return { value: bucket * width, numerator: below, denominator: all };
  }
  return { value: null, numerator: 0, denominator: 0 };
}
