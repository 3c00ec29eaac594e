import { Injectable } from '@nestjs/common';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { refuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { requireIndicator } from '../catalogue/indicator.rules.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import type { IndicatorReportView } from '../reports/indicator-report.view.js';
import { IndicatorReports } from '../reports/indicator-reports.service.js';
import { type Period, refusePeriod, type Step } from '../reports/period.rules.js';
import type { ExternalSeries } from './external.entity.js';
import type { JointSeriesInput } from './external.input.js';
import { ExternalRegistry } from './external-registry.service.js';
import { ExternalValues } from './external-values.service.js';
import {
  byStep,
  changesOf,
  type Correlation,
  correlations,
  endedSteps,
  sinceCounted,
  strongest,
  wholeSteps,
} from './joint.rules.js';
import { refuseFewSteps, refuseStep } from './joint-series.rules.js';

/** Both of a period. */
export interface JointPoint extends Period {
  readonly external: number | null;
  readonly own: number | null;
}

/** An external series beside an own indicator, and how they go together. */
export interface Joint {
  readonly series: ExternalSeries;
  readonly report: IndicatorReportView;
  readonly step: Step;
  readonly points: readonly JointPoint[];
  readonly values: readonly Correlation[];
  readonly changes: readonly Correlation[];
  readonly strongestOfValues: Correlation | undefined;
  readonly strongestOfChanges: Correlation | undefined;
}

/** What another department counts beside what the platform counts, over the same periods. */
@Injectable()
export class JointSeries {
  constructor(
    private readonly clock: Clock,
    private readonly jurisdictions: Jurisdictions,
    private readonly registry: ExternalRegistry,
    private readonly stored: ExternalValues,
    private readonly reports: IndicatorReports,
  ) {}

  /**
   * Only periods that are over count: of one that runs the indicator knows a part. An indicator is counted for the longer
   * periods themselves; a series comes to its sum or mean, and to nothing where a value is missing.
   */
  async read(viewer: BureauViewer, input: JointSeriesInput, language: Language): Promise<Joint> {
    const series = await this.registry.get(viewer, input.externalSeriesId, 'input.externalSeriesId');
    const region = await this.jurisdictions.region(viewer, input.regionId ?? undefined, language);
    const { code } = requireIndicator(input.indicator, 'input.indicator');
    const step = input.step ?? series.cadence;
    refuse(refuseStep(series.cadence, step) ?? refusePeriod(input, step));
    const steps = endedSteps(wholeSteps(input, step), step, this.clock.today());
    refuse(refuseFewSteps(steps));
    const period = { from: steps[0]?.from ?? input.from, until: steps.at(-1)?.until ?? input.until };
    const [report] = await this.reports.of(region, { codes: [code], ...period, step }, language);
    if (!report) throw new Error(`no report of ${code}`);
    const own = sinceCounted(report.series);
    const external = byStep(await this.stored.of(series.id, period), series, period, step);
    const [values, changes] = [correlations(external, own), correlations(changesOf(external), changesOf(own))];
    return {
      ...{ series, report, step, values, changes },
      ...{ strongestOfValues: strongest(values), strongestOfChanges: strongest(changes) },
      points: steps.map((one, at) => ({ ...one, external: external[at] ?? null, own: own[at] ?? null })),
    };
  }
}
