import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import type { Formula } from '../catalogue/indicator.js';
import { type Amount, type Figure, figureOf } from '../reports/figure.rules.js';

/**
 * By its last day, the figure of each window of so many days that lies within the days given, which follow each other. What
 * leaves the window is taken off what was summed, so that a year of windows costs no more than its days.
 */
export function figuresByLastDay(
  formula: Formula,
  days: readonly LocalDate[],
  length: number,
  amountsOf: (day: LocalDate) => readonly Amount[],
): Map<LocalDate, Figure> {
  const sums = new Map<string, Amount>();
  const add = ({ measure, bucket, amount }: Amount, sign: 1 | -1): void => {
    const key = `${measure} ${String(bucket)}`;
    sums.set(key, { measure, bucket, amount: (sums.get(key)?.amount ?? 0) + sign * amount });
  };
  const figures = new Map<LocalDate, Figure>();
  for (const [at, day] of days.entries()) {
    for (const one of amountsOf(day)) add(one, 1);
    if (at >= length) for (const one of amountsOf(addDays(day, -length))) add(one, -1);
    if (at >= length - 1) figures.set(day, figureOf(formula, [...sums.values()]));
  }
  return figures;
}
