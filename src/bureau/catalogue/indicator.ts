import type { Message } from '../../platform/i18n/message.js';
import type { Measure } from '../rollups/facts.js';

/** What a figure is counted in. */
export type IndicatorUnit = 'heads' | 'cases' | 'hours' | 'days' | 'share' | 'ratio' | 'per_thousand' | 'fen_per_hour';

/** Measures that are read where they stand instead of being kept by day (the view indicator_live). */
export const liveMeasures = ['orders_due', 'orders_guaranteed'] as const;
type LiveMeasure = (typeof liveMeasures)[number];

/** How a figure comes of measures, summed over days, regions, industries and occupations first. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: Measure; readonly times?: number }
  | { readonly kind: 'ratio'; readonly of: AnyMeasure; readonly per: AnyMeasure; readonly times?: number }
  /** The smallest bucket that at least this share lies in or below, times the width of a bucket. */
  | { readonly kind: 'quantile'; readonly of: Measure; readonly share: number; readonly width: number }
  /** What the fullest buckets make up of all: each stands for one of whom is counted. */
  | { readonly kind: 'largest'; readonly of: Measure; readonly count: number };

export type AnyMeasure = Measure | LiveMeasure;

/** By what a figure can be split or restricted besides region and period. */
export type Dimension = 'industry' | 'occupation' | 'size';
export const dimensions: readonly Dimension[] = ['industry', 'occupation', 'size'];

/** One indicator: what it is called, what exactly it counts, and how. */
export interface Indicator {
  /** Stable; stands in rules of alerts and in reports. */
  readonly code: string;
  readonly name: Message;
  /** Numerator and denominator, and what the day of each is, so that an auditor could count it again. */
  readonly definition: Message;
  readonly unit: IndicatorUnit;
  /** Which way is good news. */
  readonly better: 'more' | 'less' | 'neither';
  readonly dimensions: readonly Dimension[];
  /** Tables whose rows are counted. */
  readonly sources: readonly string[];
  /** The public statistic whose definition it follows, where there is one. */
  readonly follows?: Message;
  readonly formula: Formula;
}

export const defineIndicator = (indicator: Indicator): Indicator => indicator;

/** Measures that a formula is made of. */
export function measuresOf({ formula }: Pick<Indicator, 'formula'>): readonly AnyMeasure[] {
  return formula.kind === 'ratio' ? [formula.of, formula.per] : [formula.of];
}
