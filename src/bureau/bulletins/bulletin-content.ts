import type { Language } from '../../platform/i18n/message.js';
import type { Grouping } from '../reports/indicator-report.input.js';
import type { IndicatorFigureView, IndicatorReportView } from '../reports/indicator-report.view.js';
import type { Period } from '../reports/period.rules.js';

/** Everything an edition says, as it was when it was made; papers and sheets are made of this alone. */
export interface BulletinContent extends Period {
  readonly language: Language;
  /** Whose it is. */
  readonly bureau: string;
  readonly title: string;
  readonly region: { readonly id: string; readonly name: string };
  readonly groupBy: Grouping | null;
  /** When its figures were read, ISO 8601. */
  readonly asOf: string;
  readonly summary: readonly string[];
  /** In the order of the plan; the series is the way to the period. */
  readonly figures: readonly IndicatorReportView[];
  readonly sources: readonly BulletinSource[];
}

/** Where a figure comes from: what to ask to read it again. */
export interface BulletinSource extends Pick<
  IndicatorFigureView,
  'from' | 'until' | 'value' | 'numerator' | 'denominator'
> {
  readonly code: string;
  readonly name: string;
  /** SQL on the sums that are kept by day. */
  readonly query: string;
}
