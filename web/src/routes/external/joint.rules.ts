import type { IndicatorStep } from './external.graphql.ts';

/** How far back both are compared. */
interface Span {
  readonly count: number;
  readonly days: number;
}

const counts: Readonly<Record<IndicatorStep, readonly number[]>> = {
  DAY: [60, 120, 360],
  WEEK: [26, 52, 104],
  MONTH: [24, 36, 60],
  QUARTER: [12, 20, 40],
  YEAR: [5, 10],
};
const lengths: Readonly<Record<IndicatorStep, number>> = { DAY: 1, WEEK: 7, MONTH: 30.5, QUARTER: 91.3, YEAR: 365 };

/** Spans to choose from, the shortest first; as many periods as are over. */
export const spansOf = (step: IndicatorStep): Span[] =>
  counts[step].map((count) => ({ count, days: Math.floor(count * lengths[step]) }));

/** The span that an address names by its count; the shortest otherwise. */
export function spanOf(step: IndicatorStep, count: string | null): Span {
  const spans = spansOf(step);
  return spans.find((one) => String(one.count) === count) ?? spans[0] ?? { count: 0, days: 0 };
}
