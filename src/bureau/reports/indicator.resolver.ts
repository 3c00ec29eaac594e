import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import type { News } from '../../platform/live/news.js';
import { NewsSubscription } from '../../platform/live/news-subscription.decorator.js';
import { IndicatorView, toIndicatorView } from '../catalogue/indicator.view.js';
import { indicators } from '../catalogue/indicators.js';
import { IndicatorReportInput } from './indicator-report.input.js';
import { IndicatorReportView } from './indicator-report.view.js';
import { IndicatorReports } from './indicator-reports.service.js';

@Resolver(() => IndicatorReportView)
export class IndicatorResolver {
  constructor(
    private readonly reports: IndicatorReports,
    private readonly topics: LiveTopics,
  ) {}

  @NewsSubscription('Some indicator changed: its sums by day were counted anew.')
  @Allow({ to: ['bureau', 'operator'], owns: 'a hint to look again, without what changed' })
  async indicatorsChanged(): Promise<News> {
    return this.topics.hear('indicators');
  }

  @Query(() => [IndicatorView], { description: 'Every indicator, with its exact definition.' })
  @Allow({ to: everyone, owns: 'nothing: what indicators are is public' })
  indicators(@Ctx() { language }: RequestContext): IndicatorView[] {
    return indicators.map((indicator) => toIndicatorView(indicator, language));
  }

  @Query(() => [IndicatorReportView], {
    description:
      'Indicators of a region and period, compared, step by step and part by part; in the order of the codes.',
  })
  @Allow({ to: ['bureau', 'operator'], owns: 'regions of the viewer’s jurisdiction; an operator any' })
  indicatorReports(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') input: IndicatorReportInput,
  ): Promise<IndicatorReportView[]> {
    return this.reports.reports(viewer, input, ctx.language);
  }
}
