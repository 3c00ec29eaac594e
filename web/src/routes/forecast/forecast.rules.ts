import type { BandPoint } from '../../ui/chart/band-chart';
import type { ForecastSplit, ShortageOutlookFragment } from './forecast.graphql.ts';

export const horizons = [4, 6, 8] as const;
export const splits: readonly ForecastSplit[] = ['OCCUPATION', 'REGION'];

/** Weeks that are over, the one in progress, and those ahead, as points of one chart. */
export function pointsOf({ history, weeks }: Pick<ShortageOutlookFragment, 'history' | 'weeks'>): BandPoint[] {
  return [
    ...history.map(({ week, shortage }) => ({ at: week, past: shortage, expected: null, low: null, high: null })),
    ...weeks.map(({ week, expected, low, high }) => ({ at: week, past: null, expected, low, high })),
  ];
}

/** How the method did beside "as many as last week"; a twentieth is no difference. */
export function verdictOf({
  meanError,
  naiveError,
}: {
  meanError: number;
  naiveError: number;
}): 'better' | 'same' | 'worse' {
  if (Math.abs(meanError - naiveError) <= 0.05 * naiveError) return 'same';
  return meanError < naiveError ? 'better' : 'worse';
}

/** People in tenths: a mean of few is no whole number. */
export const tenths = (heads: number): number => Math.round(heads * 10) / 10;
