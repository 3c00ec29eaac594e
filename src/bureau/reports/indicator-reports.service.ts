import { Injectable } from '@nestjs/common';
import type { RegionView } from '../../directory/index.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database } from '../../platform/database/database.js';
import { refuse, refuseAll } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { bureauMessages } from '../bureau.messages.js';
import { type Indicator, measuresOf } from '../catalogue/indicator.js';
import { toIndicatorView } from '../catalogue/indicator.view.js';
import { refuseDetail, requireIndicator } from '../catalogue/indicator.rules.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import { type Figure, figureOf } from './figure.rules.js';
import type { Grouping, IndicatorReportInput } from './indicator-report.input.js';
import { findAmounts, namesOf, type NamedPeriod, type PeriodAmount, type Slice } from './indicator-report.loader.js';
import type { IndicatorFigureView, IndicatorReportView, IndicatorRowView } from './indicator-report.view.js';
import { type Period, periodBefore, periodYearAgo, refusePeriod, stepsOf } from './period.rules.js';

const maxRows = 4_000;

/** Everything that was read for a report. */
interface Read {
  readonly totals: readonly PeriodAmount[];
  readonly steps: readonly PeriodAmount[];
  readonly parts: readonly PeriodAmount[];
  readonly names: ReadonlyMap<string, { readonly nameZh: string; readonly nameEn: string }>;
}

/** Indicators of a region and period, compared, step by step and part by part: all of those asked for in a few queries. */
@Injectable()
export class IndicatorReports {
  constructor(
    private readonly db: Database,
    private readonly jurisdictions: Jurisdictions,
  ) {}

  /** In the order of the codes. A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at input.regionId. */
  async reports(
    viewer: BureauViewer | OperatorViewer,
    input: IndicatorReportInput,
    language: Language,
  ): Promise<IndicatorReportView[]> {
    refuseReport(input, 'input');
    return this.of(await this.jurisdictions.region(viewer, input.regionId, language), input, language);
  }

  /** The same of a region that the caller may look at; what is refused is told at `path`. */
  async of(
    region: RegionView,
    input: IndicatorReportInput,
    language: Language,
    path = 'input',
  ): Promise<IndicatorReportView[]> {
    const wanted = refuseReport(input, path);
    const read = await this.read(wanted, region.id, input);
    return wanted.map((indicator) => this.report(indicator, region, input, read, language));
  }

  private async read(wanted: readonly Indicator[], regionId: string, input: IndicatorReportInput): Promise<Read> {
    const { industryId, occupationId, size, groupBy, step } = input;
    const measures = [...new Set(wanted.flatMap((indicator) => measuresOf(indicator)))];
    const ranked = wanted.flatMap(({ formula }) => (formula.kind === 'largest' ? [formula.of] : []));
    const slice: Slice = { measures, regionId, industryId, occupationId, size, ranked };
    const { now, before, yearAgo } = compared(input);
    const [totals, steps, parts] = await Promise.all([
      findAmounts(this.db, slice, [now, before, yearAgo], 'none'),
      step ? findAmounts(this.db, slice, stepsOf(input, step).map(named), 'none') : [],
      groupBy ? findAmounts(this.db, slice, [now, before], groupBy) : [],
    ]);
    const names = groupBy ? await namesOf(this.db, groupBy, [...new Set(parts.map(({ key }) => key))]) : [];
    return { totals, steps, parts, names: new Map(names.map((one) => [one.id, one])) };
  }

  private report(
    indicator: Indicator,
    region: RegionView,
    input: IndicatorReportInput,
    read: Read,
    language: Language,
  ): IndicatorReportView {
    const figure = ({ name, from, until }: NamedPeriod, amounts: readonly PeriodAmount[]): IndicatorFigureView => {
      const of = amounts.filter(({ period }) => period === name);
      return { from, until, ...figureOf(indicator.formula, of) };
    };
    const { now, before, yearAgo } = compared(input);
    const byStep = groupBy(read.steps, ({ period }) => period);
    return {
      ...{ indicator: toIndicatorView(indicator, language), region },
      ...{ now: figure(now, read.totals), before: figure(before, read.totals), yearAgo: figure(yearAgo, read.totals) },
      series: (input.step ? stepsOf(input, input.step) : [])
        .map(named)
        .map((period) => figure(period, byStep.get(period.name) ?? [])),
      rows: input.groupBy ? rowsOfParts(indicator, input.groupBy, region, read, language) : [],
    };
  }
}

/** Which indicators are asked for; refused where there is none, or not in that detail. */
function refuseReport(input: IndicatorReportInput, path: string): Indicator[] {
  refuse(refusePeriod(input, input.step));
  const wanted = input.codes.map((code, at) => requireIndicator(code, `${path}.codes.${at}`));
  const detail = { ...input, splitBy: input.groupBy };
  refuseAll(wanted.map((indicator, at) => refuseDetail(indicator, detail, `${path}.codes.${at}`)));
  return wanted;
}

const named = (period: Period): NamedPeriod => ({ ...period, name: period.from });

const compared = ({ from, until }: Period): Record<'now' | 'before' | 'yearAgo', NamedPeriod> => ({
  now: { name: 'now', from, until },
  before: { name: 'before', ...periodBefore({ from, until }) },
  yearAgo: { name: 'yearAgo', ...periodYearAgo({ from, until }) },
});

function rowsOfParts(
  { formula }: Indicator,
  grouping: Grouping,
  region: RegionView,
  { parts, names }: Read,
  language: Language,
): IndicatorRowView[] {
  const rows = [...groupBy(parts, ({ key }) => key)].map(([key, amounts]) => {
    const of = (name: string): Figure =>
      figureOf(
        formula,
        amounts.filter(({ period }) => period === name),
      );
    return { ...labelOf(key, grouping, region, names, language), ...of('now'), before: of('before').value };
  });
  return rows
    .filter(({ numerator, denominator }) => numerator !== 0 || (denominator ?? 0) !== 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.key ?? '').localeCompare(b.key ?? ''))
    .slice(0, maxRows);
}

const weightOf = ({ numerator, denominator }: Pick<IndicatorRowView, 'numerator' | 'denominator'>): number =>
  denominator ?? numerator;

/** What lies in the region itself and in no part of it counts under the region. */
function labelOf(
  key: string,
  grouping: Grouping,
  region: RegionView,
  names: Read['names'],
  language: Language,
): Pick<IndicatorRowView, 'key' | 'label'> {
  if (key === '' && grouping === 'region') return { key: region.id, label: region.name };
  const name = names.get(key);
  if (!name) return { key: key === '' ? null : key, label: render(bureauMessages.unknownGroup, language) };
  return { key, label: language === 'en' ? name.nameEn : name.nameZh };
}
